import { expect, test } from 'vitest';
import { wilsonInterval } from './wilson-interval.ts';

test('statsmodels proportion_confint(method="wilson"): 0/50, 5/100 (metrics.md R11)', () => {
  expect(wilsonInterval(0, 50)!.low).toBe(0);
  expect(wilsonInterval(0, 50)!.high).toBeCloseTo(0.0713, 4);
  expect(wilsonInterval(5, 100)!.low).toBeCloseTo(0.0215, 4);
  expect(wilsonInterval(5, 100)!.high).toBeCloseTo(0.1118, 4);
});

test('nothing can be said without trials', () => {
  expect(wilsonInterval(0, 0)).toBeUndefined();
  expect(wilsonInterval(3, 2)).toBeUndefined();
});

test('with none or all of them an end is 0 or 1, not a number beside it', () => {
  for (const trials of [1, 7, 35, 775, 4096]) {
    expect(wilsonInterval(0, trials)!.low).toBe(0);
    expect(wilsonInterval(trials, trials)!.high).toBe(1);
  }
});
