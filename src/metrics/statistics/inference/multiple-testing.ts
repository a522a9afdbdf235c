/** Several tests at once. */

/** p values adjusted so that of those below q a share of at most q is false (Y. Benjamini & Y. Hochberg 1995). */
export function adjustBenjaminiHochberg(ps: readonly number[]): number[] {
  const order = ps.map((_, i) => i).sort((a, b) => ps[b]! - ps[a]!);
  const adjusted = ps.map(() => 1);
  let least = 1;
  order.forEach((i, at) => {
    least = Math.min(least, (ps[i]! * ps.length) / (ps.length - at));
    adjusted[i] = least;
  });
  return adjusted;
}

/** p values adjusted so that the chance of any false call stays below alpha (C. E. Bonferroni 1936). */
export function adjustBonferroni(ps: readonly number[]): number[] {
  return ps.map((p) => Math.min(1, p * ps.length));
}

/** p values adjusted as Bonferroni's, step by step from the smallest (S. Holm 1979, Scandinavian J. of Statistics 6, 65–70). */
export function adjustHolm(ps: readonly number[]): number[] {
  const order = ps.map((_, i) => i).sort((a, b) => ps[a]! - ps[b]!);
  const adjusted = ps.map(() => 1);
  let most = 0;
  order.forEach((i, at) => {
    most = Math.max(most, Math.min(1, ps[i]! * (ps.length - at)));
    adjusted[i] = most;
  });
  return adjusted;
}

export const corrections = ['bonferroni', 'holm', 'bh'] as const;
export type Correction = (typeof corrections)[number];

interface CorrectionMethod {
  adjust: (ps: readonly number[]) => number[];
  /**
   * The level at which the ith test is judged: its p value is called at that level just where its adjusted one is at
   * `alpha`, so an interval of that level says the same as the test.
   */
  findLevel: (ps: readonly number[], i: number, alpha: number) => number;
}

export const correctionMethods: Readonly<Record<Correction, CorrectionMethod>> = {
  bonferroni: { adjust: adjustBonferroni, findLevel: (ps, _, alpha) => alpha / ps.length },
  holm: { adjust: adjustHolm, findLevel: findHolmLevel },
  /** Y. Benjamini & D. Yekutieli 2005, JASA 100, 71–81: intervals at R·q/m, R the tests called. */
  bh: {
    adjust: adjustBenjaminiHochberg,
    findLevel: (ps, _, alpha) => {
      const called = adjustBenjaminiHochberg(ps).filter((p) => p <= alpha).length;
      return (Math.max(1, called) * alpha) / ps.length;
    },
  },
};

/** Steps end at the first that is not called; all after it are judged at its level. */
function findHolmLevel(ps: readonly number[], i: number, alpha: number): number {
  const order = ps.map((_, at) => at).sort((a, b) => ps[a]! - ps[b]!);
  const failed = order.findIndex((own, at) => ps[own]! > alpha / (ps.length - at));
  const own = order.indexOf(i);
  return alpha / (ps.length - (failed === -1 ? own : Math.min(own, failed)));
}
