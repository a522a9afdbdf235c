import { regularisedGammaQ } from '../numeric/special-functions.ts';

/** P(X > x) of the chi-square distribution with `df` degrees of freedom: Q(df/2, x/2). */
export function chiSquareSurvival(x: number, df: number): number {
  return regularisedGammaQ(df / 2, x / 2);
}
