import type { Grain } from '../../base/calendar-days.ts';
import { listNames, suggestNames } from '../../base/names/suggest-names.ts';
import type { Place } from '../../base/place.ts';
import { quoteSqlName } from '../../base/quoting.ts';
import type { EngineTable } from '../../data/engine.ts';
import type { AnyMetric } from '../../metrics/define-family.ts';
import type { ColumnNeed, GroupKey } from '../../metrics/metric.ts';
import { enclose } from '../../metrics/sql/select.ts';
import { createProblem } from '../../problems/catalog.ts';
import { ValueError } from './computed-value.ts';
import type { NamedEntry } from './metrics-entries.ts';

/** A table that an entry reads for a metric. */
export interface MetricSource {
  metric: AnyMetric;
  table: EngineTable;
  written: Pick<NamedEntry, 'place' | 'getPlace'>;
}

/** SQL of the columns needed, named in `with` or found by their usual names. Throws ValueError. */
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

/** The day of a moment in the report's zone; `day_of` is the engine's own, faster than a cast. */
export function buildDaySql(sql: string, table: EngineTable): string {
  const column = table.columns.find(({ name }) => quoteSqlName(name) === sql);
  return column?.type === 'timestamp' ? `day_of(${sql})` : `CAST(${sql} AS DATE)`;
}

/** The time as SQL. A text column holds ISO weeks or days. */
export function buildTimeSql(sql: string | undefined, { table }: MetricSource): string | undefined {
  if (sql === undefined) return undefined;
  const column = table.columns.find(({ name }) => quoteSqlName(name) === sql);
  if (column?.type !== 'text') return sql;
  return `coalesce(try_cast(${sql} AS TIMESTAMP), try_strptime(${sql} || '-1', '%G-W%V-%u'))`;
}

/** One dimension of `by`. */
export interface Dimension {
  /** Set for time; else it is a column. */
  grain?: Grain;
  key: GroupKey;
}

const timeFormats: Record<Grain, string> = { day: '%Y-%m-%d', week: '%G-W%V', month: '%Y-%m' };

/** `week`, `channel` or both, as SQL. `day` is the table's time as a DATE. */
export function resolveDimensions(by: string[], day: string | undefined, source: MetricSource): Dimension[] {
  const { table, written } = source;
  return by.map((name, at): Dimension => {
    const alias = at === 0 ? 'key' : 'grp';
    const column = findColumnSql(table, name);
    if (isGrain(name) && day !== undefined) {
      const text = `strftime(${day}, '${timeFormats[name]}')`;
      return { grain: name, key: { alias, text, order: text, timed: true } };
    }
    // A table without a column of times has no weeks.
    if (column === undefined && isGrain(name))
      throw new ValueError({ ...createMissingColumnProblem('time', source), place: written.getPlace('by') });
    if (column === undefined)
      throw new ValueError(createUnknownColumnProblem(name, table, written.getPlace('by')));
    return { key: { alias, text: `CAST(${column} AS VARCHAR)`, order: column, timed: false } };
  });
}

function isGrain(name: string): name is Grain {
  return name === 'day' || name === 'week' || name === 'month';
}

/** The column of this name as SQL, in whatever case it was written. */
function findColumnSql(table: EngineTable, name: string): string | undefined {
  const found =
    table.columns.find((column) => column.name === name) ??
    table.columns.find((column) => column.name.toLowerCase() === name.toLowerCase()) ??
    table.columns.find((column) => column.header === name || column.label === name);
  return found && quoteSqlName(found.name);
}

function createUnknownColumnProblem(name: string, table: EngineTable, place: Place) {
  const columns = table.columns.map((column) => column.name);
  const { near } = suggestNames(name, [...columns, 'day', 'week', 'month']);
  return createProblem('unknown-column', place, {
    name,
    near,
    all: listNames(near ?? name, columns),
    table: table.name,
  });
}
