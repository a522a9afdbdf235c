/**
 * Ratios of two sums over users, such as clicks per view of an experiment assigned by user: the users vary, so the
 * variance is that of the delta method (A. Deng, U. Knoblich & J. Lu 2018, Applying the Delta Method in Metric
 * Analytics, KDD): Var(ȳ/x̄) ≈ (s²_y − 2R·s_xy + R²·s²_x) / (n·x̄²).
 */
import { computeTwoSidedP, normalQuantile } from '../distributions.ts';

/** Sums over the users of an arm: y over x. */
export interface RatioSums {
  n: number;
  y: number;
  x: number;
  yy: number;
  xx: number;
  xy: number;
}

interface Ratio {
  ratio: number;
  /** Of the ratio. */
  variance: number;
}

/** Undefined with fewer than two users or nothing to divide by. */
export function computeRatio({ n, y, x, yy, xx, xy }: RatioSums): Ratio | undefined {
  if (n < 2 || !(x !== 0)) return undefined;
  const [meanY, meanX] = [y / n, x / n];
  const ratio = meanY / meanX;
  const within = (sum: number, a: number, b: number) => (sum - n * a * b) / (n - 1);
  const spread =
    within(yy, meanY, meanY) - 2 * ratio * within(xy, meanX, meanY) + ratio ** 2 * within(xx, meanX, meanX);
  return { ratio, variance: Math.max(0, spread) / (n * meanX ** 2) };
}

interface RatioTest {
  /** Second minus first. */
  difference: number;
  z: number | undefined;
  p: number | undefined;
  low: number;
  high: number;
}

export function compareRatios(first: Ratio, second: Ratio, level = 0.95): RatioTest {
  const difference = second.ratio - first.ratio;
  const error = Math.sqrt(first.variance + second.variance);
  const half = normalQuantile((1 + level) / 2) * error;
  const z = error > 0 ? difference / error : undefined;
  return {
    difference,
    z,
    p: z === undefined ? undefined : computeTwoSidedP(z),
    low: difference - half,
    high: difference + half,
  };
}
