/** How far a goal has been reached, by the conventions in use (统计学：计划完成相对数). */

/**
 * `ratio`: actual over target in both directions, under 100 % is good where lower is better · `reversed`: target
 * over actual where lower is better · `complement`: 2 − actual over target where lower is better.
 */
export type Convention = 'ratio' | 'reversed' | 'complement';

interface Aim {
  actual: number | null;
  target: number | null;
  direction: 'higher' | 'lower';
}

/** Percentage; null where a quotient says nothing: a target of 0, or different signs. */
export function computeAttainment({ actual, target, direction }: Aim, convention: Convention): number | null {
  if (actual === null || target === null || target === 0) return null;
  if (Math.sign(actual) === -Math.sign(target)) return null;
  if (direction === 'higher' || convention === 'ratio') return (actual / target) * 100;
  if (convention === 'complement') return (2 - actual / target) * 100;
  return actual === 0 ? null : (target / actual) * 100;
}

/** Of goals told as growth in per cent: the levels they lead to, one over the other. */
export function computeGrowthAttainment(actual: number | null, target: number | null): number | null {
  if (actual === null || target === null || target <= -100) return null;
  return ((100 + actual) / (100 + target)) * 100;
}
