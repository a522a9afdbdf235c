/** Comparing two rates. Rates are fractions. */
import { wilsonInterval } from '../../../base/wilson-interval.ts';
import { computeTwoSidedP, normalQuantile } from '../distributions.ts';

export interface Arm {
  successes: number;
  n: number;
}

interface RateTest {
  /** Rate of the second arm minus that of the first. */
  difference: number;
  /** Undefined where no arm, or every one, has a success: nothing can be tested. */
  z: number | undefined;
  p: number | undefined;
  low: number;
  high: number;
}

/**
 * The z test of two proportions: pooled standard error for z, unpooled (Wald) for the interval of the difference
 * (J. L. Fleiss, Statistical Methods for Rates and Proportions, 1981, ch. 2). Undefined with an empty arm.
 */
export function compareRates(first: Arm, second: Arm, level = 0.95): RateTest | undefined {
  if (first.n <= 0 || second.n <= 0) return undefined;
  const [p1, p2] = [first.successes / first.n, second.successes / second.n];
  const difference = p2 - p1;
  const pooled = (first.successes + second.successes) / (first.n + second.n);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / first.n + 1 / second.n));
  const half =
    normalQuantile((1 + level) / 2) * Math.sqrt((p1 * (1 - p1)) / first.n + (p2 * (1 - p2)) / second.n);
  const z = error > 0 ? difference / error : undefined;
  return {
    difference,
    z,
    p: z === undefined ? undefined : computeTwoSidedP(z),
    low: difference - half,
    high: difference + half,
  };
}

/**
 * Interval of the difference of two rates from their Wilson intervals, sound for small samples and empty cells
 * (R. G. Newcombe 1998, Statistics in Medicine 17, 873–890, method 10). Second minus first.
 */
export function newcombeInterval(
  first: Arm,
  second: Arm,
  level = 0.95,
): { low: number; high: number } | undefined {
  const z = normalQuantile((1 + level) / 2);
  const [one, two] = [
    wilsonInterval(first.successes, first.n, z),
    wilsonInterval(second.successes, second.n, z),
  ];
  if (!one || !two) return undefined;
  const [p1, p2] = [first.successes / first.n, second.successes / second.n];
  return {
    low: p2 - p1 - Math.hypot(p2 - two.low, one.high - p1),
    high: p2 - p1 + Math.hypot(two.high - p2, p1 - one.low),
  };
}
