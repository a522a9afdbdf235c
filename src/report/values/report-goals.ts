/** The table `goals`: targets and baselines have their home there, and nowhere else. */

import type { Language } from '../../base/language.ts';
import { formatNumber, NOT_AVAILABLE } from '../../base/number-format.ts';
import { quoteSqlName } from '../../base/quoting.ts';
import { normaliseUnit } from '../../base/unit.ts';
import type { Attainment, FormattedValue, GoalRow } from '../../base/value-series.ts';
import type { Engine } from '../../data/engine.ts';
import { valueWords } from '../../words/value-words.ts';
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

const noAttainment: Attainment = { value: null, text: NOT_AVAILABLE, outcome: 'open' };

/** Where a quotient says nothing, the word still does: `—（超额完成）`. */
function addOutcome(attainment: Attainment, language: Language): Attainment {
  const { value, text, outcome } = attainment;
  if (value !== null || outcome === 'open') return attainment;
  const words = valueWords[language];
  return { value, text: words.aside(text, words[outcome]), outcome };
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
      attainment: addOutcome(value?.attainment ?? noAttainment, language),
      value: value?.name ?? '',
    };
    return { goal, row, value };
  });
}
