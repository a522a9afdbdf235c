import type { Problem, Severity } from '../../base/problem.ts';
import type { ProblemGroup } from '../problem-groups.ts';

/** What differs between the problems of two runs. */
export interface ProblemChanges {
  appeared: ProblemGroup[];
  gone: ProblemGroup[];
}

/** A line further up moves all below it: a problem is the same while it says the same of the same file. */
const toKey = ({ id, place, what }: Problem): string => `${id} ${place.file} ${place.cell ?? ''} ${what.zh}`;

/** Compares two runs report by report; of problems that say the same their number counts. */
export function compareProblems(
  before: readonly ProblemGroup[],
  after: readonly ProblemGroup[],
): ProblemChanges {
  return { appeared: listSurplus(after, before), gone: listSurplus(before, after) };
}

/** What the groups of `some` hold beyond those of `others`. */
function listSurplus(some: readonly ProblemGroup[], others: readonly ProblemGroup[]): ProblemGroup[] {
  const surplus = some.map((group) => {
    const known = others.find(({ report }) => report === group.report)?.problems ?? [];
    const left = new Map<string, number>();
    for (const key of known.map(toKey)) left.set(key, (left.get(key) ?? 0) + 1);
    const problems = group.problems.filter((problem) => {
      const count = left.get(toKey(problem)) ?? 0;
      left.set(toKey(problem), count - 1);
      return count <= 0;
    });
    return { ...group, problems };
  });
  return surplus.filter(({ problems }) => problems.length > 0);
}

const order: Severity[] = ['finding', 'warning', 'error'];

/** Errors last: in a terminal that is what stays in sight. */
export function sortErrorsLast(groups: readonly ProblemGroup[]): ProblemGroup[] {
  const rank = (problems: Problem[]): number =>
    Math.max(-1, ...problems.map(({ severity }) => order.indexOf(severity)));
  return groups
    .map((group) => ({
      ...group,
      problems: group.problems.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity)),
    }))
    .toSorted((a, b) => rank(a.problems) - rank(b.problems));
}
