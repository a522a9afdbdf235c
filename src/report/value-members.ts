import { firstDay, type Grain, grainKeys, lengthOf } from '../base/calendar.ts';
import type { Language } from '../base/language.ts';
import type { Cell } from '../base/source-table.ts';
import type { Period } from '../metrics/metric.ts';
import { valueWords } from '../words/values.ts';
import type { Member } from './evaluated.ts';
import type { Dimension } from './value-keys.ts';

export type Row = Record<string, Cell>;

export interface Series {
  by: Dimension[];
  period: Period | undefined;
  /** Value of a member without rows. */
  empty: 0 | null;
  /** Whether rows carry numerator and denominator that make the value. */
  ratio: boolean;
  language: Language;
}

/** The number in a cell, or null: NaN and infinities cannot be shown. */
export function numberIn(cell: Cell | undefined): number | null {
  if (cell === null || cell === undefined || typeof cell === 'boolean' || cell === '') return null;
  const number = Number(cell);
  return Number.isFinite(number) ? number : null;
}

/** Rows of a grouped query as the members of a series; a dimension of time gets no gaps. */
export function seriesMembers(rows: Row[], series: Series): Member[] {
  const { by, empty, ratio } = series;
  const known = new Map(rows.map((row) => [idOf(textIn(row.key), textIn(row.grp)), row]));
  const [first, second] = by.map((dimension, at) =>
    keysOf(rows, dimension, at === 0 ? 'key' : 'grp', series),
  );
  const timed = by.some((dimension) => dimension.grain !== undefined);
  const nameKey = labelOf(by[0], first ?? [], series.language);
  const nameGroup = labelOf(by[1], second ?? [], series.language);
  const members: Member[] = [];
  for (const key of first ?? []) {
    for (const group of second ?? ['']) {
      const row = known.get(idOf(key, group));
      if (!row && !timed) continue;
      members.push({
        key,
        // A cohort or period that is not over yet is marked.
        label: row?.open === true ? `${nameKey(key)}*` : nameKey(key),
        ...(second && { group: nameGroup(group) }),
        value: row ? (numberIn(row.value) ?? empty) : empty,
        ...(ratio && {
          numerator: numberIn(row?.numerator) ?? 0,
          denominator: numberIn(row?.denominator) ?? 0,
        }),
        n: numberIn(row?.n) ?? 0,
      });
    }
  }
  return members;
}

/** Rows of a funnel: one a step, in every group. */
export function funnelMembers(rows: Row[], grouped: boolean, language: Language): Member[] {
  const seen = new Map<string, number>();
  for (const row of rows) seen.set(textIn(row.event), (seen.get(textIn(row.event)) ?? 0) + 1);
  const groups = new Set(rows.map((row) => row.key ?? null)).size || 1;
  return rows.map((row) => {
    const event = textIn(row.event);
    // One event may be two steps with different filters.
    const twice = (seen.get(event) ?? 0) > groups;
    return {
      key: twice ? `${event}-${row.step}` : event,
      label: textIn(row.label) || event,
      ...(grouped && { group: textIn(row.key) || valueWords[language].blank }),
      value: numberIn(row.value),
      n: numberIn(row.n) ?? 0,
    };
  });
}

function keysOf(rows: Row[], dimension: Dimension, name: 'key' | 'grp', { period }: Series): string[] {
  const present = [...new Set(rows.map((row) => textIn(row[name])))];
  const { grain } = dimension;
  if (grain === undefined) return present;
  const times = present.filter((key) => key !== '').sort();
  const [from, to] = [times[0], times.at(-1)];
  const own = from && to ? { from: firstDay(grain, from), to: firstDay(grain, to) } : undefined;
  const range = period && lengthOf(period) <= longest ? period : own;
  return range ? grainKeys(grain, range) : [];
}

/** Days of a period that is filled to its ends; one of more than ten years has an open end, and the data say where. */
const longest = 3653;

function labelOf(dimension: Dimension | undefined, keys: string[], language: Language) {
  const { blank } = valueWords[language];
  const grain = dimension?.grain;
  if (grain === undefined) return (key: string) => key || blank;
  // One year needs no naming; over the turn of the year 第 1 周 would be two weeks.
  const several = new Set(keys.map((key) => key.slice(0, 4))).size > 1;
  return (key: string) => timeLabel(grain, key, several, language);
}

function timeLabel(grain: Grain, key: string, withYear: boolean, language: Language): string {
  const words = valueWords[language];
  const [year = 0, second = 0, third = 0] = key.split(/-W?/).map(Number);
  const shown = withYear ? year : undefined;
  if (grain === 'week') return words.week(second, shown);
  return grain === 'month' ? words.month(second, shown) : words.day(second, third, shown);
}

function idOf(key: string, group: string): string {
  return `${key}\u0000${group}`;
}

function textIn(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell);
}
