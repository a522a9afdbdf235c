import type { EngineTable } from '../../data/engine.ts';
import type { AnyMetric } from '../../metrics/define-metric.ts';
import type { ColumnNeed } from '../../metrics/metric.ts';
import { enclose } from '../../metrics/sql/select.ts';
import { createProblem } from '../../problems/catalog.ts';
import { createUnknownColumnProblem, findColumnSql } from './dimensions.ts';
import type { NamedEntry } from './metrics-entries.ts';
import { ValueError } from './value-error.ts';

/** A table that an entry asks for a metric. */
export interface MetricSource {
  metric: AnyMetric;
  table: EngineTable;
  written: Pick<NamedEntry, 'place' | 'getPlace'>;
}

/** SQL of the columns needed, named in `with` or found by their usual names. Throws Fault. */
export function resolveColumns(
  needs: Record<string, ColumnNeed>,
  withs: Record<string, unknown>,
  source: MetricSource,
): Record<string, string> {
  const columns: Record<string, string> = {};
  for (const [key, need] of Object.entries(needs)) {
    const sql =
      withs[key] === undefined
        ? findUsualColumn(key, need, source)
        : resolveGivenColumn(key, withs[key], source);
    if (sql !== undefined) columns[key] = sql;
  }
  return columns;
}

function resolveGivenColumn(key: string, value: unknown, { metric, table, written }: MetricSource): string {
  const place = written.getPlace('with', key);
  if (typeof value !== 'string' || value.trim() === '') {
    const texts = { zh: '写列名或 SQL 表达式', en: 'Give a column or an SQL expression' };
    throw new ValueError(
      createProblem('metric-parameter', place, { metric: metric.id, param: key, ...texts }),
    );
  }
  const column = findColumnSql(table, value.trim());
  if (column) return column;
  if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(value.trim()))
    throw new ValueError(createUnknownColumnProblem(value, table, place));
  return enclose(value);
}

function findUsualColumn(key: string, need: ColumnNeed, source: MetricSource): string | undefined {
  const { table } = source;
  for (const name of need.names) {
    const column = findColumnSql(table, name);
    if (column) return column;
  }
  if (key === 'time') {
    const first = table.columns.find(({ type }) => type === 'date' || type === 'timestamp');
    if (first) return findColumnSql(table, first.name);
  }
  if (need.optional) return undefined;
  throw new ValueError(createMissingColumnProblem(key, source));
}

export function createMissingColumnProblem(param: string, { metric, table, written }: MetricSource) {
  const { zh, en } = { ...metric.joined?.columns, ...metric.columns }[param]?.meaning ?? {
    zh: '时间列',
    en: 'time',
  };
  const all = table.columns.map((column) => column.name).join('、');
  return createProblem('metric-column', written.place, {
    metric: metric.id,
    table: table.name,
    param,
    zh,
    en,
    all,
  });
}

/** The day of a moment in the report's zone; `day_of` is the engine's own, faster than a cast. */
export function buildDaySql(sql: string, table: EngineTable): string {
  const column = table.columns.find(({ name }) => `"${name.replaceAll('"', '""')}"` === sql);
  return column?.type === 'timestamp' ? `day_of(${sql})` : `CAST(${sql} AS DATE)`;
}

/** The time as SQL. A text column holds ISO weeks or days. */
export function buildTimeSql(sql: string | undefined, { table }: MetricSource): string | undefined {
  if (sql === undefined) return undefined;
  const column = table.columns.find(({ name }) => `"${name.replaceAll('"', '""')}"` === sql);
  if (column?.type !== 'text') return sql;
  return `coalesce(try_cast(${sql} AS TIMESTAMP), try_strptime(${sql} || '-1', '%G-W%V-%u'))`;
}
