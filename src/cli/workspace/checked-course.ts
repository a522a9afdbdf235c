import { checkCourse } from '../../checks/checks.ts';
import { type BuiltCourse, buildCourse } from '../../report/build-course.ts';
import type { Context } from '../command.ts';
import { getWorkFolders } from './work-folders.ts';

/**
 * Builds and checks the reports a command is about, telling how far it is. `writing`: tables are also written as
 * CSV for download. Without it nothing is kept, and nothing is left behind in a course that was only looked at.
 */
export async function buildCheckedCourse(
  context: Context,
  writing: boolean,
  identity = false,
): Promise<BuiltCourse> {
  const { root, report, terminal, words } = context;
  const folders = getWorkFolders(root);
  const built = await buildCourse({
    root,
    identity,
    ...(report !== undefined && { only: report }),
    ...(writing && { cache: folders.cache, downloads: folders.downloads }),
    onReport: (name, index, count) => terminal.progress(words.building, `${index + 1}/${count} ${name}`),
  });
  return checkCourse(built);
}
