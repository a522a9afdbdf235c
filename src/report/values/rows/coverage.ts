/** Which steps of time the data cover: in those without rows nothing happened; of the others nothing is known. */
import {
  countDays,
  getFirstDay,
  getLastDay,
  type Period,
  unitePeriods,
} from '../../../base/calendar-days.ts';
import type { Engine, EngineTable } from '../../../data/engine.ts';
import { getTableTraits } from '../../../schema/tables/table-traits.ts';
import type { Dimension } from './dimensions.ts';

export interface Coverage {
  /** Steps that have rows, before any condition; in order. */
  keys: string[];
  /** First and last day of the table. */
  days: Period | undefined;
  /** Whether it has rows on every day between: then nothing is known beyond these; else days without rows may lie there. */
  isDaily: boolean;
  covers: (key: string) => boolean;
}

/**
 * Of the table as it is, before `in` and `where`. A log covers every step between its first and last day, and up to the
 * data date where one is declared.
 */
export async function findCoverage(
  { query, table }: { query: { from: string; day?: string | undefined }; table: EngineTable },
  { grain, key }: Dimension,
  { engine, dataDate }: { engine: Engine; dataDate?: string | undefined },
): Promise<Coverage> {
  const { day, from } = query;
  const sql = `SELECT ${key.text} AS step, min(${day}) AS first, max(${day}) AS last, count(DISTINCT ${day}) AS days\nFROM ${from}\nWHERE ${day} IS NOT NULL\nGROUP BY 1\nORDER BY 2`;
  const { rows } = await engine.query(sql);
  const keys = rows.map(({ step }) => String(step ?? '')).filter((step) => step !== '');
  const known = new Set(keys);
  const all = rows.flatMap(({ first, last }) => [String(first), String(last)]).sort();
  const isLog = table.log ?? (table.known && getTableTraits(table.name).log) ?? false;
  const last = isLog && dataDate !== undefined ? [...all, dataDate].sort().at(-1) : all.at(-1);
  const ends = all.length === 0 ? undefined : { from: all[0]!, to: last! };
  // A table with one day a step says with it the whole step, as weekly indices do on their Mondays.
  const isStepwise =
    grain !== undefined && rows.length > 1 && rows.every(({ first, last }) => first === last);
  const days =
    isStepwise && ends ? { from: getFirstDay(grain, keys[0]!), to: getLastDay(grain, keys.at(-1)!) } : ends;
  const filled = rows.reduce((sum, row) => sum + Number(row.days ?? 0), 0);
  const isDaily = isStepwise || (ends !== undefined && filled === countDays(ends));
  const isWithin = (step: string) =>
    days !== undefined &&
    (grain === undefined || (getFirstDay(grain, step) <= days.to && getLastDay(grain, step) >= days.from));
  return { keys, days, isDaily, covers: (step) => known.has(step) || (isLog && isWithin(step)) };
}

/** Of two tables: what one of them covers is covered. */
export function uniteCoverage(one: Coverage, other: Coverage): Coverage {
  return {
    keys: [...new Set([...one.keys, ...other.keys])].sort(),
    days: unitePeriods([one.days, other.days].filter((days) => days !== undefined)),
    isDaily: one.isDaily && other.isDaily,
    covers: (step) => one.covers(step) || other.covers(step),
  };
}
