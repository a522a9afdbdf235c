import { listNames } from '../../base/names/suggest-names.ts';
import type { Place } from '../../base/place.ts';
import { quoteSqlName } from '../../base/quoting.ts';
import { isTimeType } from '../../base/source-table.ts';
import type { EngineTable } from '../../data/engine.ts';
import type { AnyMetric } from '../../metrics/define-family.ts';
import type { ColumnNeed } from '../../metrics/metric.ts';
import { createProblem } from '../../problems/catalog.ts';
import { ValueError } from './computed-value.ts';
import type { NamedEntry } from './metrics-entries.ts';
import { compileExpression, type Expression } from './rows/expressions.ts';
import { findColumn, type RowScope } from './rows/row-scope.ts';
import { assertNumber } from './rows/value-types.ts';

/** A table that an entry reads for a metric. */
export interface MetricSource {
  metric: AnyMetric;
  table: EngineTable;
  scope: RowScope;
  written: Pick<NamedEntry, 'place' | 'getPlace'>;
  /** Columns that are named in the entry itself, and not in `with`. */
  short?: ReadonlySet<string>;
}

interface MetricColumns {
  columns: Record<string, string>;
  /** Units of those that are no column of the table itself, where they have one. */
  units: Record<string, string>;
}

/** SQL of the columns needed, named in `with` or found by their usual names; `unit`: what the entry is counted in. Throws ValueError. */
export function resolveColumns(
  needs: Record<string, ColumnNeed>,
  withs: Record<string, unknown>,
  source: MetricSource,
  unit?: string | undefined,
): MetricColumns {
  const found: MetricColumns = { columns: {}, units: {} };
  for (const [key, need] of Object.entries(needs)) {
    if (withs[key] === undefined) {
      const sql = findUsualColumn(key, need, source);
      if (sql !== undefined) found.columns[key] = sql;
      continue;
    }
    const given = resolveGivenColumn(key, withs[key], source, unit);
    if (isMeasured(key, source.metric)) assertNumber(given, source.metric.id, getColumnPlace(key, source));
    found.columns[key] = given.sql;
    const own = given.span ?? given.column?.unit;
    if (own) found.units[key] = own;
  }
  return found;
}

/** Columns of numbers, in metrics of any rows. */
const measuredColumns: ReadonlySet<string> = new Set(['column', 'numerator', 'denominator', 'weight']);

const isMeasured = (key: string, { family, id }: AnyMetric): boolean =>
  family === 'rows' && id !== 'count_distinct' && measuredColumns.has(key);

const getColumnPlace = (key: string, { short, written }: MetricSource): Place =>
  written.getPlace(...(short?.has(key) ? [] : ['with']), key);

/** SQL of the time that a metric goes by; undefined where it and the table have none. Throws ValueError. */
export function resolveTime(
  need: ColumnNeed | undefined,
  given: unknown,
  source: MetricSource,
): string | undefined {
  if (given !== undefined) return resolveGivenColumn('time', given, source).sql;
  return need && findUsualColumn('time', need, source);
}

function resolveGivenColumn(
  key: string,
  value: unknown,
  source: MetricSource,
  unit?: string | undefined,
): Expression {
  const { metric, scope } = source;
  const place = getColumnPlace(key, source);
  if (typeof value !== 'string' || value.trim() === '') {
    const texts = { zh: '写列名或 SQL 表达式', en: 'Give a column or an SQL expression' };
    throw new ValueError(
      createProblem('metric-parameter', place, { metric: metric.id, param: key, ...texts }),
    );
  }
  return compileExpression(value, scope, place, unit);
}

function findUsualColumn(key: string, need: ColumnNeed, source: MetricSource): string | undefined {
  const { table } = source;
  for (const name of need.names) {
    const column = findColumn(table, name);
    if (column) return quoteSqlName(column.name);
  }
  if (key === 'time') {
    const first = table.columns.find(({ type }) => isTimeType(type));
    if (first) return quoteSqlName(first.name);
  }
  if (need.optional) return undefined;
  throw new ValueError(createMissingColumnProblem(key, source));
}

export function createMissingColumnProblem(param: string, { metric, table, written }: MetricSource) {
  const { zh, en } = { ...metric.joined?.columns, ...metric.columns }[param]?.meaning ?? {
    zh: '时间列',
    en: 'time',
  };
  const all = listNames(
    param,
    table.columns.map((column) => column.name),
  );
  return createProblem('metric-column', written.place, {
    metric: metric.id,
    table: table.name,
    param,
    zh,
    en,
    all,
  });
}

/** The time as SQL. A text column holds ISO weeks or days. */
export function buildTimeSql(sql: string | undefined, { table }: MetricSource): string | undefined {
  if (sql === undefined) return undefined;
  const column = table.columns.find(({ name }) => quoteSqlName(name) === sql);
  if (column?.type !== 'text') return sql;
  return `coalesce(try_cast(${sql} AS TIMESTAMP), try_strptime(${sql} || '-1', '%G-W%V-%u'))`;
}
