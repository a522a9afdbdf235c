/** The standard normal distribution, Student's t (central and not) and chi-square. */
import { solveByBisection } from './numeric/bisection.ts';
import { logGamma } from './numeric/log-gamma.ts';
import { regularisedBeta, regularisedGammaQ } from './numeric/special-functions.ts';

/** P(Z > z): half of Q(½, z²/2) above 0 (DLMF 7.11.2), so small tails keep their digits. */
export function normalSurvival(z: number): number {
  const half = regularisedGammaQ(0.5, (z * z) / 2) / 2;
  return z >= 0 ? half : 1 - half;
}

/** P(Z ≤ z). */
export function normalCdf(z: number): number {
  return normalSurvival(-z);
}

/** The z with P(Z ≤ z) = p, 0 < p < 1. */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  return solveByBisection(normalCdf, p, { low: -39, high: 0 });
}

/** P(|Z| ≥ |z|). */
export function computeTwoSidedP(z: number): number {
  return 2 * normalSurvival(Math.abs(z));
}

/** P(T > t) with `df` degrees of freedom, which need not be whole (DLMF 8.17 with x = ν/(ν + t²)). */
export function studentSurvival(t: number, df: number): number {
  const half = regularisedBeta(df / (df + t * t), df / 2, 0.5) / 2;
  return t >= 0 ? half : 1 - half;
}

/** The t with P(T ≤ t) = p. */
export function studentQuantile(p: number, df: number): number {
  if (p > 0.5) return -studentQuantile(1 - p, df);
  return solveByBisection((t) => studentSurvival(-t, df), p, { low: -1e7, high: 0 });
}

/** P(T ≤ t) of the noncentral t distribution for t ≥ 0: the series of R. V. Lenth, AS 243 (1989). */
export function noncentralStudentCdf(t: number, df: number, shift: number): number {
  const x = (t * t) / (df + t * t);
  const half = (shift * shift) / 2;
  let sum = 0;
  for (let j = 0; j < 2000; j++) {
    const even = Math.exp(-half + j * Math.log(half) - logGamma(j + 1));
    const odd = (shift / Math.SQRT2) * Math.exp(-half + j * Math.log(half) - logGamma(j + 1.5));
    const term = even * regularisedBeta(x, j + 0.5, df / 2) + odd * regularisedBeta(x, j + 1, df / 2);
    sum += term;
    if (j > half && term < 1e-17) break;
  }
  return normalCdf(-shift) + sum / 2;
}

/** P(X > x) of the chi-square distribution with `df` degrees of freedom: Q(df/2, x/2). */
export function chiSquareSurvival(x: number, df: number): number {
  return regularisedGammaQ(df / 2, x / 2);
}
