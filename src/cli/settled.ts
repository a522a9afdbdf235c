import { checkCourse } from '../check/run.ts';
import { type SettledCourse, settleCourse } from '../report/course.ts';
import type { Context } from './command.ts';
import type { ProblemGroup } from './problem-group.ts';
import { workFolders } from './work-folders.ts';

/**
 * Settles and checks the reports a command is about, telling how far it is. `writing`: tables are also written as
 * CSV for download. Without it nothing is kept, and nothing is left behind in a course that was only looked at.
 */
export async function settle(context: Context, writing: boolean, identity = false): Promise<SettledCourse> {
  const { root, report, terminal, words } = context;
  const folders = workFolders(root);
  const settled = await settleCourse({
    root,
    identity,
    ...(report !== undefined && { only: report }),
    ...(writing && { cache: folders.cache, downloads: folders.downloads }),
    onReport: (name, index, count) => terminal.progress(words.settling, `${index + 1}/${count} ${name}`),
  });
  return checkCourse(settled);
}

/** All problems of a settled course: its own files first, then a group a report. */
export function groupsOf(settled: SettledCourse, context: Context): ProblemGroup[] {
  return [
    { report: '', title: context.words.courseFiles, problems: settled.problems },
    ...settled.reports.map(({ report, title, problems }) => ({ report, title, problems })),
  ];
}
