/**
 * Interval of the relative difference of two rates that holds however often one looks: the asymptotic confidence
 * sequence of I. Waudby-Smith et al., arXiv 2103.06476, equation 9. `tuned` is the number of observations at which
 * it is narrowest. Undefined where the first arm has no success.
 */
import type { Arm } from './two-proportions.ts';

export function computeAlwaysValidInterval(
  first: Arm,
  second: Arm,
  { tuned = 5000, alpha = 0.05 } = {},
): { lift: number; low: number; high: number } | undefined {
  if (first.n <= 0 || second.n <= 0 || first.successes <= 0) return undefined;
  const [p1, p2] = [first.successes / first.n, second.successes / second.n];
  const n = first.n + second.n;
  // Delta method: variance of p2 / p1.
  const variance = (p2 * (1 - p2)) / (p1 ** 2 * second.n) + (p1 * (1 - p1) * p2 ** 2) / (p1 ** 4 * first.n);
  const rho2 = (-2 * Math.log(alpha) + Math.log(-2 * Math.log(alpha) + 1)) / tuned;
  const grown = n * rho2 + 1;
  const half = Math.sqrt(variance * n * ((2 * grown) / (n * n * rho2)) * Math.log(Math.sqrt(grown) / alpha));
  const lift = p2 / p1 - 1;
  return { lift, low: lift - half, high: lift + half };
}
