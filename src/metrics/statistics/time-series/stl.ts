/**
 * Seasonal-trend decomposition by loess (Cleveland et al. 1990, see `loess.ts`), with the settings of R's `decomposeStl`:
 * the three parts add up to the numbers.
 */

import { computeMean, median } from '../../../base/quantiles.ts';
import { fitAt, type Loess, smoothLoess } from './loess.ts';

export interface StlComponents {
  seasonal: number[];
  trend: number[];
  remainder: number[];
}

interface StlSettings {
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
export function decomposeStl(numbers: readonly number[], settings: StlSettings): StlComponents | undefined {
  const { period, season, robust = false } = settings;
  const n = numbers.length;
  if (period < 2 || n < 2 * period) return undefined;
  const fit = createFit(period, season === 'periodic' ? 10 * n + 1 : season);
  let trend = numbers.map(() => 0);
  let seasonal = trend;
  let weights: number[] | undefined;
  for (let outer = 0; outer <= (robust ? 15 : 0); outer++) {
    for (let inner = 0; inner < (robust ? 1 : 2); inner++) {
      seasonal = smoothSeasonal(numbers, trend, fit, weights);
      trend = smoothLoess(
        numbers.map((x, i) => x - seasonal[i]!),
        fit.trend,
        weights,
      );
    }
    weights = computeRobustWeights(numbers.map((x, i) => x - seasonal[i]! - trend[i]!));
  }
  if (season === 'periodic') seasonal = averageSeasons(seasonal, period);
  return {
    seasonal,
    trend,
    remainder: zeroRoundingErrors(
      numbers.map((x, i) => x - seasonal[i]! - trend[i]!),
      numbers,
    ),
  };
}

function createFit(period: number, span: number): Fit {
  const loess = (width: number, degree: 0 | 1): Loess => ({
    span: width,
    degree,
    jump: Math.ceil(width / 10),
  });
  return {
    period,
    season: loess(span, 0),
    trend: loess(roundUpToOdd(Math.ceil((1.5 * period) / (1 - 1.5 / span))), 1),
    low: loess(roundUpToOdd(period), 1),
  };
}

function roundUpToOdd(x: number): number {
  return x % 2 === 0 ? x + 1 : x;
}

/** Steps 1 to 4 of the inner loop: smooth each place of the season, and take out what is trend in that. */
function smoothSeasonal(
  numbers: readonly number[],
  trend: readonly number[],
  { period, season, low }: Fit,
  weights: readonly number[] | undefined,
): number[] {
  const cycle: number[] = new Array(numbers.length + 2 * period);
  const detrended = numbers.map((x, i) => x - trend[i]!);
  for (let place = 0; place < period; place++) {
    const own = <T>(all: readonly T[]) => all.filter((_, i) => i % period === place);
    const extended = extendSmoothed(own(detrended), season, weights && own(weights));
    extended.forEach((x, i) => {
      cycle[i * period + place] = x;
    });
  }
  const averages = computeMovingAverage(computeMovingAverage(computeMovingAverage(cycle, period), period), 3);
  const slow = smoothLoess(averages, low);
  return slow.map((x, i) => cycle[period + i]! - x);
}

/** Smoothed, and carried on by one place at either end. */
function extendSmoothed(numbers: readonly number[], loess: Loess, weights?: readonly number[]): number[] {
  const k = numbers.length;
  const smoothed = smoothLoess(numbers, loess, weights);
  const width = Math.min(loess.span, k);
  const before = fitAt(numbers, 0, { from: 1, to: width }, loess, weights) ?? smoothed[0]!;
  const after = fitAt(numbers, k + 1, { from: k - width + 1, to: k }, loess, weights) ?? smoothed[k - 1]!;
  return [before, ...smoothed, after];
}

function computeMovingAverage(numbers: readonly number[], width: number): number[] {
  const means: number[] = [];
  let sum = 0;
  numbers.forEach((x, i) => {
    sum += x - (i >= width ? numbers[i - width]! : 0);
    if (i >= width - 1) means.push(sum / width);
  });
  return means;
}

/** Bisquare weights of the remainders, which fall to 0 at six times their median. */
function computeRobustWeights(remainders: readonly number[]): number[] {
  const sizes = remainders.map(Math.abs);
  const end = 6 * median(sizes)!;
  return sizes.map((size) => {
    if (size > 0.999 * end) return 0;
    return size <= 0.001 * end ? 1 : (1 - (size / end) ** 2) ** 2;
  });
}

function averageSeasons(numbers: readonly number[], period: number): number[] {
  const means = Array.from({ length: period }, (_, place) =>
    computeMean(numbers.filter((_x, i) => i % period === place)),
  );
  return numbers.map((_, i) => means[i % period]!);
}

/** What the arithmetic leaves of a pure season is 0: nobody's outlier. `of`: the numbers it was taken from. */
export function zeroRoundingErrors(rest: readonly number[], source: readonly number[]): number[] {
  const tolerance = 1e-9 * source.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  return rest.map((x) => (Math.abs(x) < tolerance ? 0 : x));
}
