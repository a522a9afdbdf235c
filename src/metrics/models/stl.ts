/**
 * Seasonal-trend decomposition by loess (Cleveland et al. 1990, see `loess.ts`), with the settings of R's `stl`:
 * the three parts add up to the numbers.
 */

import { meanOf, median } from '../../base/order.ts';
import { fitted, type Loess, smooth } from './loess.ts';

export interface Parts {
  seasonal: number[];
  trend: number[];
  remainder: number[];
}

export interface StlSettings {
  /** Places a season has, 2 or more. */
  period: number;
  /** Span of the seasonal smoothing, odd; `periodic`: the season never changes. */
  season: number | 'periodic';
  /** Outliers are given less weight, in 15 rounds. */
  robust?: boolean;
}

interface Fit {
  period: number;
  season: Loess;
  trend: Loess;
  low: Loess;
}

/** Undefined with fewer than two seasons. */
export function stl(numbers: readonly number[], settings: StlSettings): Parts | undefined {
  const { period, season, robust = false } = settings;
  const n = numbers.length;
  if (period < 2 || n < 2 * period) return undefined;
  const fit = fitOf(period, season === 'periodic' ? 10 * n + 1 : season);
  let trend = numbers.map(() => 0);
  let seasonal = trend;
  let weights: number[] | undefined;
  for (let outer = 0; outer <= (robust ? 15 : 0); outer++) {
    for (let inner = 0; inner < (robust ? 1 : 2); inner++) {
      seasonal = seasonalOf(numbers, trend, fit, weights);
      trend = smooth(
        numbers.map((x, i) => x - seasonal[i]!),
        fit.trend,
        weights,
      );
    }
    weights = robustWeights(numbers.map((x, i) => x - seasonal[i]! - trend[i]!));
  }
  if (season === 'periodic') seasonal = averaged(seasonal, period);
  return {
    seasonal,
    trend,
    remainder: withoutDust(
      numbers.map((x, i) => x - seasonal[i]! - trend[i]!),
      numbers,
    ),
  };
}

function fitOf(period: number, span: number): Fit {
  const loess = (width: number, degree: 0 | 1): Loess => ({
    span: width,
    degree,
    jump: Math.ceil(width / 10),
  });
  return {
    period,
    season: loess(span, 0),
    trend: loess(nextOdd(Math.ceil((1.5 * period) / (1 - 1.5 / span))), 1),
    low: loess(nextOdd(period), 1),
  };
}

function nextOdd(x: number): number {
  return x % 2 === 0 ? x + 1 : x;
}

/** Steps 1 to 4 of the inner loop: smooth each place of the season, and take out what is trend in that. */
function seasonalOf(
  numbers: readonly number[],
  trend: readonly number[],
  { period, season, low }: Fit,
  weights: readonly number[] | undefined,
): number[] {
  const cycle: number[] = new Array(numbers.length + 2 * period);
  const detrended = numbers.map((x, i) => x - trend[i]!);
  for (let place = 0; place < period; place++) {
    const own = <T>(all: readonly T[]) => all.filter((_, i) => i % period === place);
    const extended = extend(own(detrended), season, weights && own(weights));
    extended.forEach((x, i) => {
      cycle[i * period + place] = x;
    });
  }
  const averages = moving(moving(moving(cycle, period), period), 3);
  const slow = smooth(averages, low);
  return slow.map((x, i) => cycle[period + i]! - x);
}

/** Smoothed, and carried on by one place at either end. */
function extend(numbers: readonly number[], loess: Loess, weights?: readonly number[]): number[] {
  const k = numbers.length;
  const smoothed = smooth(numbers, loess, weights);
  const width = Math.min(loess.span, k);
  const before = fitted(numbers, 0, { from: 1, to: width }, loess, weights) ?? smoothed[0]!;
  const after = fitted(numbers, k + 1, { from: k - width + 1, to: k }, loess, weights) ?? smoothed[k - 1]!;
  return [before, ...smoothed, after];
}

function moving(numbers: readonly number[], width: number): number[] {
  const means: number[] = [];
  let sum = 0;
  numbers.forEach((x, i) => {
    sum += x - (i >= width ? numbers[i - width]! : 0);
    if (i >= width - 1) means.push(sum / width);
  });
  return means;
}

/** Bisquare weights of the remainders, which fall to 0 at six times their median. */
function robustWeights(remainders: readonly number[]): number[] {
  const sizes = remainders.map(Math.abs);
  const end = 6 * median(sizes)!;
  return sizes.map((size) => {
    if (size > 0.999 * end) return 0;
    return size <= 0.001 * end ? 1 : (1 - (size / end) ** 2) ** 2;
  });
}

function averaged(numbers: readonly number[], period: number): number[] {
  const means = Array.from({ length: period }, (_, place) =>
    meanOf(numbers.filter((_x, i) => i % period === place)),
  );
  return numbers.map((_, i) => means[i % period]!);
}

/** What the arithmetic leaves of a pure season is 0: nobody's outlier. `of`: the numbers it was taken from. */
export function withoutDust(rest: readonly number[], of: readonly number[]): number[] {
  const dust = 1e-9 * of.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  return rest.map((x) => (Math.abs(x) < dust ? 0 : x));
}
