/** Dates in a column of a table: picked as numbers, shown as its author wants them. */
import { quoteSqlName } from '../../../base/quoting.ts';
import { isTimeType } from '../../../base/source-table.ts';
import type { MetricEntry } from '../../../schema/metrics-file-schema.ts';
import type { ValueContext } from '../computed-value.ts';
import { findColumn } from '../rows/row-scope.ts';

const picks: ReadonlySet<string> = new Set(['min', 'max', 'first', 'last', 'median']);

/** Whether an entry picks one of the times in a column. */
export function isTimePick({ metric, from, column, each }: MetricEntry, { engine }: ValueContext): boolean {
  if (!picks.has(metric) || column === undefined || each || from === undefined) return false;
  const table = engine.table(from);
  const found = table && findColumn(table, column);
  return found !== undefined && isTimeType(found.type);
}

/** Minutes since 2000 on the clock of the report. */
export function toMinutesSql(column: string): string {
  return `date_diff('minute', TIMESTAMP '2000-01-01 00:00:00', CAST(${quoteSqlName(column)} AS TIMESTAMP))`;
}

const epoch = Date.UTC(2000, 0, 1);

/** `MM-DD`, `YYYY-MM-DD HH:mm` …; a day by default. */
export function formatMinutes(minutes: number, format = 'YYYY-MM-DD'): string {
  return formatIsoTime(new Date(epoch + Math.round(minutes) * 60_000).toISOString(), format);
}

/** An ISO text of a day or a moment, in another form. */
export function formatIsoTime(iso: string, format: string): string {
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00'] =
    /^(\d{4,})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(iso) ?? [];
  const parts: Record<string, string> = { YYYY: year, MM: month, DD: day, HH: hour, mm: minute, ss: second };
  return format.replace(/YYYY|MM|DD|HH|mm|ss/g, (part) => parts[part] ?? part);
}
