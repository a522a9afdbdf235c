/** Generalised ESD test for up to `most` outliers (B. Rosner 1983; NIST/SEMATECH e-Handbook 1.3.5.17.3). */
import { computeMean, median, medianAbsoluteDeviation } from '../../../base/quantiles.ts';
import { studentQuantile } from '../distributions.ts';
import { decomposeStl, zeroRoundingErrors } from './stl.ts';

interface EsdStep {
  /** Place of the number farthest out, from 0. */
  at: number;
  /** How far out it is, in spreads. */
  r: number;
  /** From here on it is an outlier. */
  limit: number;
}

export type MeasureCenter = (numbers: readonly number[]) => { middle: number; spread: number };

export const measureByMean: MeasureCenter = (numbers) => {
  const middle = computeMean(numbers) ?? 0;
  const squares = numbers.reduce((sum, x) => sum + (x - middle) ** 2, 0);
  return { middle, spread: Math.sqrt(squares / (numbers.length - 1)) };
};

/** 1.4826 MAD estimates a standard deviation and does not notice the outliers themselves. */
export const measureByMedian: MeasureCenter = (numbers) => ({
  middle: median(numbers) ?? 0,
  spread: 1.4826 * (medianAbsoluteDeviation(numbers) ?? 0),
});

/** Which way a number must be out: both, or only above or below the middle. */
export const anomalySides = ['both', 'high', 'low'] as const;
export type AnomalySide = (typeof anomalySides)[number];

const distances: Readonly<Record<AnomalySide, (away: number) => number>> = {
  both: Math.abs,
  high: (away) => away,
  low: (away) => -away,
};

interface EsdOptions {
  alpha?: number;
  center?: MeasureCenter;
  /** One side alone has the whole of `alpha`. */
  side?: AnomalySide;
}

/** The steps of the test, each taking the number farthest out away. */
export function computeEsdSteps(
  numbers: readonly number[],
  most: number,
  { alpha = 0.05, center = measureByMean, side = 'both' }: EsdOptions = {},
): EsdStep[] {
  const left = numbers.map((x, at) => ({ x, at }));
  const steps: EsdStep[] = [];
  const n = numbers.length;
  for (let i = 1; i <= most && n - i - 1 > 0; i++) {
    const { middle, spread } = center(left.map(({ x }) => x));
    if (!(spread > 0)) break;
    const r = ({ x }: { x: number }) => distances[side](x - middle) / spread;
    const far = left.reduce((best, one, at) => (r(one) > r(left[best]!) ? at : best), 0);
    steps.push({
      at: left[far]!.at,
      r: r(left[far]!),
      limit: computeEsdLimit(n, i, side === 'both' ? alpha : 2 * alpha),
    });
    left.splice(far, 1);
  }
  return steps;
}

/** λ of the ith step of `n` numbers. */
export function computeEsdLimit(n: number, i: number, alpha: number): number {
  const t = studentQuantile(1 - alpha / (2 * (n - i + 1)), n - i - 1);
  return ((n - i) * t) / Math.sqrt((n - i - 1 + t * t) * (n - i + 1));
}

/** Places of the outliers in order: all up to the last step that is beyond its limit. */
export function findEsdOutliers(steps: readonly EsdStep[]): number[] {
  const last = steps.findLastIndex(({ r, limit }) => r > limit);
  return steps
    .slice(0, last + 1)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
}

/**
 * Seasonal hybrid ESD (J. Hochenbaum, O. S. Vallis, A. Kejariwal, arXiv 1704.07706): the season of STL and the median
 * are taken out, then ESD by median and MAD. `share`: of the numbers, at most so many are outliers (below 0.5).
 * Without two whole seasons only the median is taken out.
 */
export function findSeasonalEsdOutliers(
  numbers: readonly number[],
  { period = 0, share = 0.1, alpha = 0.05, side = 'both' as AnomalySide } = {},
): number[] {
  const rest = removeSeason(numbers, period);
  const most = Math.floor(numbers.length * Math.min(share, 0.49));
  return findEsdOutliers(computeEsdSteps(rest, most, { alpha, center: measureByMedian, side }));
}

/** The numbers without the season of STL and without their median. */
export function removeSeason(numbers: readonly number[], period: number): number[] {
  const seasonal =
    period >= 2 ? decomposeStl(numbers, { period, season: 'periodic', robust: true })?.seasonal : undefined;
  const middle = median(numbers) ?? 0;
  return zeroRoundingErrors(
    numbers.map((x, i) => x - (seasonal?.[i] ?? 0) - middle),
    numbers,
  );
}
