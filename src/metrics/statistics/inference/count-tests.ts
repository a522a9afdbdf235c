/** Pearson's χ² tests on counts. No continuity correction. */
import { chiSquareSurvival } from '../distributions.ts';

interface CountTest {
  x2: number;
  df: number;
  p: number;
}

/** Whether observed counts follow the expected shares, as for the split of an experiment. Undefined without counts. */
export function testGoodnessOfFit(
  counts: readonly number[],
  shares: readonly number[],
): CountTest | undefined {
  const n = sumNumbers(counts);
  const all = sumNumbers(shares);
  if (counts.length < 2 || n <= 0 || shares.some((share) => !(share > 0))) return undefined;
  const x2 = sumNumbers(
    counts.map((count, i) => (count - (n * shares[i]!) / all) ** 2 / ((n * shares[i]!) / all)),
  );
  const df = counts.length - 1;
  return { x2, df, p: chiSquareSurvival(x2, df) };
}

/** Whether a rate is the same in all groups: 2 × k table of successes and failures. Undefined without any spread. */
export function testSameRate(arms: readonly { successes: number; n: number }[]): CountTest | undefined {
  const filled = arms.filter((arm) => arm.n > 0);
  const rate = sumNumbers(filled.map((arm) => arm.successes)) / sumNumbers(filled.map((arm) => arm.n));
  if (filled.length < 2 || !(rate > 0 && rate < 1)) return undefined;
  const x2 = sumNumbers(
    filled.map(({ successes, n }) => (successes - n * rate) ** 2 / (n * rate * (1 - rate))),
  );
  const df = filled.length - 1;
  return { x2, df, p: chiSquareSurvival(x2, df) };
}

function sumNumbers(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
