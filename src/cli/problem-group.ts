import type { Problem, Severity } from '../base/problem.ts';

/** The problems of one report, or of the course's own files. */
export interface ProblemGroup {
  /** Folder name of the report; '' for the course. */
  report: string;
  title: string;
  problems: Problem[];
}

export type Counts = Record<Severity, number>;

/** Most serious first; also the order of printing. */
export const severities: readonly Severity[] = ['error', 'warning', 'finding'];

export function count(groups: readonly ProblemGroup[]): Counts {
  const counts: Counts = { error: 0, warning: 0, finding: 0 };
  for (const { problems } of groups) for (const { severity } of problems) counts[severity]++;
  return counts;
}

/** Errors first, then by place, so that a run prints the same however the stages were timed. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      byText(a.place.file, b.place.file) ||
      (a.place.line ?? 0) - (b.place.line ?? 0) ||
      (a.place.column ?? 0) - (b.place.column ?? 0) ||
      byText(a.place.cell ?? '', b.place.cell ?? '') ||
      byText(a.id, b.id),
  );
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
