import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import type { Book } from '../report/book.ts';
import type { Context } from './command.ts';
import type { Pdf } from './pdfs.ts';
import type { Stopwatch } from './stopwatch.ts';

export interface Built {
  context: Context;
  books: readonly Book[];
  pdfs: readonly Pdf[];
  watch: Stopwatch;
}

/** What a build made and how long each stage took. */
export async function summary({ context, books, pdfs, watch }: Built): Promise<string> {
  const { words, root, terminal } = context;
  const said = words.summary;
  const pages = (await readdir(join(root, 'dist'), { recursive: true })).filter((file) =>
    file.endsWith('.html'),
  );
  const sum = (count: (book: Book) => number) => books.reduce((total, book) => total + count(book), 0);
  const counts: [string, number][] = [
    [said.reports, books.length],
    [said.chapters, sum((book) => book.chapters.length)],
    [said.figures, sum((book) => book.figures.length)],
    [said.values, sum((book) => Object.keys(book.values).length)],
    [said.pages, pages.length],
    [said.pdfPages, pdfs.reduce((total, pdf) => total + pdf.pages, 0)],
  ];
  const stages = watch.stages.map(({ name, seconds }) => `${name} ${words.seconds(seconds.toFixed(1))}`);
  return [
    counts.map(([name, n]) => `${name} ${terminal.colours.bold(String(n))}`).join(' · '),
    `${said.time} ${words.seconds(watch.total.toFixed(1))}（${stages.join('，')}）· ${said.memory} ${megabytes()} MB`,
    `${said.output} ${join(root, 'dist', 'index.html')}`,
  ].join('\n');
}

/** Highest resident memory of this process so far; `maxRSS` counts in KiB. */
function megabytes(): string {
  return (process.resourceUsage().maxRSS / 1024).toFixed(0);
}
