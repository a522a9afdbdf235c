/** The table `goals`: targets and baselines have their home there, and nowhere else. */

import type { Language } from '../base/language.ts';
import { nearest } from '../base/nearest.ts';
import { NOT_AVAILABLE, showNumber } from '../base/number-format.ts';
import type { Place } from '../base/place.ts';
import type { GoalRow, Shown } from '../base/series.ts';
import { canonicalUnit } from '../base/unit.ts';
import type { Engine } from '../data/engine.ts';
import { problem } from '../problems/problem.ts';
import type { BookValue } from './book.ts';
import type { Evaluated } from './evaluated.ts';
import { Fault } from './fault.ts';
import { numberIn } from './value-members.ts';

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
    unit: canonicalUnit(String(row.unit ?? '')),
    baseline: numberIn(row.baseline),
    target: numberIn(row.target),
    actual: numberIn(row.actual),
  }));
}

/** The goal that `goals.新增用户` points to, and its number in `column`. Throws Fault. */
export function goalNumber(
  reference: string,
  column: 'target' | 'baseline',
  goals: readonly Goal[],
  of: { value: Evaluated; name: string; place: Place },
): { goal: Goal; value: number } {
  const name = reference.replace(/^goals\./, '').trim();
  const goal = goals.find((one) => one.kpi === name);
  if (!goal) {
    const all = goals.map((one) => one.kpi);
    const params = { name, near: nearest(name, all), all: all.join('、') };
    throw new Fault(problem('unknown-goal', of.place, params));
  }
  if (goal.unit !== '' && goal.unit !== of.value.unit) {
    const params = { what: of.name, left: of.value.unit, right: goal.unit };
    throw new Fault(problem('unit-mismatch', of.place, params));
  }
  const value = goal[column];
  if (value === null) throw new Fault(problem('goal-without', of.place, { name, column }));
  return { goal, value };
}

/** value / target as a percentage, reversed where lower is better; null where that says nothing. */
export function attainment(
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

export interface AnsweredGoal {
  goal: Goal;
  row: GoalRow;
  value: BookValue | undefined;
}

/** Every goal with the first value that points to it. `answers`: KPI → name of the value. */
export function answerGoals(
  goals: readonly Goal[],
  values: Record<string, BookValue>,
  answers: ReadonlyMap<string, string>,
  language: Language,
): AnsweredGoal[] {
  return goals.map((goal) => {
    const name = answers.get(goal.kpi);
    const value = name === undefined ? undefined : values[name];
    const shown = (number: number | null): Shown => ({
      value: number,
      text: showNumber(number, { unit: goal.unit || (value?.unit ?? ''), language }),
    });
    const row: GoalRow = {
      kpi: goal.kpi,
      unit: goal.unit,
      direction: goal.direction,
      baseline: shown(goal.baseline),
      target: value?.target ? { value: value.target.value, text: value.target.text } : shown(goal.target),
      actual: value ? { value: value.value, text: value.text } : { value: null, text: NOT_AVAILABLE },
      attainment: value?.attainment ?? { value: null, text: NOT_AVAILABLE },
      value: value?.name ?? '',
    };
    return { goal, row, value };
  });
}
