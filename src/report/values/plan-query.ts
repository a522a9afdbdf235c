import { z } from 'zod';
import type { Period } from '../../base/calendar-days.ts';
import { parsePeriod } from '../../base/calendar-days.ts';
import { listNames, suggestNames } from '../../base/names/suggest-names.ts';
import type { Place } from '../../base/place.ts';
import { quoteSqlName } from '../../base/quoting.ts';
import type { EngineTable } from '../../data/engine.ts';
import type { AnyMetric } from '../../metrics/define-family.ts';
import type { JoinedTable, MetricQuery } from '../../metrics/metric.ts';
import { createProblem } from '../../problems/catalog.ts';
import { collectSchemaProblems } from '../../problems/schema-problems.ts';
import type { MetricEntry } from '../../schema/metrics-file-schema.ts';
import { type ValueContext, ValueError } from './computed-value.ts';
import {
  buildDaySql,
  buildTimeSql,
  createMissingColumnProblem,
  type Dimension,
  type MetricSource,
  resolveColumns,
  resolveDimensions,
} from './metric-columns.ts';
import type { NamedEntry } from './metrics-entries.ts';

/** A metric with the query put to it, its lookup not yet run. */
export interface QueryPlan {
  metric: AnyMetric;
  table: EngineTable;
  query: Omit<MetricQuery<unknown>, 'keys' | 'preRows' | 'joined'>;
  by: Dimension[];
  /** The second table of a metric of two. */
  joined?: TablePlan;
}

type TablePlan = Omit<JoinedTable, 'keys'> & { by: Dimension[] };

type EntryPlaces = Pick<NamedEntry, 'place' | 'getPlace'>;

/** Turns an entry into SQL parts. Throws ValueError with everything that is wrong with it. */
export function planQuery(
  given: MetricEntry,
  metric: AnyMetric,
  written: EntryPlaces,
  context: ValueContext,
): QueryPlan {
  const table = resolveMetricTable(given, metric, written, context);
  const period = resolvePeriod(given.during, written, context);
  const { own, columns } = splitParameters(given, metric, table, written);
  const shared = { columns, period, by: given.by === undefined ? [] : [given.by].flat() };
  const { by, ...read } = planTable({ ...shared, where: given.where }, { metric, table, written });
  const need = metric.joined;
  if (!need) return { metric, table, by, query: { ...read, params: own } };
  const second = need.of(own);
  const other = resolveTable(second.table, written.getPlace('with', second.param), context);
  const source = { metric, table: other, written };
  // `time` in `with` is that of the first table.
  const found = resolveColumns(need.columns, { ...given.with, time: undefined }, source);
  const joined = planTable({ ...shared, columns: found, where: second.where }, source);
  return { metric, table, by, query: { ...read, params: own }, joined };
}

/** One table of the query: its part of it, and its dimensions. */
function planTable(
  given: Pick<MetricQuery<unknown>, 'columns' | 'period' | 'where'> & { by: string[] },
  source: MetricSource,
): TablePlan {
  const { table } = source;
  const { columns, period, where } = given;
  const time = buildTimeSql(columns.time, source);
  const day = time && buildDaySql(time, table);
  if (period && day === undefined) throw new ValueError(createMissingColumnProblem('time', source));
  const by = resolveDimensions(given.by, day, source);
  return { from: quoteSqlName(table.name), where, period, day, time, columns, by };
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

function resolveTable(name: string, place: Place, { engine }: ValueContext): EngineTable {
  const table = engine.table(name);
  if (table) return table;
  const all = engine.tables.map(({ name: own }) => own);
  const params = { name, ...suggestNames(name, all) };
  throw new ValueError(createProblem('unknown-table', place, params));
}

function resolvePeriod(
  during: string | undefined,
  written: EntryPlaces,
  { period }: ValueContext,
): Period | undefined {
  if (during === undefined) return undefined;
  if (during === 'report') return period;
  const parsed = parsePeriod(during);
  if (parsed) return parsed;
  throw new ValueError(createProblem('bad-period', written.getPlace('during'), { found: during }));
}

/** Splits `with` into the metric's columns and its own parameters. */
function splitParameters(given: MetricEntry, metric: AnyMetric, table: EngineTable, written: EntryPlaces) {
  const withs = given.with ?? {};
  const named = { ...metric.columns, ...metric.joined?.columns };
  const own = Object.fromEntries(Object.entries(withs).filter(([key]) => !Object.hasOwn(named, key)));
  const columns = resolveColumns(metric.columns, withs, { metric, table, written });
  return { columns, own: parseOwnParameters(own, metric, written) };
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
