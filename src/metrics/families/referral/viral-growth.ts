/**
 * Users after some days of growth by invitation alone: each user brings K others after one cycle, then no more
 * (D. Skok, Lessons Learned: Viral Marketing). U(t) = U(0)·(K^(t/c + 1) − 1)/(K − 1); for K = 1, U(0)·(t/c + 1).
 */
export function computeViralUsers(start: number, k: number, cycles: number): number {
  return k === 1 ? start * (cycles + 1) : (start * (k ** (cycles + 1) - 1)) / (k - 1);
}
