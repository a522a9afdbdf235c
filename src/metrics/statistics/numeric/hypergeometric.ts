/**
 * ₂F₁(a, b; c; z) for 0 ≤ z < 1 and c > 0, by its series (DLMF 15.2.1). Where the series is slow (a + b > c),
 * by Euler's transformation (DLMF 15.8.1): its terms fall faster by n^(2(a + b − c)).
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  if (a + b > c) return (1 - z) ** (c - a - b) * sumSeries(c - a, c - b, c, z);
  return sumSeries(a, b, c, z);
}

/** Enough for z up to 0.9999; past it the value is given up as NaN, which nobody prints. */
const MOST_TERMS = 1_000_000;

function sumSeries(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < MOST_TERMS; n += 1) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    if (Math.abs(term) * z <= Math.abs(sum) * (1 - z) * 1e-16) return sum;
  }
  return Number.NaN;
}
