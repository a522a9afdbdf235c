/** Net promoter score: share of 9–10 minus share of 0–6 (F. F. Reichheld 2003), with the variance of that difference. */
import { normalQuantile } from '../../statistics/distributions.ts';

interface NetPromoterScore {
  /** −1 to 1. */
  score: number;
  /** Of one answer; divide by n for that of the score (R package NPS, `npvar`). */
  variance: number;
  low: number;
  high: number;
  /** Answers. */
  n: number;
}

/** Undefined without answers. */
export function computeNetPromoterScore(
  counts: { promoters: number; passives: number; detractors: number },
  level = 0.95,
): NetPromoterScore | undefined {
  const n = counts.promoters + counts.passives + counts.detractors;
  if (!(n > 0)) return undefined;
  const [up, down] = [counts.promoters / n, counts.detractors / n];
  const score = up - down;
  const variance = up + down - score * score;
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(variance / n);
  return { score, variance, low: Math.max(-1, score - half), high: Math.min(1, score + half), n };
}
