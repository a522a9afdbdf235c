import { gammaTail } from './special.ts';

/** P(X > x) of the chi-square distribution with `df` degrees of freedom: Q(df/2, x/2). */
export function chiSquareTail(x: number, df: number): number {
  return gammaTail(df / 2, x / 2);
}
