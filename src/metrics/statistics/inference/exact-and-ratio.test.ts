import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareRatios, computeRatio, type RatioSums } from './delta-method.ts';
import { computeFisherExact } from './fisher-exact.ts';
import { computeSample } from './welch.ts';

describe('Fisher’s exact test', () => {
  test('R documentation, fisher.test: convictions of twins, 2 of 17 against 10 of 13, p 0.0005367', () => {
    expect(computeFisherExact({ successes: 2, n: 17 }, { successes: 10, n: 13 })).toBeCloseTo(0.0005367, 7);
  });
  test('Agresti 2007, table 2.8: the lady tasting tea, two-sided P 0.486', () => {
    expect(computeFisherExact({ successes: 3, n: 4 }, { successes: 1, n: 4 })).toBeCloseTo(34 / 70, 12);
  });
  test('an empty cell says something, an empty arm nothing', () => {
    expect(computeFisherExact({ successes: 0, n: 5 }, { successes: 5, n: 5 })).toBeCloseTo(2 / 252, 12);
    expect(computeFisherExact({ successes: 0, n: 0 }, { successes: 5, n: 5 })).toBeUndefined();
  });
  test('either arm first, failures for successes: one p, from 0 to 1', () => {
    const arm = fc
      .integer({ min: 1, max: 30 })
      .chain((n) => fc.record({ n: fc.constant(n), successes: fc.nat(n) }));
    fc.assert(
      fc.property(arm, arm, (first, second) => {
        const p = computeFisherExact(first, second)!;
        const failures = ({ n, successes }: typeof first) => ({ n, successes: n - successes });
        expect(computeFisherExact(second, first)).toBeCloseTo(p, 9);
        expect(computeFisherExact(failures(first), failures(second))).toBeCloseTo(p, 9);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });
});

const user = fc.record({ x: fc.integer({ min: 1, max: 9 }), y: fc.integer({ min: 0, max: 9 }) });
const users = fc.array(user, { minLength: 3, maxLength: 40 });

function sumsOf(all: { x: number; y: number }[]): RatioSums {
  const total = (of: (one: { x: number; y: number }) => number) => all.reduce((sum, one) => sum + of(one), 0);
  return {
    n: all.length,
    x: total(({ x }) => x),
    y: total(({ y }) => y),
    xx: total(({ x }) => x * x),
    yy: total(({ y }) => y * y),
    xy: total(({ x, y }) => x * y),
  };
}

describe('ratios by the delta method', () => {
  test('the variance is that of the residuals y − Rx over n·x̄² (Deng, Knoblich & Lu 2018)', () => {
    fc.assert(
      fc.property(users, (all) => {
        const { ratio, variance } = computeRatio(sumsOf(all))!;
        const residuals = all.map(({ x, y }) => y - ratio * x);
        const mean = sumsOf(all).x / all.length;
        const spread = residuals.reduce((sum, one) => sum + one * one, 0) / (all.length - 1);
        expect(variance).toBeCloseTo(spread / (all.length * mean ** 2), 9);
      }),
    );
  });
  test('one view a user: the ratio is a mean, with its variance', () => {
    fc.assert(
      fc.property(users, (all) => {
        const sums = sumsOf(all.map(({ y }) => ({ x: 1, y })));
        const sample = computeSample(sums.n, sums.y, sums.yy);
        const { ratio, variance } = computeRatio(sums)!;
        expect(ratio).toBeCloseTo(sample.mean, 9);
        expect(variance).toBeCloseTo(sample.variance / sample.n, 9);
      }),
    );
  });
  test('nothing to divide by, or one user, says nothing; two arms alike do not differ', () => {
    expect(computeRatio(sumsOf([{ x: 2, y: 1 }]))).toBeUndefined();
    expect(computeRatio({ n: 3, x: 0, y: 1, xx: 0, yy: 1, xy: 0 })).toBeUndefined();
    const one = computeRatio(
      sumsOf([
        { x: 2, y: 1 },
        { x: 3, y: 2 },
        { x: 2, y: 2 },
      ]),
    )!;
    expect(compareRatios(one, one)).toMatchObject({ difference: 0, z: 0, p: 1 });
  });
});
