import { z } from 'zod';
import { parsePeriod } from '../base/calendar.ts';
import { nearest } from '../base/nearest.ts';
import type { EngineTable } from '../data/engine.ts';
import type { AnyMetric } from '../metrics/forget.ts';
import type { Ask, ColumnNeed, Period } from '../metrics/metric.ts';
import { enclose } from '../metrics/select.ts';
import { problem } from '../problems/problem.ts';
import { schemaProblems } from '../problems/schema-problems.ts';
import type { MetricEntry } from '../schema/metrics-file.ts';
import type { ValueContext } from './evaluated.ts';
import { Fault } from './fault.ts';
import type { NamedEntry } from './metrics-file.ts';
import { columnOf, type Dimension, dimensions, unknownColumn } from './value-keys.ts';

/** A metric and the question it is asked, its lookup not yet run. */
export interface Question {
  metric: AnyMetric;
  table: EngineTable;
  ask: Omit<Ask<unknown>, 'keys' | 'found'>;
  by: Dimension[];
}

type Written = Pick<NamedEntry, 'place' | 'placeOf'>;

/** Turns an entry into SQL parts. Throws Fault with everything that is wrong with it. */
export function question(
  given: MetricEntry,
  metric: AnyMetric,
  written: Written,
  context: ValueContext,
): Question {
  const table = tableOf(given, metric, written, context);
  const period = periodOf(given.during, written, context);
  const { own, columns } = parameters(given, metric, table, written);
  const time = timeOf(columns.time, metric, table);
  const day = time && dayOf(time, table);
  if (period && day === undefined) throw new Fault(missingColumn(metric, table, 'time', written));
  const by = given.by === undefined ? [] : [given.by].flat();
  const asked = dimensions(by, table, day, written.placeOf('by'));
  const from = `"${table.name.replaceAll('"', '""')}"`;
  const ask = { from, where: given.where, period, day, time, columns, params: own };
  return { metric, table, ask, by: asked };
}

function tableOf(given: MetricEntry, metric: AnyMetric, written: Written, { engine }: ValueContext) {
  const all = engine.tables.map((table) => table.name);
  const name = given.from ?? metric.table;
  if (name === '') {
    throw new Fault(problem('missing-from', written.place, { metric: metric.id, all: all.join('、') }));
  }
  const table = engine.table(name);
  if (table) return table;
  const place = given.from === undefined ? written.place : written.placeOf('from');
  const params = { name, near: nearest(name, all), all: all.join('、') };
  throw new Fault(problem('unknown-table', place, params));
}

function periodOf(
  during: string | undefined,
  written: Written,
  { period }: ValueContext,
): Period | undefined {
  if (during === undefined) return undefined;
  if (during === 'report') return period;
  const parsed = parsePeriod(during);
  if (parsed) return parsed;
  throw new Fault(problem('bad-period', written.placeOf('during'), { found: during }));
}

/** Splits `with` into the metric's columns and its own parameters. */
function parameters(given: MetricEntry, metric: AnyMetric, table: EngineTable, written: Written) {
  const withs = given.with ?? {};
  const columns: Record<string, string> = {};
  const own: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(withs)) {
    if (!Object.hasOwn(metric.columns, key)) own[key] = value;
  }
  for (const [key, need] of Object.entries(metric.columns)) {
    const sql =
      withs[key] === undefined
        ? usual(key, need, metric, table, written)
        : columnGiven(key, withs[key], metric, table, written);
    if (sql !== undefined) columns[key] = sql;
  }
  return { columns, own: ownParameters(own, metric, written) };
}

function columnGiven(key: string, value: unknown, metric: AnyMetric, table: EngineTable, written: Written) {
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

function usual(key: string, need: ColumnNeed, metric: AnyMetric, table: EngineTable, written: Written) {
  for (const name of need.names) {
    const column = columnOf(table, name);
    if (column) return column;
  }
  if (key === 'time') {
    const first = table.columns.find(({ type }) => type === 'date' || type === 'timestamp');
    if (first) return columnOf(table, first.name);
  }
  if (need.optional) return undefined;
  throw new Fault(missingColumn(metric, table, key, written));
}

function missingColumn(metric: AnyMetric, table: EngineTable, param: string, { place }: Written) {
  const { zh, en } = metric.columns[param]?.meaning ?? { zh: '时间列', en: 'time' };
  const all = table.columns.map((column) => column.name).join('、');
  return problem('metric-column', place, { metric: metric.id, table: table.name, param, zh, en, all });
}

/** Parameters that are no columns. What neither is nor could be one is told with both lists. */
function ownParameters(own: Record<string, unknown>, metric: AnyMetric, written: Written): unknown {
  const shape = metric.params instanceof z.ZodObject ? Object.keys(metric.params.shape) : [];
  const all = [...shape, ...Object.keys(metric.columns)];
  const strange = Object.keys(own).filter((key) => !shape.includes(key));
  if (strange.length > 0) {
    const told = strange.map((key) =>
      problem('unknown-key', written.placeOf('with', key), {
        key,
        near: nearest(key, all),
        all: all.join('、'),
      }),
    );
    throw new Fault(...told);
  }
  const checked = metric.params.safeParse(own);
  if (checked.success) return checked.data;
  const place = (keys: readonly PropertyKey[]) => written.placeOf('with', ...keys.map(String));
  const places = { placeOf: place, placeOfKey: place };
  throw new Fault(...schemaProblems(checked.error, metric.params, own, places));
}

/** The day of a moment in the report's zone; `day_of` is the engine's own, faster than a cast. */
function dayOf(sql: string, table: EngineTable): string {
  const column = table.columns.find(({ name }) => `"${name.replaceAll('"', '""')}"` === sql);
  return column?.type === 'timestamp' ? `day_of(${sql})` : `CAST(${sql} AS DATE)`;
}

/** The time as SQL. A text column holds ISO weeks or days. */
function timeOf(sql: string | undefined, metric: AnyMetric, table: EngineTable): string | undefined {
  if (sql === undefined || metric.columns.time === undefined) return undefined;
  const column = table.columns.find(({ name }) => `"${name.replaceAll('"', '""')}"` === sql);
  if (column?.type !== 'text') return sql;
  return `coalesce(try_cast(${sql} AS TIMESTAMP), try_strptime(${sql} || '-1', '%G-W%V-%u'))`;
}
