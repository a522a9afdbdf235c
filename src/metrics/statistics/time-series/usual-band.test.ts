import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeEsdSteps, findEsdOutliers, findSeasonalEsdOutliers, measureByMean } from './esd.ts';
import { findOutliers } from './robust-z.ts';
import { findSeasonalOutliers } from './seasonal-naive.ts';
import { decomposeStl } from './stl.ts';
import {
  computeEsdBand,
  computeRobustBand,
  computeSeasonalBand,
  computeSeasonalEsdBand,
  computeStlBand,
  type UsualBand,
} from './usual-band.ts';

const outside = (numbers: readonly number[], band: UsualBand | undefined) =>
  numbers.flatMap((x, i) => {
    const usual = band?.[i];
    return usual && (x > usual.high || x < usual.low) ? [i] : [];
  });

const weekly = [5, 9, 2, 9, 0, 6, 3, 8, 5, 8, 7, 8, 8, 0, 2, 5, 0, 5, 6, 7, 3, 6, 1, 4, 4, 4, 3, 7, 5, 8];
const jumping = weekly.with(9, 18).with(15, -5).with(26, 30);

describe('the numbers outside the band are those the method calls', () => {
  test('robust z, of any numbers', () => {
    const numbers = fc.array(fc.integer({ min: -9, max: 40 }), { minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(numbers, (xs) => {
        expect(outside(xs, computeRobustBand(xs))).toEqual(findOutliers(xs));
      }),
    );
  });
  test('STL', () => {
    const { remainder } = decomposeStl(jumping, { period: 7, season: 'periodic', robust: true })!;
    expect(outside(jumping, computeStlBand(jumping, 7))).toEqual(findOutliers(remainder));
    expect(computeStlBand([1, 2, 3], 7)).toBeUndefined();
  });
  test('generalised ESD', () => {
    const called = findEsdOutliers(computeEsdSteps(jumping, 6, { center: measureByMean }));
    expect(called.length).toBeGreaterThan(0);
    expect(outside(jumping, computeEsdBand(jumping, { share: 0.2, alpha: 0.05 }))).toEqual(called);
  });
  test('seasonal hybrid ESD, the series of AnomalyDetection.rb', () => {
    const settings = { period: 7, share: 0.2, alpha: 0.05 };
    expect(outside(jumping, computeSeasonalEsdBand(jumping, settings))).toEqual(
      findSeasonalEsdOutliers(jumping, settings),
    );
  });
  test('seasonal naive: a jump is outside once, and no forerunner of the next season', () => {
    const twice = [10, 20, 30, 11, 21, 29, 10, 19, 31, 9, 90, 30, 10, 20, 30, 11, 19, 30];
    expect(computeSeasonalBand(twice, 3).slice(0, 3)).toEqual([null, null, null]);
    expect(outside(twice, computeSeasonalBand(twice, 3))).toEqual(findSeasonalOutliers(twice, 3));
  });
});

test('too few numbers for a test have no band', () => {
  expect(computeEsdBand([1, 2], { share: 0.4, alpha: 0.05 })).toEqual([null, null]);
  expect(computeEsdBand([], { share: 0.4, alpha: 0.05 })).toEqual([]);
});
