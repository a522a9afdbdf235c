import { expect, test } from 'vitest';
import { computeLorenzCurve, gini } from './gini.ts';

const incomes = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261];

test('R package ineq: Gini of its example incomes is 0.4620911', () => {
  expect(gini(incomes)).toBeCloseTo(0.4620911, 7);
});

test('R package phylotools: gini(c(1,3,2,1,1,1,4)) is 0.3076923', () => {
  expect(gini([1, 3, 2, 1, 1, 1, 4])).toBeCloseTo(0.3076923, 7);
});

test('is one minus twice the area under the curve', () => {
  const curve = computeLorenzCurve(incomes);
  const area = curve
    .slice(1)
    .reduce((sum, [x, y], i) => sum + ((x - curve[i]![0]) / 100) * ((y + curve[i]![1]) / 200), 0);
  expect(gini(incomes)).toBeCloseTo(1 - 2 * area, 12);
});

test('all the same: 0; all in one of n: 1 − 1/n; nothing, or less than nothing: none', () => {
  expect(gini([5, 5, 5])).toBe(0);
  expect(gini([0, 0, 0, 8])).toBeCloseTo(0.75, 12);
  expect(gini([0, 0])).toBeUndefined();
  expect(gini([-1, 5])).toBeUndefined();
});
