import { join } from 'node:path';
import { type SettledCourse, settleCourse } from '../report/course.ts';
import type { Context } from './command.ts';
import type { ProblemGroup } from './problem-group.ts';

/** Settles the reports a command is about, telling how far it is. */
export async function settle(context: Context): Promise<SettledCourse> {
  const { root, report, draft, terminal, words } = context;
  return settleCourse({
    root,
    ...(report !== undefined && { only: report }),
    draft,
    cacheDir: join(root, '.fupan', 'cache'),
    onProgress: (step) => terminal.progress(words.settling, step),
  });
}

/** All problems of a settled course: its own files first, then a group a report. */
export function groupsOf(settled: SettledCourse, context: Context): ProblemGroup[] {
  return [
    { report: '', title: context.words.courseFiles, problems: settled.problems },
    ...settled.reports.map(({ report, title, problems }) => ({ report, title, problems })),
  ];
}
