import { logGamma } from './log-gamma.ts';

/** The special functions that the distributions are made of. */

const TINY = 1e-300;
const CLOSE = 1e-16;

/** Value of the continued fraction b₀ + a₁/(b₁ + a₂/(b₂ + …)) by Lentz's way (Thompson & Barnett 1986). */
function evaluateContinuedFraction(
  first: number,
  a: (n: number) => number,
  b: (n: number) => number,
): number {
  let value = first || TINY;
  let c = value;
  let d = 0;
  for (let n = 1; n < 10_000; n++) {
    d = b(n) + a(n) * d || TINY;
    c = b(n) + a(n) / c || TINY;
    d = 1 / d;
    value *= c * d;
    if (Math.abs(c * d - 1) < CLOSE) break;
  }
  return value;
}

/** Regularised upper incomplete gamma function Q(a, x), a > 0, x ≥ 0 (DLMF 8.7.1 and 8.9.2). */
export function regularisedGammaQ(a: number, x: number): number {
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; term > sum * CLOSE; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return 1 - front * sum;
  }
  return (
    front /
    evaluateContinuedFraction(
      x + 1 - a,
      (n) => -n * (n - a),
      (n) => x + 2 * n + 1 - a,
    )
  );
}

/** Regularised incomplete beta function I(x; a, b), 0 ≤ x ≤ 1 (DLMF 8.17.22). */
export function regularisedBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - regularisedBeta(1 - x, b, a);
  const logFront = a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b);
  const numerator = (n: number) => {
    const m = Math.floor(n / 2);
    return n % 2 === 0
      ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
      : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
  };
  return Math.exp(logFront) / a / evaluateContinuedFraction(1, numerator, () => 1);
}
