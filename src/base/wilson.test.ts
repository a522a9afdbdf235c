import { expect, test } from 'vitest';
import { wilson } from './wilson.ts';

test('statsmodels proportion_confint(method="wilson"): 0/50, 5/100 (metrics.md R11)', () => {
  expect(wilson(0, 50)!.low).toBe(0);
  expect(wilson(0, 50)!.high).toBeCloseTo(0.0713, 4);
  expect(wilson(5, 100)!.low).toBeCloseTo(0.0215, 4);
  expect(wilson(5, 100)!.high).toBeCloseTo(0.1118, 4);
});

test('nothing can be said without trials', () => {
  expect(wilson(0, 0)).toBeUndefined();
  expect(wilson(3, 2)).toBeUndefined();
});
