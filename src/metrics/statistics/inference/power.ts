/** How many observations an experiment needs, and what it can see with those it has. Two-sided. */
import { noncentralStudentCdf, normalCdf, normalQuantile, studentQuantile } from '../distributions.ts';
import { solveByBisection } from '../numeric/bisection.ts';

interface Rates {
  from: number;
  to: number;
  alpha?: number;
}

/** Spread of the difference where both rates are one (pooled), and where they are as said. */
function computeSpreads({ from, to }: Rates): { pooled: number; own: number } {
  const mean = (from + to) / 2;
  return {
    pooled: Math.sqrt(2 * mean * (1 - mean)),
    own: Math.sqrt(from * (1 - from) + to * (1 - to)),
  };
}

/** Power of the z test of two rates with `n` in each arm (J. L. Fleiss 1981, ch. 3; R `power.prop.test`). */
export function computePowerOfRates(rates: Rates, n: number): number | undefined {
  const { pooled, own } = computeSpreads(rates);
  if (!(own > 0) || !(n > 0)) return undefined;
  const z = normalQuantile(1 - (rates.alpha ?? 0.05) / 2);
  return normalCdf((Math.sqrt(n) * Math.abs(rates.to - rates.from) - z * pooled) / own);
}

/** Observations needed in each arm, not rounded; undefined where the rates do not differ. */
export function computeSampleForRates(rates: Rates, power = 0.8): number | undefined {
  if (rates.from === rates.to) return undefined;
  const { pooled, own } = computeSpreads(rates);
  const z = normalQuantile(1 - (rates.alpha ?? 0.05) / 2);
  return ((z * pooled + normalQuantile(power) * own) / (rates.to - rates.from)) ** 2;
}

/** Power of the t test of two means with `n` in each arm (R `power.t.test`, the far tail left out). */
export function computePowerOfMeans(
  difference: number,
  sd: number,
  n: number,
  alpha = 0.05,
): number | undefined {
  if (!(sd > 0) || n < 2) return undefined;
  const df = 2 * (n - 1);
  const shift = (Math.sqrt(n / 2) * Math.abs(difference)) / sd;
  return 1 - noncentralStudentCdf(studentQuantile(1 - alpha / 2, df), df, shift);
}

/**
 * Observations needed in each arm for that power, not rounded (R `power.t.test`); undefined where there is no difference
 * or no spread. At least 2: with fewer there is no test.
 */
export function computeSampleForMeans(
  difference: number,
  sd: number,
  { alpha = 0.05, power = 0.8 } = {},
): number | undefined {
  if (!(sd > 0) || difference === 0) return undefined;
  const reach = (n: number) => computePowerOfMeans(difference, sd, n, alpha) ?? 0;
  const z = normalQuantile(1 - alpha / 2) + normalQuantile(power);
  // The normal approximation is a little short, by less than two and a fifth.
  const near = 2 * (z * (sd / difference)) ** 2;
  // Of more the t distribution is the normal one to a hundredth of an observation.
  if (near > 20_000) return near + normalQuantile(1 - alpha / 2) ** 2 / 4;
  return solveByBisection(reach, power, { low: 2, high: 1.2 * near + 20 });
}
