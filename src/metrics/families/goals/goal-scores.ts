/**
 * How far goals are reached (统计学：计划完成相对数), and marks of key results (Google re:Work, Grade OKRs; Doerr,
 * Measure What Matters).
 */
import { type Aim, computeAttainment, isComparable } from '../../../base/conventions/attainment.ts';

/**
 * `ratio`: actual over target in both directions, under 100 % is good where lower is better · `reversed`: target
 * over actual where lower is better · `complement`: 2 − actual over target where lower is better.
 */
export type Convention = 'ratio' | 'reversed' | 'complement';

/** Percentage; null where a quotient says nothing, whichever convention is taken. */
export function computeGoalAttainment(aim: Aim, convention: Convention): number | null {
  const { actual, target, direction } = aim;
  if (direction !== 'lower' || convention === 'reversed') return computeAttainment(aim);
  if (!isComparable(actual, target)) return null;
  const share = actual! / target!;
  return (convention === 'complement' ? 2 - share : share) * 100;
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
