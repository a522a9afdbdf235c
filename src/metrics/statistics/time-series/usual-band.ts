/** Between what bounds each number of a series would have been usual, by the method that calls outliers in it. */

import { median } from '../../../base/quantiles.ts';
import {
  type AnomalySide,
  computeEsdLimit,
  computeEsdSteps,
  findEsdOutliers,
  type MeasureCenter,
  measureByMean,
  measureByMedian,
  removeSeason,
} from './esd.ts';
import { computeRobustScale, USUAL_LIMIT } from './robust-z.ts';
import { findSeasonalReferences } from './seasonal-naive.ts';
import { decomposeStl } from './stl.ts';

interface UsualRange {
  low: number;
  high: number;
}

/** `null`: there is nothing to compare with. */
export type UsualBand = (UsualRange | null)[];

export function computeRobustBand(numbers: readonly number[], limit = USUAL_LIMIT): UsualBand {
  const usual = computeRobustRange(numbers, limit);
  return numbers.map(() => usual);
}

function computeRobustRange(numbers: readonly number[], limit: number): UsualRange {
  const middle = median(numbers) ?? 0;
  const half = limit * computeRobustScale(numbers);
  return { low: middle - half, high: middle + half };
}

/** Season and trend, and about them what the remainders usually are. */
export function computeStlBand(
  numbers: readonly number[],
  period: number,
  limit = USUAL_LIMIT,
): UsualBand | undefined {
  const parts = decomposeStl(numbers, { period, season: 'periodic', robust: true });
  if (!parts) return undefined;
  const { low, high } = computeRobustRange(parts.remainder, limit);
  return numbers.map((_, i) => {
    const expected = parts.seasonal[i]! + parts.trend[i]!;
    return { low: expected + low, high: expected + high };
  });
}

/** The same place of the season before, and about it what the differences usually are. */
export function computeSeasonalBand(
  numbers: readonly number[],
  period: number,
  limit = USUAL_LIMIT,
): UsualBand {
  const differences = numbers.slice(period).map((x, i) => x - numbers[i]!);
  const { low, high } = computeRobustRange(differences, limit);
  const before = findSeasonalReferences(numbers, period, limit);
  return before.map((x) => (x === null ? null : { low: x + low, high: x + high }));
}

interface EsdSettings {
  share: number;
  alpha: number;
}

/** Around the numbers that are left when the outliers are out, at the limit of the step that called none. */
export function computeEsdBand(numbers: readonly number[], { share, alpha }: EsdSettings): UsualBand {
  const usual = computeEsdRange(numbers, {
    most: Math.floor(numbers.length * share),
    alpha,
    center: measureByMean,
  });
  return numbers.map(() => usual);
}

export function computeSeasonalEsdBand(
  numbers: readonly number[],
  { period, share, alpha, side = 'both' }: EsdSettings & { period: number; side?: AnomalySide },
): UsualBand {
  const rest = removeSeason(numbers, period);
  const most = Math.floor(numbers.length * Math.min(share, 0.49));
  const usual = computeEsdRange(rest, { most, alpha, center: measureByMedian, side });
  return numbers.map((x, i) =>
    usual === null ? null : { low: x - rest[i]! + usual.low, high: x - rest[i]! + usual.high },
  );
}

function computeEsdRange(
  numbers: readonly number[],
  {
    most,
    alpha,
    center,
    side = 'both',
  }: { most: number; alpha: number; center: MeasureCenter; side?: AnomalySide },
): UsualRange | null {
  const out = new Set(findEsdOutliers(computeEsdSteps(numbers, most, { alpha, center, side })));
  const left = numbers.filter((_, i) => !out.has(i));
  const { middle, spread } = center(left);
  const step = out.size + 1;
  if (!Number.isFinite(spread) || numbers.length - step - 1 <= 0) return null;
  const half = spread * computeEsdLimit(numbers.length, step, side === 'both' ? alpha : 2 * alpha);
  // On the side that is not looked at whatever there is counts as usual.
  const [least, greatest] = [Math.min(middle - half, ...left), Math.max(middle + half, ...left)];
  return { low: side === 'high' ? least : middle - half, high: side === 'low' ? greatest : middle + half };
}
