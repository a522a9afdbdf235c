/**
 * The modified z score: 0.6745 (x − median) / MAD (B. Iglewicz & D. C. Hoaglin 1993, How to Detect and Handle Outliers;
 * NIST/SEMATECH e-Handbook 1.3.5.17). Where more than half of the numbers are equal MAD is 0, and the mean distance
 * times 1.2533 takes its place; where all are equal every score is 0.
 */
import { computeMean, median, medianAbsoluteDeviation } from '../../../base/quantiles.ts';

/** Scores above this, either way, are called outliers by the same authors. */
export const USUAL_LIMIT = 3.5;

export function computeRobustScores(numbers: readonly number[]): number[] {
  const middle = median(numbers) ?? 0;
  const scale = computeRobustScale(numbers);
  return numbers.map((x) => (scale > 0 ? (x - middle) / scale : 0));
}

/** What one step of the score is in the numbers; 0 where all are equal. */
export function computeRobustScale(numbers: readonly number[]): number {
  const middle = median(numbers) ?? 0;
  const mad = medianAbsoluteDeviation(numbers) ?? 0;
  return mad > 0 ? mad / 0.6745 : 1.2533 * (computeMean(numbers.map((x) => Math.abs(x - middle))) ?? 0);
}

/** Places of the numbers whose score lies beyond the limit. */
export function findOutliers(numbers: readonly number[], limit = USUAL_LIMIT): number[] {
  return computeRobustScores(numbers).flatMap((score, i) => (Math.abs(score) > limit ? [i] : []));
}
