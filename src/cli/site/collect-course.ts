import type { Book } from '../../report/book.ts';
import type { BuiltCourse } from '../../report/build-course.ts';
import type { Context } from '../command.ts';
import { formatCommandLine } from '../command-line.ts';
import { printProblems } from '../output/print-problems.ts';
import {
  printBooks,
  type ReportPdf,
  withPrintProblems,
  withProofreadProblems,
} from '../output/report-pdfs.ts';
import type { Stopwatch } from '../output/stopwatch.ts';
import { groupProblems, hasErrors } from '../problem-groups.ts';
import { getCacheFolders } from '../workspace/cache-folders.ts';
import { buildCheckedCourse } from '../workspace/checked-course.ts';
import { listSoundBooks } from './site-content.ts';

/** A course that may be written: what was found in it has been told. */
export interface CollectedCourse {
  course: BuiltCourse;
  books: Book[];
  pdfs: ReportPdf[];
  /** There are errors, and it is written as a draft in spite of them. */
  broken: boolean;
}

/**
 * The first half of every build: collects all that can be found, tells it, and decides. Undefined when errors forbid to
 * write. `printing`: PDFs are made; else the books are only proofread, which finds the same.
 */
export async function collectCourse(
  context: Context,
  watch: Stopwatch,
  printing: boolean,
): Promise<CollectedCourse | undefined> {
  const { root, words, draft, report, terminal } = context;
  const built = await watch.time(words.building, () => buildCheckedCourse(context, true));
  const refused = hasErrors(groupProblems(built, context)) && !draft;
  const printable = printing && !refused ? listSoundBooks(built, draft) : [];
  const pdfsOfRun = printing
    ? await watch.time(words.printing, () => printBooks(printable, context, getCacheFolders(root).pdfs))
    : [];
  const course =
    printing && !refused ? withPrintProblems(built, pdfsOfRun) : withProofreadProblems(built, root);

  const groups = groupProblems(course, context);
  printProblems(groups, context);
  const broken = hasErrors(groups);
  if (broken && !draft) {
    terminal.printError(
      words.kept(formatCommandLine(context, 'build', ...(report ? [report] : []), '--draft')),
    );
    return undefined;
  }
  const books = listSoundBooks(course, draft);
  const pdfs = pdfsOfRun.filter(({ report }) => books.some((book) => book.report === report));
  return { course, books, pdfs, broken };
}
