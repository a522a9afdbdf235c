import { logGamma } from '../numeric/log-gamma.ts';
import type { Arm } from './two-proportions.ts';

const logChoose = (n: number, k: number) => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/** Tables as unlikely as the one seen, but for what rounding does, count too; R's `fisher.test` allows as much. */
const SLACK = 1 + 1e-7;

/**
 * Fisher's exact test of a 2 × 2 table, two-sided: the chance of all tables with these margins that are no more
 * likely than the one seen (R. A. Fisher 1934). Sound for any counts, zero cells too. Undefined with an empty arm.
 */
export function computeFisherExact(first: Arm, second: Arm): number | undefined {
  if (first.n <= 0 || second.n <= 0) return undefined;
  const successes = first.successes + second.successes;
  const total = first.n + second.n;
  const [low, high] = [Math.max(0, successes - second.n), Math.min(first.n, successes)];
  const all = logChoose(total, successes);
  const chance = (k: number) => Math.exp(logChoose(first.n, k) + logChoose(second.n, successes - k) - all);
  const seen = chance(first.successes) * SLACK;
  let sum = 0;
  for (let k = low; k <= high; k++) if (chance(k) <= seen) sum += chance(k);
  return Math.min(1, sum);
}
