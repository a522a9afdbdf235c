/** Rows of a table as entries of a calendar. */
import { addDays, isDay } from '../base/calendar.ts';
import { dayNumber } from './day-axis.ts';
import type { ChartInput, ChartTable } from './input.ts';

export interface Entry {
  day: string;
  title: string;
  /** Empty without one. */
  group: string;
  /** Undefined where the table does not say. */
  done: boolean | undefined;
}

const known = {
  day: ['planned_at', 'date', 'start_date', 'published_at', 'at'],
  title: ['title', 'name', 'topic'],
  group: ['platform', 'channel', 'type', 'phase'],
  done: ['published_at', 'actual_end'],
};

/** In order of days; undefined where the table has no column of days or of titles. */
export function entriesOf({ table }: ChartInput): Entry[] | undefined {
  if (!table) return undefined;
  const day = table.picked?.x ?? nameIn(table, known.day) ?? ofType(table, ['date', 'timestamp']);
  const title = table.picked?.y?.[0] ?? nameIn(table, known.title) ?? ofType(table, ['text']);
  if (day === undefined || title === undefined) return undefined;
  const group = table.picked?.group ?? nameIn(table, known.group);
  const done = nameIn(table, known.done);
  return table.rows
    .map((row) => ({
      day: String(row[day] ?? '').slice(0, 10),
      title: String(row[title] ?? '—'),
      group: group === undefined ? '' : String(row[group] ?? ''),
      done: done === undefined || done === day ? undefined : (row[done] ?? '') !== '',
    }))
    .filter((entry) => isDay(entry.day))
    .sort((a, b) => a.day.localeCompare(b.day));
}

function nameIn({ columns }: ChartTable, names: readonly string[]): string | undefined {
  return names.find((name) => columns.some((column) => column.name === name));
}

function ofType({ columns }: ChartTable, types: readonly string[]): string | undefined {
  return columns.find((column) => types.includes(column.type))?.name;
}

/** Groups of their own; what is left over goes together under the name of the others. */
export const mostGroups = 5;

/** The most frequent first. */
export function groupNames(entries: readonly Entry[]): string[] {
  const counts = Map.groupBy(
    entries.filter(({ group }) => group !== ''),
    ({ group }) => group,
  );
  return [...counts].toSorted((a, b) => b[1].length - a[1].length).map(([name]) => name);
}

/** The longest run of days without an entry between the first and the last, of a day or more. */
export function longestGap(
  entries: readonly Entry[],
): { days: number; from: string; to: string } | undefined {
  let best: { days: number; from: string; to: string } | undefined;
  entries.forEach(({ day }, i) => {
    const before = entries[i - 1]?.day ?? day;
    const days = dayNumber(day) - dayNumber(before) - 1;
    if (days > (best?.days ?? 0)) best = { days, from: addDays(before, 1), to: addDays(day, -1) };
  });
  return best;
}
