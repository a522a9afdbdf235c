/** Rows of a table as events on a time axis: a day, or from one day to another. */
import { type Grain, isDay, toGrainKey } from '../../base/calendar-days.ts';
import type { ChartTable } from '../input.ts';

interface Span {
  name: string;
  from: string;
  to: string;
}

const knownColumns = {
  name: ['name', 'title', 'event', 'cause', 'topic'],
  from: ['start_date', 'start', 'date', 'at', 'day'],
  to: ['end_date', 'end'],
};

/** In order of days; undefined where the table has no column of names or of days. */
export function findSpans({ columns, rows }: ChartTable): Span[] | undefined {
  const among = (names: readonly string[]) =>
    names.find((name) => columns.some((column) => column.name === name));
  const ofType = (types: readonly string[]) => columns.find(({ type }) => types.includes(type))?.name;
  const name = among(knownColumns.name) ?? ofType(['text']);
  const from = among(knownColumns.from) ?? ofType(['date', 'timestamp']);
  if (name === undefined || from === undefined) return undefined;
  const to = among(knownColumns.to);
  return rows
    .map((row) => {
      const begin = String(row[from] ?? '').slice(0, 10);
      const end = to === undefined ? '' : String(row[to] ?? '').slice(0, 10);
      return { name: String(row[name] ?? '—'), from: begin, to: isDay(end) && end >= begin ? end : begin };
    })
    .filter((span) => isDay(span.from))
    .sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to));
}

/** A span by the keys of a series it reaches over; those outside of the series are left out. */
export interface KeySpan extends Span {
  first: number;
  last: number;
}

export function alignSpans(spans: readonly Span[], keys: readonly string[], grain: Grain): KeySpan[] {
  return spans.flatMap((span) => {
    const [from, to] = [toGrainKey(grain, span.from), toGrainKey(grain, span.to)];
    const first = keys.findIndex((key) => key >= from);
    const last = keys.findLastIndex((key) => key <= to);
    return first >= 0 && last >= first ? [{ ...span, first, last }] : [];
  });
}
