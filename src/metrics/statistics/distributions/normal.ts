/** The standard normal distribution. */
import { solveByBisection } from '../numeric/bisection.ts';
import { regularisedGammaQ } from '../numeric/special-functions.ts';

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
