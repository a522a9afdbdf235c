/** The table `goals`: targets and baselines have their home there, and nowhere else. */

import type { Language } from '../../base/language.ts';
import { findNearestName } from '../../base/nearest-name.ts';
import { formatNumber, NOT_AVAILABLE } from '../../base/number-format.ts';
import type { Place } from '../../base/place.ts';
import { normaliseUnit } from '../../base/unit.ts';
import type { FormattedValue, GoalRow } from '../../base/value-series.ts';
import type { Engine } from '../../data/engine.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { BookValue } from '../book.ts';
import type { ComputedValue } from './computed-value.ts';
import { toNumber } from './series-members.ts';
import { ValueError } from './value-error.ts';

/** One row of `goals` as handed in. */
export interface Goal {
  kpi: string;
  direction: 'higher' | 'lower';
  unit: string;
  baseline: number | null;
  target: number | null;
  actual: number | null;
}

/** In the order of the file; empty without a table of that name. */
export async function readGoals(engine: Engine): Promise<Goal[]> {
  const table = engine.table('goals');
  if (!table?.columns.some((column) => column.name === 'kpi')) return [];
  const { rows } = await engine.query(`SELECT * FROM "${table.name}"`);
  return rows.map((row) => ({
    kpi: String(row.kpi ?? '').trim(),
    direction: row.direction === 'lower' ? 'lower' : 'higher',
    unit: normaliseUnit(String(row.unit ?? '')),
    baseline: toNumber(row.baseline),
    target: toNumber(row.target),
    actual: toNumber(row.actual),
  }));
}

/** The goal that `goals.新增用户` points to, and its number in `column`. Throws Fault. */
export function resolveGoalReference(
  reference: string,
  column: 'target' | 'baseline',
  goals: readonly Goal[],
  of: { value: ComputedValue; name: string; place: Place },
): { goal: Goal; value: number } {
  const name = reference.replace(/^goals\./, '').trim();
  const goal = goals.find((one) => one.kpi === name);
  if (!goal) {
    const all = goals.map((one) => one.kpi);
    const params = { name, near: findNearestName(name, all), all: all.join('、') };
    throw new ValueError(createProblem('unknown-goal', of.place, params));
  }
  if (goal.unit !== '' && goal.unit !== of.value.unit) {
    const params = { what: of.name, left: of.value.unit, right: goal.unit };
    throw new ValueError(createProblem('unit-mismatch', of.place, params));
  }
  const value = goal[column];
  if (value === null) throw new ValueError(createProblem('goal-without', of.place, { name, column }));
  return { goal, value };
}

/** value / target as a percentage, reversed where lower is better; null where that says nothing. */
export function computeAttainment(
  value: number | null,
  target: number | null,
  direction: 'higher' | 'lower' | 'none',
): number | null {
  if (value === null || target === null) return null;
  const [top, bottom] = direction === 'lower' ? [target, value] : [value, target];
  // Through a zero or a change of sign the quotient no longer says how near the goal is.
  if (bottom === 0 || target === 0 || Math.sign(value) === -Math.sign(target)) return null;
  return (top / bottom) * 100;
}

export interface ResolvedGoal {
  goal: Goal;
  row: GoalRow;
  value: BookValue | undefined;
}

/** Every goal with the first value that points to it. `answers`: KPI → name of the value. */
export function resolveGoals(
  goals: readonly Goal[],
  values: Record<string, BookValue>,
  answers: ReadonlyMap<string, string>,
  language: Language,
): ResolvedGoal[] {
  return goals.map((goal) => {
    const name = answers.get(goal.kpi);
    const value = name === undefined ? undefined : values[name];
    const toShown = (number: number | null): FormattedValue => ({
      value: number,
      text: formatNumber(number, { unit: goal.unit || (value?.unit ?? ''), language }),
    });
    const row: GoalRow = {
      kpi: goal.kpi,
      unit: goal.unit,
      direction: goal.direction,
      baseline: toShown(goal.baseline),
      target: value?.target ? { value: value.target.value, text: value.target.text } : toShown(goal.target),
      actual: value ? { value: value.value, text: value.text } : { value: null, text: NOT_AVAILABLE },
      attainment: value?.attainment ?? { value: null, text: NOT_AVAILABLE },
      value: value?.name ?? '',
    };
    return { goal, row, value };
  });
}
