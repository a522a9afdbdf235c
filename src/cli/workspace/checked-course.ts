import { checkCourse, checkReport } from '../../checks/checks.ts';
import { watchDamage } from '../../files/cache.ts';
import type { BuiltReport } from '../../report/build-book.ts';
import { type BuiltCourse, buildCourse, type CourseOptions } from '../../report/build-course.ts';
import type { Context } from '../command.ts';
import { getCacheFolders, openCacheFolder } from './cache-folders.ts';
import { readFormerNumbers } from './former-numbers.ts';

/**
 * Builds and checks the reports a command is about, telling how far it is. `writing`: tables are also written as
 * CSV for download, and kept. Without it nothing is left behind in a course that was only looked at.
 */
export async function buildCheckedCourse(
  context: Context,
  writing: boolean,
  { onChecked, isCompared, ...more }: CheckedOptions = {},
): Promise<BuiltCourse> {
  await openCaches(context);
  const { downloads } = getCacheFolders(context.root);
  const known = new Map<BuiltReport, BuiltReport>();
  const onBuilt: CourseOptions['onBuilt'] = (report, source, course) => {
    const checked = checkReport(report, source, course);
    known.set(report, checked);
    onChecked?.(checked);
  };
  const options = { ...more, ...(writing && { downloads }), ...(onChecked && { onBuilt }) };
  const built = await buildFromCaches(context, options);
  const names = built.reports.map(({ report }) => report);
  const former = isCompared ? await readFormerNumbers(context, names) : new Map();
  return checkCourse(built, known, former);
}

interface CheckedOptions extends Partial<Omit<CourseOptions, 'onBuilt'>> {
  /** Whether the text is held against the numbers of an older build. */
  isCompared?: boolean;
  /** Called with each report when it is built and checked, while others are not. */
  onChecked?: (report: BuiltReport) => void;
}

/** Builds the reports a command is about, which may take from the caches; they are open. */
export function buildFromCaches(
  { root, report, terminal, words }: Context,
  more: Partial<CourseOptions>,
): Promise<BuiltCourse> {
  const { books, drawings, data, copies } = getCacheFolders(root);
  return buildCourse({
    root,
    ...(report !== undefined && { only: report }),
    cache: { books, drawings, data, copies },
    onReport: (name, index, count) => terminal.progress(words.building, `${index + 1}/${count} ${name}`),
    ...more,
  });
}

/** Before anything is asked of the caches. */
export function openCaches({ terminal, words, verbose }: Context): Promise<void> {
  if (verbose) watchDamage((file) => terminal.printError(words.damagedEntry(file)));
  return openCacheFolder((folder) => terminal.printError(words.notKept(folder)));
}
