/**
 * From an entry of metrics.yaml to the query of its metric, in this order:
 *
 *   from, columns of other tables ─▶ in, where, at ─▶ during ─▶ by (members) ─▶ each (groups) ─▶ metric ─▶ over
 */
import { z } from 'zod';
import type { Period } from '../../base/calendar-days.ts';
import { listNames, suggestNames } from '../../base/names/suggest-names.ts';
import type { Place } from '../../base/place.ts';
import { quoteSqlName } from '../../base/quoting.ts';
import type { EngineTable } from '../../data/engine.ts';
import type { AnyMetric } from '../../metrics/define-family.ts';
import type { GroupKey, JoinedTable, MetricQuery } from '../../metrics/metric.ts';
import { enclose, nestedKeys } from '../../metrics/sql/select.ts';
import { createProblem } from '../../problems/catalog.ts';
import { collectSchemaProblems } from '../../problems/schema-problems.ts';
import type { MetricEntry } from '../../schema/metrics-file-schema.ts';
import { type ValueContext, ValueError } from './computed-value.ts';
import {
  buildTimeSql,
  createMissingColumnProblem,
  type MetricSource,
  resolveColumns,
  resolveTime,
} from './metric-columns.ts';
import type { NamedEntry } from './metrics-entries.ts';
import { type Dimension, resolveDimensions } from './rows/dimensions.ts';
import { compileCondition } from './rows/expressions.ts';
import { buildMembershipConditions } from './rows/membership.ts';
import { resolvePeriod } from './rows/periods.ts';
import { buildGroupsSql, type GroupsPlan, planGroups } from './rows/row-groups.ts';
import { buildDaySql, createUnknownTableProblem, type RowScope } from './rows/row-scope.ts';
import { buildFrom, buildSnapshotCondition } from './rows/row-source.ts';
import { assertCondition } from './rows/value-types.ts';
import { buildWindowedFrom, type StepWindow, toWindowKey } from './rows/windows.ts';

/** A metric with the query put to it, its lookup not yet run. */
export interface QueryPlan {
  metric: AnyMetric;
  table: EngineTable;
  /** What names in the entry mean. */
  scope: RowScope;
  /** Over the rows themselves, before they are grouped. */
  query: Omit<MetricQuery<unknown>, 'keys' | 'preRows' | 'joined'>;
  by: Dimension[];
  /** Of `each`. */
  groups?: GroupsPlan;
  /** Units of columns that are none of the table's own, by need. */
  units: Readonly<Record<string, string>>;
  /** The second table of a metric of two. */
  joined?: TablePlan;
}

type TablePlan = Omit<JoinedTable, 'keys'> & { by: Dimension[]; table: EngineTable };

type EntryPlaces = Pick<NamedEntry, 'name' | 'place' | 'getPlace'>;

/** Turns an entry into SQL parts. Throws ValueError with everything that is wrong with it. */
export async function planQuery(
  given: MetricEntry,
  metric: AnyMetric,
  written: EntryPlaces,
  context: ValueContext,
): Promise<QueryPlan> {
  const table = resolveMetricTable(given, metric, written, context);
  const period = planPeriod(given, written, context);
  const withs = collectParameters(given, metric, written);
  const { own, named } = splitParameters(withs, metric);
  const short = new Set(['column', 'time'].filter((key) => given[key as 'column' | 'time'] !== undefined));
  const source = { metric, table, written, short, scope: createScope(table, context) };
  const read = planTable(given, named, period, source);
  const { scope } = source;
  const groups = given.each && planGroups(given.each, scope, written, given);
  const of = planOf(given, metric, source);
  const snapshot = given.at && [buildSnapshotCondition(given.at, table, period, written.getPlace('at'))];
  const where = joinConditions([
    ...(given.where ? [compileCondition(given.where, scope, written.getPlace('where'), 'where')] : []),
    ...(await buildMembershipConditions(given, scope, written, context)),
    ...(snapshot || []),
  ]);
  const isOrdered = metric.ordered === true || groups?.isOrdered === true;
  const from = await buildFrom(scope, isOrdered);
  const { by, units, ...columns } = read;
  await assertConditions(given, from, written, context);
  const query = { ...columns, from, where, period, of, params: parseOwnParameters(own, metric, written) };
  const plan = { metric, table, scope, by, units, query, ...(groups && { groups }) };
  return metric.joined ? { ...plan, joined: planSecondTable(plan, given, metric, written, context) } : plan;
}

/** Conditions that are about rows, and come to true or false. Throws ValueError. */
async function assertConditions(
  { where, of, each }: MetricEntry,
  from: string,
  { getPlace }: EntryPlaces,
  { engine }: ValueContext,
): Promise<void> {
  const asked = [
    { key: 'where', text: where, place: getPlace('where') },
    ...(each ? [] : [{ key: 'of', text: of, place: getPlace('of') }]),
    { key: 'of', text: each?.of, place: getPlace('each', 'of') },
  ];
  for (const { text, ...rest } of asked)
    if (text !== undefined) await assertCondition(text, from, engine, rest);
}

/** A condition alone stands as it was written. */
function joinConditions(conditions: readonly string[]): string | undefined {
  return conditions.length > 1 ? conditions.map(enclose).join(' AND ') : conditions[0];
}

function createScope(table: EngineTable, { engine, language, phases }: ValueContext): RowScope {
  return { table, engine, language, phases: phases ?? [], joined: new Map() };
}

/** Columns, time and dimensions of the metric's own table. */
function planTable(
  given: Pick<MetricEntry, 'by' | 'column' | 'each' | 'unit'>,
  named: Record<string, unknown>,
  period: Period | undefined,
  source: MetricSource,
) {
  const { metric, scope, table, written } = source;
  const time = buildTimeSql(resolveTime(metric.columns.time, named.time, source), source);
  const day = time && buildDaySql(time, table);
  Object.assign(scope, { time, day });
  const createMissingTime = (place: Place) =>
    new ValueError({ ...createMissingColumnProblem('time', source), place });
  if (period && day === undefined) throw createMissingTime(written.place);
  const needs = given.each ? {} : metric.columns;
  const { columns, units } = resolveColumns(needs, named, source, given.unit);
  const measured = metric.columns.column;
  if (given.each && measured && (!measured.optional || given.column !== undefined)) columns.column = 'value';
  const by = resolveDimensions(
    given.by,
    scope,
    (...path) => written.getPlace('by', ...path),
    () => createMissingTime(written.getPlace('by')),
  );
  return { day, time, columns, units, by };
}

/** The table that a metric counts beside its own, with the same period and keys. */
function planSecondTable(
  { query }: QueryPlan,
  given: MetricEntry,
  metric: AnyMetric,
  written: EntryPlaces,
  context: ValueContext,
): TablePlan {
  const need = metric.joined!;
  const second = need.of(query.params);
  const table = resolveTable(second.table, written.getPlace('with', second.param), context);
  const source = {
    metric: { ...metric, columns: need.columns },
    table,
    written,
    scope: createScope(table, context),
  };
  // `time` in `with` is that of the first table.
  const named = { ...given.with, time: undefined };
  const read = planTable(given, named, query.period, source);
  return { ...read, table, from: quoteSqlName(table.name), where: second.where, period: query.period };
}

function planOf(
  { of, each }: MetricEntry,
  metric: AnyMetric,
  { scope, written }: MetricSource,
): string | undefined {
  if (of === undefined) {
    if (metric.of !== 'required') return undefined;
    throw new ValueError(createProblem('of-missing', written.place, { metric: metric.id }));
  }
  if (!metric.of)
    throw new ValueError(createProblem('of-without-effect', written.getPlace('of'), { metric: metric.id }));
  return enclose(each ? of : compileCondition(of, scope, written.getPlace('of'), 'of'));
}

/** The query of the metric for these keys: over the rows, or over groups of them; with windows, each step looks back. */
export function buildMetricQuery(
  { query, groups, table }: QueryPlan,
  keys: GroupKey[],
  windows?: readonly StepWindow[],
): Omit<MetricQuery<unknown>, 'preRows'> {
  const spans = windows && query.day ? { from: query.from, day: query.day } : undefined;
  const rows = spans
    ? {
        ...query,
        from: buildWindowedFrom(spans, table.name, windows!),
        period: undefined,
        keys: keys.map((key) => (key.timed ? toWindowKey(key) : key)),
      }
    : { ...query, keys };
  if (!groups) return rows;
  return {
    ...rows,
    from: buildGroupsSql(rows, groups),
    keys: nestedKeys.outer(rows.keys),
    where: undefined,
    period: undefined,
    day: undefined,
    time: undefined,
  };
}

function resolveMetricTable(
  given: MetricEntry,
  metric: AnyMetric,
  written: EntryPlaces,
  context: ValueContext,
) {
  const name = given.from ?? metric.table;
  if (name === '') {
    const all = context.engine.tables.map((table) => table.name);
    throw new ValueError(
      createProblem('missing-from', written.place, { metric: metric.id, all: listNames('', all) }),
    );
  }
  return resolveTable(name, given.from === undefined ? written.place : written.getPlace('from'), context);
}

function resolveTable(name: string, place: Place, { engine }: Pick<ValueContext, 'engine'>): EngineTable {
  const table = engine.table(name);
  if (table) return table;
  throw new ValueError(createUnknownTableProblem(name, engine, place));
}

function planPeriod(
  { during }: Pick<MetricEntry, 'during'>,
  written: EntryPlaces,
  { period, phases, dataDate }: ValueContext,
): Period | undefined {
  if (during === undefined) return undefined;
  return resolvePeriod(during, { period, phases: phases ?? [], dataDate }, written.getPlace('during'));
}

/** `with`, and the two keys that are short for a part of it. Throws ValueError where one is said twice, or has no use. */
function collectParameters(
  { with: withs = {}, column, time, each }: MetricEntry,
  metric: AnyMetric,
  written: EntryPlaces,
): Record<string, unknown> {
  if (each && metric.family !== 'rows')
    throw new ValueError(createProblem('each-without-rows', written.getPlace('each'), { metric: metric.id }));
  const short = Object.entries({ column, time }).filter(([, text]) => text !== undefined);
  for (const [key] of short) {
    const place = written.getPlace(key);
    if (Object.hasOwn(withs, key)) throw new ValueError(createProblem('said-twice', place, { key }));
    const isValue = !each || column?.trim() === 'value';
    const hasUse = key === 'column' ? metric.columns.column && isValue : metric.columns.time;
    if (!hasUse)
      throw new ValueError(
        createProblem('column-without-effect', place, { key, metric: metric.id, isEach: each !== undefined }),
      );
  }
  return { ...withs, ...Object.fromEntries(short) };
}

/** Splits parameters into the metric's columns and its own. */
export function splitParameters(withs: Record<string, unknown>, metric: AnyMetric) {
  const needs = { ...metric.columns, ...metric.joined?.columns };
  const isColumn = (key: string) => Object.hasOwn(needs, key);
  const entries = Object.entries(withs);
  return {
    own: Object.fromEntries(entries.filter(([key]) => !isColumn(key))),
    named: Object.fromEntries(entries.filter(([key]) => isColumn(key))),
  };
}

/** Parameters that are no columns. The problem of a key that is neither names both lists. */
function parseOwnParameters(own: Record<string, unknown>, metric: AnyMetric, written: EntryPlaces): unknown {
  const shape = metric.params instanceof z.ZodObject ? Object.keys(metric.params.shape) : [];
  const all = [...shape, ...Object.keys({ ...metric.columns, ...metric.joined?.columns })];
  const strange = Object.keys(own).filter((key) => !shape.includes(key));
  if (strange.length > 0) {
    const problems = strange.map((key) =>
      createProblem('unknown-key', written.getPlace('with', key), {
        key,
        ...suggestNames(key, all),
      }),
    );
    throw new ValueError(...problems);
  }
  const checked = metric.params.safeParse(own);
  if (checked.success) return checked.data;
  const place = (keys: readonly PropertyKey[]) => written.getPlace('with', ...keys.map(String));
  const places = { getPlace: place, getKeyPlace: place };
  throw new ValueError(...collectSchemaProblems(checked.error, metric.params, own, places));
}
