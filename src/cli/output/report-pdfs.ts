import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { mapConcurrent } from '../../base/map-concurrent.ts';
import type { Problem } from '../../base/problem.ts';
import { makeFolder, writeInside } from '../../files/door.ts';
import { hashContent } from '../../files/folder-files.ts';
import { findPrintProblems } from '../../print/print-book.ts';
import { PrintThreads } from '../../print/print-threads.ts';
import type { Book } from '../../report/book.ts';
import type { BuiltCourse } from '../../report/build-course.ts';
import type { Context } from '../command.ts';
import { computePdfKey, readPdfCache, writePdfCache } from '../workspace/pdf-cache.ts';

export interface ReportPdf {
  report: string;
  pdf: Uint8Array;
  pages: number;
  problems: Problem[];
}

/** Threads that print at once: each holds all fonts and a whole report, up to a gigabyte. */
function countThreads(): number {
  const byMemory = Math.floor(process.availableMemory() / 2 ** 30);
  return Math.max(1, Math.min(availableParallelism(), byMemory, 4));
}

/** Prints books, several at once. `cache`: folder for PDFs that need not be printed again. */
export async function printBooks(
  books: readonly Book[],
  context: Context,
  cache?: string,
): Promise<ReportPdf[]> {
  const printer = new BookPrinter(context, cache);
  try {
    return await printer.printAll(books);
  } finally {
    await printer.close();
  }
}

/** Prints the books of a course, those that are ready first while others are still built. */
export class BookPrinter {
  readonly #context: Context;
  readonly #cache: string | undefined;
  readonly #threads = new PrintThreads();
  /** By report: what is printed ahead, and what its book was then. */
  readonly #ahead = new Map<string, { digest: string; pdf: Promise<ReportPdf | undefined> }>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(context: Context, cache?: string) {
    this.#context = context;
    this.#cache = cache;
  }

  /** Begins to print a book, one after the other, where there is memory for it beside what builds the next. */
  printAhead(book: Book): void {
    if (countThreads() < 2) return;
    // What goes wrong ahead is tried again, and told, in its turn.
    const pdf = this.#last.then(() => this.#print(book)).catch(() => undefined);
    this.#ahead.set(book.report, { digest: hashBook(book), pdf });
    this.#last = pdf;
  }

  printAll(books: readonly Book[]): Promise<ReportPdf[]> {
    const { terminal, words } = this.#context;
    return mapConcurrent(books, countThreads(), async (book, index) => {
      terminal.progress(words.printing, `${index + 1}/${books.length} ${book.report}`);
      const ahead = this.#ahead.get(book.report);
      const pdf = ahead?.digest === hashBook(book) ? await ahead.pdf : undefined;
      return pdf ?? this.#print(book);
    });
  }

  /** Also ends what is still printed. */
  close(): Promise<void> {
    return this.#threads.close();
  }

  async #print(book: Book): Promise<ReportPdf> {
    const { report } = book;
    const { root } = this.#context;
    const print = async () => ({ report, ...(await this.#threads.print({ book, root })) });
    if (this.#cache === undefined) return print();
    const key = await computePdfKey(book, root);
    const known = readPdfCache(this.#cache, report, key);
    if (known) return { report, ...known };
    const printed = await print();
    await writePdfCache(this.#cache, report, key, printed);
    return printed;
  }
}

const hashBook = (book: Book): string => hashContent(JSON.stringify(book));

/** The course with what printing would find out, for a run that prints nothing. */
export function withProofreadProblems(built: BuiltCourse, root: string): BuiltCourse {
  const books = built.reports.flatMap(({ book }) => book ?? []);
  return withPrintProblems(
    built,
    books.map((book) => ({ report: book.report, problems: findPrintProblems(book, { root }) })),
  );
}

/** The course with what printing found out: a character that no font has breaks its report. */
export function withPrintProblems(
  built: BuiltCourse,
  pdfs: readonly Pick<ReportPdf, 'report' | 'problems'>[],
): BuiltCourse {
  const reports = built.reports.map((report) => {
    const found = pdfs.find((pdf) => pdf.report === report.report)?.problems ?? [];
    const problems = [...report.problems, ...found];
    return { ...report, problems, ...(report.book && { book: { ...report.book, problems } }) };
  });
  return { ...built, reports };
}

/** Writes `<folder>/<report>.pdf` and gives the files written. */
export async function writePdfs(pdfs: readonly ReportPdf[], folder: string): Promise<string[]> {
  await makeFolder(folder);
  for (const { report, pdf } of pdfs) await writeInside(folder, `${report}.pdf`, pdf);
  return pdfs.map(({ report }) => join(folder, `${report}.pdf`));
}
