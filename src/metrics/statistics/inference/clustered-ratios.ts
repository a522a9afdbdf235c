/**
 * Difference of two ratios of sums whose units, such as users, may stand on both sides: the linearised residual of
 * each unit is one observation, and those of one unit are taken together (A. Deng, U. Knoblich & J. Lu 2018, Applying
 * the Delta Method in Metric Analytics, KDD, eq. 6; A. C. Cameron & D. L. Miller 2015, A Practitioner's Guide to
 * Cluster-Robust Inference, Journal of Human Resources 50, 317–372, with their factor G/(G − 1)).
 */
import { computeTwoSidedP, normalQuantile } from '../distributions.ts';

/** Sums over the units of one side: y over x. */
export interface RatioSums {
  n: number;
  y: number;
  x: number;
  yy: number;
  xx: number;
  xy: number;
}

/** Sums over the units of products across the two sides. */
export interface CrossSums {
  yy: number;
  /** y of the first with x of the second. */
  yx: number;
  /** x of the first with y of the second. */
  xy: number;
  xx: number;
}

export interface ClusteredDifference {
  /** Second minus first. */
  difference: number;
  error: number;
  p: number | undefined;
  low: number;
  high: number;
}

/** `units`: how many there are on either side. Undefined with fewer than two, or nothing to divide by. */
export function compareClusteredRatios(
  first: RatioSums,
  second: RatioSums,
  { cross, units, level = 0.95 }: { cross: CrossSums; units: number; level?: number },
): ClusteredDifference | undefined {
  if (units < 2 || first.x === 0 || second.x === 0) return undefined;
  const [r1, r2] = [first.y / first.x, second.y / second.x];
  const shared = cross.yy - r2 * cross.yx - r1 * cross.xy + r1 * r2 * cross.xx;
  const spread =
    sumSquaredResiduals(first) / first.x ** 2 +
    sumSquaredResiduals(second) / second.x ** 2 -
    (2 * shared) / (first.x * second.x);
  const error = Math.sqrt((Math.max(0, spread) * units) / (units - 1));
  const difference = r2 - r1;
  const half = normalQuantile((1 + level) / 2) * error;
  return {
    difference,
    error,
    p: error > 0 ? computeTwoSidedP(difference / error) : undefined,
    low: difference - half,
    high: difference + half,
  };
}

/** Σ (y − R·x)² over the units of one side. */
export function sumSquaredResiduals({ y, x, yy, xx, xy }: Omit<RatioSums, 'n'>): number {
  const ratio = y / x;
  return Math.max(0, yy - 2 * ratio * xy + ratio ** 2 * xx);
}

/**
 * How many times the variance of a share of independent rows its variance by units is (the design effect of L. Kish
 * 1965, Survey Sampling, § 8.2). Undefined where nothing varies.
 */
export function computeDesignEffect(sums: RatioSums): number | undefined {
  const { n: units, y, x } = sums;
  const independent = (y / x) * (1 - y / x) * x;
  if (units < 2 || !(independent > 0)) return undefined;
  return (sumSquaredResiduals(sums) * units) / (units - 1) / independent;
}
