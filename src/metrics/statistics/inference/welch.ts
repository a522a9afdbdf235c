/** Welch's t test: two means, variances not assumed equal (B. L. Welch 1947; degrees of freedom after Satterthwaite). */
import { studentQuantile, studentSurvival } from '../distributions.ts';

/** What a sample comes down to; `variance` divides by n − 1. */
interface Sample {
  n: number;
  mean: number;
  variance: number;
}

interface MeanTest {
  /** Mean of the second minus that of the first. */
  difference: number;
  t: number;
  df: number;
  p: number;
  low: number;
  high: number;
}

/** Undefined with fewer than two observations in an arm, or without any spread. */
export function compareMeans(first: Sample, second: Sample, level = 0.95): MeanTest | undefined {
  if (first.n < 2 || second.n < 2) return undefined;
  const [v1, v2] = [first.variance / first.n, second.variance / second.n];
  const error = Math.sqrt(v1 + v2);
  if (!(error > 0)) return undefined;
  const difference = second.mean - first.mean;
  const df = (v1 + v2) ** 2 / (v1 ** 2 / (first.n - 1) + v2 ** 2 / (second.n - 1));
  const half = studentQuantile((1 + level) / 2, df) * error;
  const t = difference / error;
  return {
    difference,
    t,
    df,
    p: 2 * studentSurvival(Math.abs(t), df),
    low: difference - half,
    high: difference + half,
  };
}

/** A sample from its count, sum and sum of squares. */
export function computeSample(n: number, sum: number, sumOfSquares: number): Sample {
  const mean = sum / n;
  return { n, mean, variance: Math.max(0, sumOfSquares - n * mean * mean) / (n - 1) };
}
