/** Intervals of the relative difference b/a − 1 of two independent estimates. */
import { normalQuantile } from '../distributions.ts';

/** A mean or rate with the variance of itself, not of single observations. */
export interface Estimate {
  mean: number;
  variance: number;
}

interface Bounds {
  low: number;
  high: number;
}

/**
 * E. C. Fieller 1954, Some Problems in Interval Estimation, JRSS B 16, 175–185: all ratios that a test of b − ratio·a
 * does not refuse. Undefined where the first is not clearly unlike 0: then they have no bounds.
 */
export function computeFiellerInterval(first: Estimate, second: Estimate, level = 0.95): Bounds | undefined {
  const z = normalQuantile((1 + level) / 2);
  const under = first.mean ** 2 - z * z * first.variance;
  if (!(under > 0)) return undefined;
  const middle = first.mean * second.mean;
  const inside = middle ** 2 - under * (second.mean ** 2 - z * z * second.variance);
  const half = Math.sqrt(Math.max(0, inside));
  return { low: (middle - half) / under - 1, high: (middle + half) / under - 1 };
}

/** Delta method: the variance of b/a is Var b/a² + Var a·b²/a⁴ (Deng, Knoblich & Lu 2018, KDD, eq. 3). */
export function computeDeltaInterval(first: Estimate, second: Estimate, level = 0.95): Bounds | undefined {
  if (first.mean === 0) return undefined;
  const variance = second.variance / first.mean ** 2 + (first.variance * second.mean ** 2) / first.mean ** 4;
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(variance);
  const lift = second.mean / first.mean - 1;
  return { low: lift - half, high: lift + half };
}
