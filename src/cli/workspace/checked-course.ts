import { checkCourse } from '../../checks/checks.ts';
import { watchDamage } from '../../files/cache.ts';
import { type BuiltCourse, buildCourse, type CourseOptions } from '../../report/build-course.ts';
import type { Context } from '../command.ts';
import { getCacheFolders, openCacheFolder } from './cache-folders.ts';

/**
 * Builds and checks the reports a command is about, telling how far it is. `writing`: tables are also written as
 * CSV for download, and kept. Without it nothing is left behind in a course that was only looked at.
 */
export async function buildCheckedCourse(
  context: Context,
  writing: boolean,
  more: Partial<CourseOptions> = {},
): Promise<BuiltCourse> {
  await openCaches(context);
  const { downloads } = getCacheFolders(context.root);
  return checkCourse(await buildFromCaches(context, { ...more, ...(writing && { downloads }) }));
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
