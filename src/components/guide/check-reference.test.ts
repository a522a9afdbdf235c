import { expect, test } from 'vitest';
import { catalog } from '../../problems/catalog.ts';
import { problemExamples } from '../../problems/problem-examples.generated.ts';
import { rightLines } from '../../problems/right-lines.ts';
import { ruleProblems } from '../../problems/rule-problems.ts';
import { checkKinds } from '../../words/site/check-words.ts';
import { listChecks } from './check-reference.ts';

const entries = listChecks(checkKinds).flatMap((group) => group.entries);

test('every problem stands once', () => {
  expect(entries.map(({ id }) => id).sort()).toEqual(Object.keys(catalog).sort());
});

test('what is shown is of a problem that there is, and every rule has an example', () => {
  expect(Object.keys(catalog)).toEqual(expect.arrayContaining(Object.keys(problemExamples)));
  expect(Object.keys(problemExamples)).toEqual(expect.arrayContaining(Object.keys(rightLines)));
  const without = Object.keys(ruleProblems).filter((id) => !problemExamples[id]);
  // It is no rule: it counts what a rule found more often than is told.
  expect(without).toEqual(['more-found']);
});
