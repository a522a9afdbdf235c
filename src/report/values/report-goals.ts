/** The table `goals`: targets and baselines have their home there, and nowhere else. */

import { isSamePeriod, type Period } from '../../base/calendar-days.ts';
import type { Language } from '../../base/language.ts';
import { formatNumber, NOT_AVAILABLE } from '../../base/number-format.ts';
import { quoteSqlName } from '../../base/quoting.ts';
import type { Cell } from '../../base/source-table.ts';
import { normaliseUnit } from '../../base/unit.ts';
import type { Attainment, FormattedValue, GoalRow } from '../../base/value-series.ts';
import type { Engine } from '../../data/engine.ts';
import { judgementWords } from '../../words/claims/judgement-words.ts';
import { valueWords } from '../../words/value-words.ts';
import type { BookValue, Lineage } from '../book.ts';
import { toNumber } from './series-members.ts';

/** One row of `goals` as handed in. */
export interface Goal {
  kpi: string;
  direction: 'higher' | 'lower';
  unit: string;
  baseline: number | null;
  target: number | null;
  actual: number | null;
  /** Days that it is set for, where `from` says so. */
  window?: Period;
  /** They are those of the report. */
  isWhole: boolean;
  definition?: string;
}

/** In the order of the file; empty without a table of that name. */
export async function readGoals(engine: Engine, period: Period): Promise<Goal[]> {
  const table = engine.table('goals');
  if (!table?.columns.some((column) => column.name === 'kpi')) return [];
  const { rows } = await engine.query(`SELECT * FROM ${quoteSqlName(table.name)}`, { isOwn: true });
  return rows.map((row) => {
    const window = readWindow(row, period);
    const definition = String(row.definition ?? '').trim();
    return {
      kpi: String(row.kpi ?? '').trim(),
      direction: row.direction === 'lower' ? 'lower' : 'higher',
      unit: normaliseUnit(String(row.unit ?? '')),
      baseline: toNumber(row.baseline),
      target: toNumber(row.target),
      actual: toNumber(row.actual),
      ...(window && { window }),
      isWhole: isSamePeriod(window, period),
      ...(definition && { definition }),
    };
  });
}

/** From `from` to `as_of`, else to the end of the report; undefined where it does not say from when. */
function readWindow(row: Readonly<Record<string, Cell>>, period: Period): Period | undefined {
  const [from, to] = [row.from, row.as_of].map((cell) => String(cell ?? '').slice(0, 10));
  return from ? { from, to: to || period.to } : undefined;
}

/** Where a value is of other days than its target: both. */
export function findApart(
  { kind, period: own }: Lineage,
  { window, isWhole }: Goal,
): NonNullable<BookValue['target']>['apart'] {
  if (window === undefined) return undefined;
  // What reads all rows of a table is of the whole training; of an author's SQL and of mixed formulas nothing is known.
  if (own === undefined) return kind === 'metric' && !isWhole ? { goal: window } : undefined;
  return isSamePeriod(own, window) ? undefined : { goal: window, own };
}

const noAttainment: Attainment = { value: null, text: NOT_AVAILABLE, outcome: 'open' };

/** Where a quotient says nothing, the word still does: `—（超额完成）`. */
function addOutcome(attainment: Attainment, language: Language): Attainment {
  const { value, text, outcome } = attainment;
  if (value !== null || outcome === 'open') return attainment;
  return {
    value,
    text: valueWords[language].aside(text, judgementWords[language].outcome[outcome]),
    outcome,
  };
}

export interface ResolvedGoal {
  goal: Goal;
  row: GoalRow;
  value: BookValue | undefined;
}

/**
 * Every goal with the first value that points to it and is of the days that it is set for. `answers`: KPI → names of values.
 * A value of other days is shown and not judged.
 */
export function resolveGoals(
  goals: readonly Goal[],
  values: Record<string, BookValue>,
  answers: ReadonlyMap<string, readonly string[]>,
  language: Language,
): ResolvedGoal[] {
  return goals.map((goal) => {
    const named = (answers.get(goal.kpi) ?? []).flatMap((name) => values[name] ?? []);
    const value = named.find(({ target }) => !target?.apart) ?? named[0];
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
      attainment: addOutcome((!value?.target?.apart && value?.attainment) || noAttainment, language),
      value: value?.name ?? '',
      ...(goal.window && !goal.isWhole && { window: goal.window }),
      ...(goal.definition && { definition: goal.definition }),
    };
    return { goal, row, value };
  });
}
