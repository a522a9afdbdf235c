/** Rows of a table as entries of a calendar. */

import { addDays, isDay, toDayNumber } from '../../base/calendar-days.ts';
import type { ChartInput } from '../input.ts';
import { findColumnByName, findColumnByType, parseDay } from './table-columns.ts';

export interface CalendarEntry {
  day: string;
  title: string;
  /** Empty without one. */
  group: string;
  /** Undefined where the table does not say. */
  done: boolean | undefined;
}

const knownColumns = {
  day: ['planned_at', 'date', 'start_date', 'published_at', 'at'],
  title: ['title', 'name', 'topic'],
  group: ['platform', 'channel', 'type', 'phase'],
  done: ['published_at', 'actual_end'],
};

/** In order of days; undefined where the table has no column of days or of titles. */
export function findEntries({ table }: ChartInput): CalendarEntry[] | undefined {
  if (!table) return undefined;
  const day =
    table.picked?.x ??
    findColumnByName(table, knownColumns.day) ??
    findColumnByType(table, ['date', 'timestamp']);
  const title =
    table.picked?.y?.[0] ?? findColumnByName(table, knownColumns.title) ?? findColumnByType(table, ['text']);
  if (day === undefined || title === undefined) return undefined;
  const group = table.picked?.group ?? findColumnByName(table, knownColumns.group);
  const done = findColumnByName(table, knownColumns.done);
  return table.rows
    .map((row) => ({
      day: parseDay(row[day]),
      title: String(row[title] ?? '—'),
      group: group === undefined ? '' : String(row[group] ?? ''),
      done: done === undefined || done === day ? undefined : (row[done] ?? '') !== '',
    }))
    .filter((entry) => isDay(entry.day))
    .sort((a, b) => a.day.localeCompare(b.day));
}

/** Groups of their own; what is left over goes together under the name of the others. */
export const mostGroups = 6;

/** The most frequent first. */
export function listGroupNames(entries: readonly CalendarEntry[]): string[] {
  const counts = Map.groupBy(
    entries.filter(({ group }) => group !== ''),
    ({ group }) => group,
  );
  return [...counts].toSorted((a, b) => b[1].length - a[1].length).map(([name]) => name);
}

/** The runs of days without an entry between the first and the last, of a day or more. */
export function listGaps(entries: readonly CalendarEntry[]): { days: number; from: string; to: string }[] {
  return entries.flatMap(({ day }, i) => {
    const before = entries[i - 1]?.day ?? day;
    const days = toDayNumber(day) - toDayNumber(before) - 1;
    return days > 0 ? [{ days, from: addDays(before, 1), to: addDays(day, -1) }] : [];
  });
}
