import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { median, quantile } from '../../../base/quantiles.ts';
import { computeContributions } from '../../families/anomalies/contributions.ts';
import { computeEsdSteps, findEsdOutliers, findSeasonalEsdOutliers, measureByMean } from './esd.ts';
import { computeRobustScores, findOutliers } from './robust-z.ts';
import { computeSeasonalDifferences, findSeasonalOutliers } from './seasonal-naive.ts';
import { decomposeStl } from './stl.ts';

/** B. Rosner 1983, as the NIST handbook prints it. */
const rosner =
  `-0.25 0.68 0.94 1.15 1.20 1.26 1.26 1.34 1.38 1.43 1.49 1.49 1.55 1.56 1.58 1.65 1.69 1.70 1.76 1.77
  1.81 1.91 1.94 1.96 1.99 2.06 2.09 2.10 2.14 2.15 2.23 2.24 2.26 2.35 2.37 2.40 2.47 2.54 2.62 2.64 2.90 2.92
  2.92 2.93 3.21 3.26 3.30 3.59 3.68 4.30 4.64 5.34 5.42 6.01`
    .split(/\s+/)
    .map(Number);

const weekly = [5, 9, 2, 9, 0, 6, 3, 8, 5, 8, 7, 8, 8, 0, 2, 5, 0, 5, 6, 7, 3, 6, 1, 4, 4, 4, 3, 7, 5, 8];

describe('percentiles', () => {
  test('Wikipedia, Percentile: the 40th of 15, 20, 35, 40, 50 is 29', () => {
    expect(quantile([15, 20, 35, 40, 50], 0.4)).toBeCloseTo(29, 12);
  });
  test('nothing has no middle', () => expect(median([])).toBeUndefined());
});

describe('robust z', () => {
  test('the Rosner series: exactly the three largest, 4.016, 4.115, 4.845', () => {
    const scores = computeRobustScores(rosner);
    expect(findOutliers(rosner)).toEqual([51, 52, 53]);
    expect(scores.slice(-3).map((score) => score.toFixed(3))).toEqual(['4.016', '4.115', '4.845']);
  });
  test('equal numbers have no outlier; one among equals has', () => {
    expect(computeRobustScores([3, 3, 3])).toEqual([0, 0, 0]);
    expect(findOutliers([3, 3, 3, 3, 3, 3, 3, 3, 3, 9])).toEqual([9]);
    expect(findOutliers([])).toEqual([]);
  });
});

describe('generalised ESD', () => {
  test('NIST e-Handbook 1.3.5.17.3 (Rosner 1983): three outliers, R and λ of ten steps', () => {
    const steps = computeEsdSteps(rosner, 10, { center: measureByMean });
    const r = [3.118, 2.942, 3.179, 2.81, 2.815, 2.848, 2.279, 2.31, 2.101, 2.067];
    const limits = [3.158, 3.151, 3.143, 3.136, 3.128, 3.12, 3.111, 3.103, 3.094, 3.085];
    steps.forEach((step, i) => {
      expect(step.r).toBeCloseTo(r[i]!, 2);
      expect(step.limit).toBeCloseTo(limits[i]!, 2);
    });
    expect(findEsdOutliers(steps)).toEqual([51, 52, 53]);
  });
});

describe('STL', () => {
  test('R stl(ts, s.window = 7), tests of stl-rust: seasonal, trend, remainder', () => {
    const { seasonal, trend, remainder } = decomposeStl(weekly, { period: 7, season: 7 })!;
    const told = {
      seasonal: [0.36926576, 0.75655484, -1.3324139, 1.9553658, -0.6044802],
      trend: [4.804099, 4.9097075, 5.015316, 5.16045, 5.305584],
      remainder: [-0.17336464, 3.3337379, -1.6829021, 1.8841844, -4.7011037],
    };
    for (let i = 0; i < 5; i++) {
      expect(seasonal[i]).toBeCloseTo(told.seasonal[i]!, 5);
      expect(trend[i]).toBeCloseTo(told.trend[i]!, 5);
      expect(remainder[i]).toBeCloseTo(told.remainder[i]!, 5);
    }
  });
  test('the parts add up, robust and not', () => {
    const numbers = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 14, maxLength: 40 });
    fc.assert(
      fc.property(numbers, fc.boolean(), (xs, robust) => {
        const { seasonal, trend, remainder } = decomposeStl(xs, { period: 7, season: 7, robust })!;
        xs.forEach((x, i) => {
          expect(seasonal[i]! + trend[i]! + remainder[i]!).toBeCloseTo(x, 8);
        });
      }),
      { numRuns: 30 },
    );
  });
  test('less than two seasons cannot be taken apart', () => {
    expect(decomposeStl([1, 2, 3], { period: 7, season: 7 })).toBeUndefined();
  });
});

describe('seasonal hybrid ESD', () => {
  test('AnomalyDetection.rb: 18, −5 and 30 at places 9, 15 and 26', () => {
    const series = weekly.with(9, 18).with(15, -5).with(26, 30);
    expect(findSeasonalEsdOutliers(series, { period: 7, share: 0.2 })).toEqual([9, 15, 26]);
  });
  test('AnomalyDetection.rb: without a season [1, 6, 2, 3, 3, 0] has one at place 1', () => {
    expect(findSeasonalEsdOutliers([1, 6, 2, 3, 3, 0], { share: 0.2 })).toEqual([1]);
  });
  test('AnomalyDetection.rb, direction: above 9 and 26, below 15', () => {
    const series = weekly.with(9, 18).with(15, -5).with(26, 30);
    expect(findSeasonalEsdOutliers(series, { period: 7, side: 'high' })).toEqual([9, 26]);
    expect(findSeasonalEsdOutliers(series, { period: 7, side: 'low' })).toEqual([15]);
  });
  test('constant numbers have none', () =>
    expect(findSeasonalEsdOutliers([4, 4, 4, 4, 4, 4], { share: 0.4 })).toEqual([]));
});

describe('seasonal naive', () => {
  const twice = [10, 20, 30, 11, 21, 29, 10, 19, 31, 9, 90, 30, 10, 20, 30, 11, 19, 30];
  test('compares with the season before', () => {
    expect(computeSeasonalDifferences([1, 2, 5, 7], 2)).toEqual([null, null, 4, 5]);
  });
  test('calls a jump once, not again when its season comes round', () => {
    expect(findSeasonalOutliers(twice, 3)).toEqual([10]);
  });
});

test('contributions of segments add up to the whole change', () => {
  const found = computeContributions(
    new Map([
      ['a', 100],
      ['b', 50],
    ]),
    new Map([
      ['a', 60],
      ['c', 10],
    ]),
  );
  expect(found.map(({ segment, change }) => [segment, change])).toEqual([
    ['b', -50],
    ['a', -40],
    ['c', 10],
  ]);
  expect(found.reduce((sum, { share }) => sum + share!, 0)).toBeCloseTo(1, 12);
  expect(computeContributions(new Map([['a', 1]]), new Map([['b', 1]]))[0]!.share).toBeUndefined();
});
