import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import type { Book } from '../../report/book.ts';
import type { Context } from '../command.ts';
import type { ReportPdf } from './report-pdfs.ts';
import type { Stopwatch } from './stopwatch.ts';

interface BuildResult {
  context: Context;
  books: readonly Book[];
  pdfs: readonly ReportPdf[];
  watch: Stopwatch;
}

/** What a build made and how long each stage took. */
export async function formatBuildSummary({ context, books, pdfs, watch }: BuildResult): Promise<string> {
  const { words, root, terminal } = context;
  const labels = words.summary;
  const pages = (await readdir(join(root, 'dist'), { recursive: true })).filter((file) =>
    file.endsWith('.html'),
  );
  const sum = (count: (book: Book) => number) => books.reduce((total, book) => total + count(book), 0);
  const counts: [string, number][] = [
    [labels.reports, books.length],
    [labels.chapters, sum((book) => book.chapters.length)],
    [labels.figures, sum((book) => book.figures.length + book.pictures.length)],
    [labels.values, sum((book) => Object.keys(book.values).length)],
    [labels.pages, pages.length],
    ...(pdfs.length > 0
      ? [[labels.pdfPages, pdfs.reduce((total, pdf) => total + pdf.pages, 0)] as [string, number]]
      : []),
  ];
  const stages = watch.stages.map(({ name, seconds }) => `${name} ${words.seconds(seconds.toFixed(1))}`);
  return [
    counts.map(([name, n]) => `${name} ${terminal.colours.bold(String(n))}`).join(' · '),
    `${labels.time} ${words.seconds(watch.total.toFixed(1))}（${stages.join('，')}）· ${labels.memory} ${formatPeakMemory()} MB`,
    `${labels.output} ${join(root, 'dist', 'index.html')}`,
  ].join('\n');
}

/** Highest resident memory of this process so far; `maxRSS` counts in KiB. */
function formatPeakMemory(): string {
  return (process.resourceUsage().maxRSS / 1024).toFixed(0);
}
