import type { EngineTable } from '../data/engine.ts';
import type { AnyMetric } from '../metrics/forget.ts';
import type { ColumnNeed } from '../metrics/metric.ts';
import { enclose } from '../metrics/select.ts';
import { problem } from '../problems/problem.ts';
import { Fault } from './fault.ts';
import type { NamedEntry } from './metrics-file.ts';
import { columnOf, unknownColumn } from './value-keys.ts';

/** A table that an entry asks for a metric. */
export interface Source {
  metric: AnyMetric;
  table: EngineTable;
  written: Pick<NamedEntry, 'place' | 'placeOf'>;
}

/** SQL of the columns needed, named in `with` or found by their usual names. Throws Fault. */
export function columnsFound(
  needs: Record<string, ColumnNeed>,
  withs: Record<string, unknown>,
  source: Source,
): Record<string, string> {
  const columns: Record<string, string> = {};
  for (const [key, need] of Object.entries(needs)) {
    const sql = withs[key] === undefined ? usual(key, need, source) : columnGiven(key, withs[key], source);
    if (sql !== undefined) columns[key] = sql;
  }
  return columns;
}

function columnGiven(key: string, value: unknown, { metric, table, written }: Source): string {
  const place = written.placeOf('with', key);
  if (typeof value !== 'string' || value.trim() === '') {
    const texts = { zh: '写列名或 SQL 表达式', en: 'Give a column or an SQL expression' };
    throw new Fault(problem('metric-parameter', place, { metric: metric.id, param: key, ...texts }));
  }
  const column = columnOf(table, value.trim());
  if (column) return column;
  if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(value.trim())) throw new Fault(unknownColumn(value, table, place));
  return enclose(value);
}

function usual(key: string, need: ColumnNeed, source: Source): string | undefined {
  const { table } = source;
  for (const name of need.names) {
    const column = columnOf(table, name);
    if (column) return column;
  }
  if (key === 'time') {
    const first = table.columns.find(({ type }) => type === 'date' || type === 'timestamp');
    if (first) return columnOf(table, first.name);
  }
  if (need.optional) return undefined;
  throw new Fault(missingColumn(key, source));
}

export function missingColumn(param: string, { metric, table, written }: Source) {
  const { zh, en } = { ...metric.beside?.columns, ...metric.columns }[param]?.meaning ?? {
    zh: '时间列',
    en: 'time',
  };
  const all = table.columns.map((column) => column.name).join('、');
  return problem('metric-column', written.place, {
    metric: metric.id,
    table: table.name,
    param,
    zh,
    en,
    all,
  });
}

/** The day of a moment in the report's zone; `day_of` is the engine's own, faster than a cast. */
export function dayOf(sql: string, table: EngineTable): string {
  const column = table.columns.find(({ name }) => `"${name.replaceAll('"', '""')}"` === sql);
  return column?.type === 'timestamp' ? `day_of(${sql})` : `CAST(${sql} AS DATE)`;
}

/** The time as SQL. A text column holds ISO weeks or days. */
export function timeOf(sql: string | undefined, { table }: Source): string | undefined {
  if (sql === undefined) return undefined;
  const column = table.columns.find(({ name }) => `"${name.replaceAll('"', '""')}"` === sql);
  if (column?.type !== 'text') return sql;
  return `coalesce(try_cast(${sql} AS TIMESTAMP), try_strptime(${sql} || '-1', '%G-W%V-%u'))`;
}
