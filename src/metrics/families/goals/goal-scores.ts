/**
 * How far goals are reached (统计学：计划完成相对数), and marks of key results (Google re:Work, Grade OKRs; Doerr,
 * Measure What Matters).
 */

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

export interface KeyResult {
  objective: string;
  name: string;
  baseline: number;
  target: number;
  /** Null: not marked yet. */
  actual: number | null;
  weight: number;
  binary: boolean;
}

/** From 0 to 1; null without an actual value or where target and baseline are the same. */
export function computeKeyResultScore({ baseline, target, actual, binary }: KeyResult): number | null {
  if (actual === null || target === baseline) return null;
  if (binary) return target > baseline === actual >= target || actual === target ? 1 : 0;
  return Math.min(1, Math.max(0, (actual - baseline) / (target - baseline)));
}

/** Weighted mean of those that are marked; null without any. */
export function computeObjectiveScore(results: readonly KeyResult[]): number | null {
  let [sum, weights] = [0, 0];
  for (const result of results) {
    const own = computeKeyResultScore(result);
    if (own === null) continue;
    sum += own * result.weight;
    weights += result.weight;
  }
  return weights > 0 ? sum / weights : null;
}

/** Under .4 red, under .7 yellow. */
export function gradeScore(score: number): 'red' | 'yellow' | 'green' {
  // A hair's breadth of floating point is no grade: 0.7 is green however it was summed up.
  const rounded = Math.round(score * 1e9) / 1e9;
  return rounded < 0.4 ? 'red' : rounded < 0.7 ? 'yellow' : 'green';
}
