import { expect, test } from 'vitest';
import type { Problem, Severity } from '../../base/problem.ts';
import { compareProblems, sortErrorsLast } from './problem-changes.ts';

const both = (text: string) => ({ zh: text, en: text });

function createProblem(id: string, severity: Severity = 'error', line = 1, file = 'a.mdx'): Problem {
  return { id, severity, place: { file, line }, what: both(id), cure: both('') };
}

const group = (report: string, ...problems: Problem[]) => ({ report, title: report, problems });
const listIds = (groups: ReturnType<typeof group>[]) =>
  groups.map(({ report, problems }) => [report, ...problems.map(({ id }) => id)]);

test('what is told anew is what was not there before', () => {
  const before = [group('', createProblem('x')), group('a', createProblem('y'), createProblem('z'))];
  const after = [group('', createProblem('x')), group('a', createProblem('z'), createProblem('w'))];
  const { appeared, gone } = compareProblems(before, after);
  expect(listIds(appeared)).toEqual([['a', 'w']]);
  expect(listIds(gone)).toEqual([['a', 'y']]);
});

test('a line that moves is no change; one more of the same is', () => {
  const before = [group('a', createProblem('x', 'error', 3))];
  const moved = [group('a', createProblem('x', 'error', 9))];
  expect(compareProblems(before, moved)).toEqual({ appeared: [], gone: [] });
  const twice = [group('a', createProblem('x', 'error', 3), createProblem('x', 'error', 9))];
  expect(listIds(compareProblems(before, twice).appeared)).toEqual([['a', 'x']]);
  expect(listIds(compareProblems(twice, before).gone)).toEqual([['a', 'x']]);
  const elsewhere = [group('a', createProblem('x', 'error', 3, 'b.mdx'))];
  expect(listIds(compareProblems(before, elsewhere).appeared)).toEqual([['a', 'x']]);
});

test('a report that came or went brings or takes all of its own', () => {
  const one = [group('a', createProblem('x'))];
  const two = [...one, group('b', createProblem('x'))];
  expect(listIds(compareProblems(one, two).appeared)).toEqual([['b', 'x']]);
  expect(listIds(compareProblems(two, one).gone)).toEqual([['b', 'x']]);
});

test('errors stand last, in a report and among the reports', () => {
  const groups = [
    group('a', createProblem('e'), createProblem('f', 'finding'), createProblem('w', 'warning')),
    group('b', createProblem('f', 'finding')),
  ];
  expect(listIds(sortErrorsLast(groups))).toEqual([
    ['b', 'f'],
    ['a', 'f', 'w', 'e'],
  ]);
});
