import { z } from 'zod';
import { parsePeriod } from '../base/calendar.ts';
import { nearest } from '../base/nearest.ts';
import type { Place } from '../base/place.ts';
import type { EngineTable } from '../data/engine.ts';
import type { AnyMetric } from '../metrics/forget.ts';
import type { Ask, Beside, Period } from '../metrics/metric.ts';
import { quoteName } from '../metrics/select.ts';
import { problem } from '../problems/problem.ts';
import { schemaProblems } from '../problems/schema-problems.ts';
import type { MetricEntry } from '../schema/metrics-file.ts';
import type { ValueContext } from './evaluated.ts';
import { Fault } from './fault.ts';
import type { NamedEntry } from './metrics-file.ts';
import { columnsFound, dayOf, missingColumn, type Source, timeOf } from './value-columns.ts';
import { type Dimension, dimensions } from './value-keys.ts';

/** A metric and the question it is asked, its lookup not yet run. */
export interface Question {
  metric: AnyMetric;
  table: EngineTable;
  ask: Omit<Ask<unknown>, 'keys' | 'found' | 'beside'>;
  by: Dimension[];
  /** The second table of a metric of two. */
  beside?: Part;
}

type Part = Omit<Beside, 'keys'> & { by: Dimension[] };

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
  const asking = { columns, period, by: given.by === undefined ? [] : [given.by].flat() };
  const { by, ...read } = asked({ ...asking, where: given.where }, { metric, table, written });
  const need = metric.beside;
  if (!need) return { metric, table, by, ask: { ...read, params: own } };
  const second = need.of(own);
  const other = tableNamed(second.table, written.placeOf('with', second.param), context);
  const source = { metric, table: other, written };
  // `time` in `with` is that of the first table.
  const found = columnsFound(need.columns, { ...given.with, time: undefined }, source);
  const beside = asked({ ...asking, columns: found, where: second.where }, source);
  return { metric, table, by, ask: { ...read, params: own }, beside };
}

/** One table asked: its part of the ask, and its dimensions. */
function asked(
  given: Pick<Ask<unknown>, 'columns' | 'period' | 'where'> & { by: string[] },
  source: Source,
): Part {
  const { table, written } = source;
  const { columns, period, where } = given;
  const time = timeOf(columns.time, source);
  const day = time && dayOf(time, table);
  if (period && day === undefined) throw new Fault(missingColumn('time', source));
  const by = dimensions(given.by, table, day, written.placeOf('by'));
  return { from: quoteName(table.name), where, period, day, time, columns, by };
}

function tableOf(given: MetricEntry, metric: AnyMetric, written: Written, context: ValueContext) {
  const name = given.from ?? metric.table;
  if (name === '') {
    const all = context.engine.tables.map((table) => table.name);
    throw new Fault(problem('missing-from', written.place, { metric: metric.id, all: all.join('、') }));
  }
  return tableNamed(name, given.from === undefined ? written.place : written.placeOf('from'), context);
}

function tableNamed(name: string, place: Place, { engine }: ValueContext): EngineTable {
  const table = engine.table(name);
  if (table) return table;
  const all = engine.tables.map(({ name: own }) => own);
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
  const named = { ...metric.columns, ...metric.beside?.columns };
  const own = Object.fromEntries(Object.entries(withs).filter(([key]) => !Object.hasOwn(named, key)));
  const columns = columnsFound(metric.columns, withs, { metric, table, written });
  return { columns, own: ownParameters(own, metric, written) };
}

/** Parameters that are no columns. What neither is nor could be one is told with both lists. */
function ownParameters(own: Record<string, unknown>, metric: AnyMetric, written: Written): unknown {
  const shape = metric.params instanceof z.ZodObject ? Object.keys(metric.params.shape) : [];
  const all = [...shape, ...Object.keys({ ...metric.columns, ...metric.beside?.columns })];
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
