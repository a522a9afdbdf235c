import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { mapConcurrent } from '../../base/map-concurrent.ts';
import type { Problem } from '../../base/problem.ts';
import { makeFolder, writeInside } from '../../files/door.ts';
import { findPrintProblems } from '../../print/print-book.ts';
import { PrintThreads } from '../../print/print-threads.ts';
import type { Book } from '../../report/book.ts';
import type { BuiltCourse } from '../../report/build-course.ts';
import type { Context } from '../command.ts';
import { computePdfKey, readPdfCache, writePdfCache } from '../workspace/pdf-cache.ts';

type PdfKey = Awaited<ReturnType<typeof computePdfKey>>;

export interface ReportPdf {
  report: string;
  pdf: Uint8Array;
  pages: number;
  problems: Problem[];
}

/** Threads that print at once: each holds all fonts and a whole report, up to half a gigabyte beside what is shared. */
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
    return await printer.print(books);
  } finally {
    await printer.close();
  }
}

/** Prints books, some of them while others are still built. `close` ends its threads. */
export class BookPrinter {
  readonly #context: Context;
  readonly #cache: string | undefined;
  readonly #threads = new PrintThreads();
  /** Printed ahead, or being printed, by report. */
  readonly #begun = new Map<string, { key: PdfKey; pdf: Promise<ReportPdf> }>();
  #lane: Promise<unknown> = Promise.resolve();
  #isAhead = true;

  /** `cache`: folder for PDFs that need not be printed again. */
  constructor(context: Context, cache?: string) {
    this.#context = context;
    this.#cache = cache;
  }

  /**
   * Prints a book that is known, one at a time, where there is memory for it beside what builds the next; those that have
   * not begun when all are asked for wait for that.
   */
  printAhead(book: Book): void {
    if (countThreads() < 2) return;
    this.#lane = this.#lane
      .then(async () => {
        if (!this.#isAhead) return;
        const key = await computePdfKey(book, this.#context.root);
        if (!this.#isAhead) return;
        const pdf = this.#printOne(book, key);
        this.#begun.set(book.report, { key, pdf });
        await pdf;
      })
      // Told to who asks for the book.
      .catch(() => undefined);
  }

  async print(books: readonly Book[]): Promise<ReportPdf[]> {
    this.#isAhead = false;
    const { terminal, words } = this.#context;
    return mapConcurrent(books, countThreads(), async (book, index) => {
      terminal.progress(words.printing, `${index + 1}/${books.length} ${book.report}`);
      const key = await computePdfKey(book, this.#context.root);
      const begun = this.#begun.get(book.report);
      // What was found of the whole course since may have changed the book.
      if (begun && JSON.stringify(begun.key) === JSON.stringify(key)) return begun.pdf;
      return this.#printOne(book, key);
    });
  }

  async close(): Promise<void> {
    this.#isAhead = false;
    await this.#threads.close();
  }

  async #printOne(book: Book, key: PdfKey): Promise<ReportPdf> {
    const { report } = book;
    const known = this.#cache === undefined ? undefined : readPdfCache(this.#cache, report, key);
    if (known) return { report, ...known };
    const printed = await this.#threads.print({ book, root: this.#context.root });
    if (this.#cache !== undefined) await writePdfCache(this.#cache, report, key, printed);
    return { report, ...printed };
  }
}

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
