/** The table `goals`: targets and baselines have their home there, and nowhere else. */

import type { Language } from '../../base/language.ts';
import { formatNumber, NOT_AVAILABLE } from '../../base/number-format.ts';
import { quoteSqlName } from '../../base/quoting.ts';
import { normaliseUnit } from '../../base/unit.ts';
import type { FormattedValue, GoalRow } from '../../base/value-series.ts';
import type { Engine } from '../../data/engine.ts';
import type { BookValue } from '../book.ts';
import { toNumber } from './series-members.ts';

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
  const { rows } = await engine.query(`SELECT * FROM ${quoteSqlName(table.name)}`, { isOwn: true });
  return rows.map((row) => ({
    kpi: String(row.kpi ?? '').trim(),
    direction: row.direction === 'lower' ? 'lower' : 'higher',
    unit: normaliseUnit(String(row.unit ?? '')),
    baseline: toNumber(row.baseline),
    target: toNumber(row.target),
    actual: toNumber(row.actual),
  }));
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
