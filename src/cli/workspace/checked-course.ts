import { checkCourse } from '../../checks/checks.ts';
import { watchDamage } from '../../files/cache.ts';
import { type BuiltCourse, buildCourse } from '../../report/build-course.ts';
import type { Context } from '../command.ts';
import { getCacheFolders, openCacheFolder } from './cache-folders.ts';

/**
 * Builds and checks the reports a command is about, telling how far it is. `writing`: tables are also written as
 * CSV for download, and kept. Without it nothing is left behind in a course that was only looked at.
 */
export async function buildCheckedCourse(
  context: Context,
  writing: boolean,
  identity = false,
): Promise<BuiltCourse> {
  const { root, report, terminal, words } = context;
  await openCaches(context);
  const { books, drawings, data, copies, downloads } = getCacheFolders(root);
  const built = await buildCourse({
    root,
    identity,
    ...(report !== undefined && { only: report }),
    cache: { books, drawings, data, copies },
    ...(writing && { downloads }),
    onReport: (name, index, count) => terminal.progress(words.building, `${index + 1}/${count} ${name}`),
  });
  return checkCourse(built);
}

/** Before anything is asked of the caches. */
export function openCaches({ terminal, words, verbose }: Context): Promise<void> {
  if (verbose) watchDamage((file) => terminal.printError(words.damagedEntry(file)));
  return openCacheFolder((folder) => terminal.printError(words.notKept(folder)));
}
