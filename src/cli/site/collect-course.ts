import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ChartPool } from '../../charts/draw/pool.ts';
import type { Book } from '../../report/book.ts';
import type { BuiltReport } from '../../report/build-book.ts';
import type { BuiltCourse } from '../../report/build-course.ts';
import type { CourseFile } from '../../schema/course-file.ts';
import type { Context } from '../command.ts';
import { formatCommandLine } from '../command-line.ts';
import { printProblems } from '../output/print-problems.ts';
import { type ReportPdf, withPrintProblems, withProofreadProblems } from '../output/report-pdfs.ts';
import type { Stopwatch } from '../output/stopwatch.ts';
import { groupProblems, hasErrors, type ProblemGroup } from '../problem-groups.ts';
import { buildCheckedCourse } from '../workspace/checked-course.ts';
import { drawGallery, listSoundBooks, toSoundBook } from './site-content.ts';

/** A course that may be written: what was found in it has been told. */
export interface CollectedCourse {
  course: BuiltCourse;
  books: Book[];
  pdfs: ReportPdf[];
  /** Titles of reports with errors, in spite of which it is written. */
  broken: string[];
}

interface Printing {
  /** Makes the PDFs of sound books. */
  print?: (built: BuiltCourse, books: readonly Book[]) => Promise<ReportPdf[]>;
  /** Takes a sound book as soon as it is built, while none is known to forbid the course. */
  printAhead?: (book: Book) => void;
}

/**
 * The first half of every build: collects all that can be found, tells it, and decides. Undefined when errors forbid to
 * write. Without `print` sound books are only proofread, which finds the same.
 */
export async function collectCourse(
  context: Context,
  watch: Stopwatch,
  { print, printAhead }: Printing = {},
): Promise<CollectedCourse | undefined> {
  const { root, words, draft, terminal } = context;
  const { built, refused } = await watch.time(words.building, () => buildForSite(context, printAhead));
  const pdfsOfRun = print && !refused ? await print(built, listSoundBooks(built, draft)) : [];
  const course = print && !refused ? withPrintProblems(built, pdfsOfRun) : withProofreadProblems(built, root);

  const groups = groupProblems(course, context);
  printProblems(groups, context);
  if (isRefused(groups, context)) {
    terminal.printError(formatRefusal(groups, context));
    return undefined;
  }
  const books = listSoundBooks(course, draft);
  const pdfs = pdfsOfRun.filter(({ report }) => books.some((book) => book.report === report));
  return { course, books, pdfs, broken: listBroken(groups).map(({ title }) => title) };
}

/** The guide's gallery is drawn in the pauses of those who draw the reports. */
async function buildForSite(
  context: Context,
  printAhead: Printing['printAhead'],
): Promise<{ built: BuiltCourse; refused: boolean }> {
  const pool = new ChartPool();
  let gallery: Promise<unknown> | undefined;
  const onCourse = ({ language }: CourseFile) => {
    gallery = drawGallery(context.root, language, pool);
    gallery.catch(() => undefined);
  };
  let isHopeless = false;
  const onChecked = (report: BuiltReport) => {
    if (isHopeless) return;
    const book = toSoundBook(report, context.draft);
    if (book) printAhead?.(book);
    else isHopeless = !context.draft && !context.skipBroken;
  };
  try {
    const built = await buildCheckedCourse(context, true, {
      pool,
      onCourse,
      ...(printAhead && { onChecked }),
    });
    const refused = isRefused(groupProblems(built, context), context);
    if (!refused) await gallery;
    return { built, refused };
  } finally {
    await pool.close();
  }
}

const listBroken = (groups: readonly ProblemGroup[]): ProblemGroup[] =>
  groups.filter((group) => hasErrors([group]));

/** A report with errors may be left out of its course; the course's own files may not. */
function isRefused(groups: readonly ProblemGroup[], { draft, skipBroken }: Context): boolean {
  const broken = listBroken(groups);
  return !draft && (skipBroken ? broken.some(({ report }) => report === '') : broken.length > 0);
}

/** That nothing was written, and what can be done but to mend it. */
function formatRefusal(groups: readonly ProblemGroup[], context: Context): string {
  const { root, words, report } = context;
  const command = (option: string): string =>
    formatCommandLine(context, 'build', ...(report ? [report] : []), option);
  const broken = listBroken(groups);
  const isOfReports = broken.every((group) => group.report !== '');
  const hasSound = groups.length - 1 > broken.length;
  return [
    existsSync(join(root, 'dist')) ? words.kept : words.nothingWritten,
    words.asDraft(command('--draft')),
    ...(isOfReports && hasSound ? [words.withoutBroken(command('--skip-broken'))] : []),
  ].join('\n');
}
