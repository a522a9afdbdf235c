/**
 * Logarithm of the gamma function of a positive number: Stirling's series (DLMF 5.11.1), which eight terms
 * take to the last digits from 10 on; below, Γ(x) = Γ(x + 1) / x (DLMF 5.5.1).
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  let below = 0;
  let at = x;
  for (; at < 10; at += 1) below += Math.log(at);
  const inverse = 1 / (at * at);
  const tail = STIRLING.reduceRight((sum, term) => sum * inverse + term, 0) / at;
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + tail - below;
}

/** B₂ₖ / (2k (2k − 1)), k = 1 … 8. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156, -3617 / 122_400];
