import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../base/problem.ts';
import { printBook, proofread } from '../print/print.ts';
import type { Book } from '../report/book.ts';
import type { SettledCourse } from '../report/course.ts';
import type { Context } from './command.ts';
import { printKey, recallPdf, rememberPdf } from './kept-pdfs.ts';

export interface Pdf {
  report: string;
  pdf: Uint8Array;
  pages: number;
  problems: Problem[];
}

/** Prints books one after the other. `cache`: folder for PDFs that need not be printed again. */
export async function printBooks(books: readonly Book[], context: Context, cache?: string): Promise<Pdf[]> {
  const pdfs: Pdf[] = [];
  for (const [index, book] of books.entries()) {
    context.terminal.progress(context.words.printing, `${index + 1}/${books.length} ${book.report}`);
    pdfs.push(await printOnce(book, context.root, cache));
  }
  return pdfs;
}

async function printOnce(book: Book, root: string, cache?: string): Promise<Pdf> {
  const { report } = book;
  const print = async () => ({ report, ...(await printBook(book, { root })) });
  if (cache === undefined) return print();
  const key = await printKey(book, root);
  const known = await recallPdf(cache, report, key);
  if (known) return { report, ...known };
  const printed = await print();
  await rememberPdf(cache, report, key, printed);
  return printed;
}

/** The course with what printing would find out, for a run that prints nothing. */
export function addProofs(settled: SettledCourse, root: string): SettledCourse {
  const books = settled.reports.flatMap(({ book }) => book ?? []);
  return addPrintProblems(
    settled,
    books.map((book) => ({ report: book.report, problems: proofread(book, { root }) })),
  );
}

/** The course with what printing found out: a character that no font has breaks its report. */
export function addPrintProblems(
  settled: SettledCourse,
  pdfs: readonly Pick<Pdf, 'report' | 'problems'>[],
): SettledCourse {
  const reports = settled.reports.map((report) => {
    const found = pdfs.find((pdf) => pdf.report === report.report)?.problems ?? [];
    const problems = [...report.problems, ...found];
    return { ...report, problems, ...(report.book && { book: { ...report.book, problems } }) };
  });
  return { ...settled, reports };
}

/** Writes `<folder>/<report>.pdf` and gives the files written. */
export async function writePdfs(pdfs: readonly Pdf[], folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files = pdfs.map(({ report, pdf }) => ({ file: join(folder, `${report}.pdf`), pdf }));
  for (const { file, pdf } of files) await writeFile(file, pdf);
  return files.map(({ file }) => file);
}
