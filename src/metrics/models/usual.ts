/** Between what bounds each number of a series would have been usual, by the method that calls outliers in it. */

import { median } from '../../base/order.ts';
import { byMean, byMedian, type Center, esdOutliers, esdSteps, limitAt, seasonalRest } from './esd.ts';
import { robustScale, USUAL_LIMIT } from './robust-z.ts';
import { usualForerunners } from './seasonal-naive.ts';
import { stl } from './stl.ts';

export interface Usual {
  low: number;
  high: number;
}

/** `null`: there is nothing to compare with. */
export type Band = (Usual | null)[];

export function robustBand(numbers: readonly number[], limit = USUAL_LIMIT): Band {
  const usual = robustUsual(numbers, limit);
  return numbers.map(() => usual);
}

function robustUsual(numbers: readonly number[], limit: number): Usual {
  const middle = median(numbers) ?? 0;
  const half = limit * robustScale(numbers);
  return { low: middle - half, high: middle + half };
}

/** Season and trend, and about them what the remainders usually are. */
export function stlBand(numbers: readonly number[], period: number, limit = USUAL_LIMIT): Band | undefined {
  const parts = stl(numbers, { period, season: 'periodic', robust: true });
  if (!parts) return undefined;
  const { low, high } = robustUsual(parts.remainder, limit);
  return numbers.map((_, i) => {
    const expected = parts.seasonal[i]! + parts.trend[i]!;
    return { low: expected + low, high: expected + high };
  });
}

/** The same place of the season before, and about it what the differences usually are. */
export function seasonalBand(numbers: readonly number[], period: number, limit = USUAL_LIMIT): Band {
  const differences = numbers.slice(period).map((x, i) => x - numbers[i]!);
  const { low, high } = robustUsual(differences, limit);
  const before = usualForerunners(numbers, period, limit);
  return before.map((x) => (x === null ? null : { low: x + low, high: x + high }));
}

interface EsdSettings {
  share: number;
  alpha: number;
}

/** Around the numbers that are left when the outliers are out, at the limit of the step that called none. */
export function esdBand(numbers: readonly number[], { share, alpha }: EsdSettings): Band {
  const usual = esdUsual(numbers, { most: Math.floor(numbers.length * share), alpha, center: byMean });
  return numbers.map(() => usual);
}

export function seasonalEsdBand(
  numbers: readonly number[],
  { period, share, alpha }: EsdSettings & { period: number },
): Band {
  const rest = seasonalRest(numbers, period);
  const most = Math.floor(numbers.length * Math.min(share, 0.49));
  const usual = esdUsual(rest, { most, alpha, center: byMedian });
  return numbers.map((x, i) =>
    usual === null ? null : { low: x - rest[i]! + usual.low, high: x - rest[i]! + usual.high },
  );
}

function esdUsual(
  numbers: readonly number[],
  { most, alpha, center }: { most: number; alpha: number; center: Center },
): Usual | null {
  const out = new Set(esdOutliers(esdSteps(numbers, most, { alpha, center })));
  const left = numbers.filter((_, i) => !out.has(i));
  const { middle, spread } = center(left);
  const step = out.size + 1;
  if (!Number.isFinite(spread) || numbers.length - step - 1 <= 0) return null;
  const half = spread * limitAt(numbers.length, step, alpha);
  return { low: middle - half, high: middle + half };
}
