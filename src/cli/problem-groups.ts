import type { ReportCard } from '../base/card/report-card.ts';
import type { Problem, Severity } from '../base/problem.ts';
import type { BuiltCourse } from '../report/build-course.ts';
import type { Context } from './command.ts';
import { completeCommands } from './command-line.ts';

/** The problems of one report, or of the course's own files. */
export interface ProblemGroup {
  /** Folder name of the report; '' for the course. */
  report: string;
  title: string;
  problems: Problem[];
  /** Where it is to be told. */
  card?: ReportCard;
}

/** All problems of a built course: its own files first, then a group a report. */
export function groupProblems(built: BuiltCourse, context: Context): ProblemGroup[] {
  const problems = built.problems.map((problem) => withCommands(problem, context));
  return [
    { report: '', title: context.words.courseFiles, problems },
    ...built.reports.map(({ report, title, problems }) => ({ report, title, problems })),
  ];
}

/** The same, each report with its card. */
export function withCards(groups: readonly ProblemGroup[], { reports }: BuiltCourse): ProblemGroup[] {
  const cards = new Map(reports.map(({ report, card }) => [report, card]));
  return groups.map((group) => {
    const card = cards.get(group.report);
    return card ? { ...group, card } : group;
  });
}

/** A cure may name a command; it is told as it works where the person stands. */
function withCommands(problem: Problem, context: Context): Problem {
  const { zh, en } = problem.cure;
  return { ...problem, cure: { zh: completeCommands(zh, context), en: completeCommands(en, context) } };
}

/** Errors of a report stand on its own pages; those of the course's files would stand nowhere. */
export function listCourseErrors(groups: readonly ProblemGroup[]): Problem[] {
  const ofCourse = groups.filter(({ report }) => report === '').flatMap(({ problems }) => problems);
  return ofCourse.filter(({ severity }) => severity === 'error');
}

type SeverityCounts = Record<Severity, number>;

export function countBySeverity(groups: readonly ProblemGroup[]): SeverityCounts {
  const counts: SeverityCounts = { error: 0, warning: 0, finding: 0 };
  for (const { problems } of groups) for (const { severity } of problems) counts[severity]++;
  return counts;
}

export function hasErrors(groups: readonly ProblemGroup[]): boolean {
  return countBySeverity(groups).error > 0;
}
