import { suggestNames } from '../../base/names/suggest-names.ts';
import { quoteSqlName } from '../../base/quoting.ts';
import { isWholeUnit, normaliseUnit } from '../../base/unit.ts';
import type { Curve } from '../../base/value-series.ts';
import type { Engine } from '../../data/engine.ts';
import type { AnyMetric } from '../../metrics/define-family.ts';
import { isMetric, metrics } from '../../metrics/library.ts';
import { type MetricQuery, ParameterError, type Solution } from '../../metrics/metric.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { MetricEntry } from '../../schema/metrics-file-schema.ts';
import { buildMetricLineage } from '../lineage.ts';
import { type ComputedValue, toProblems, toUnit, type ValueContext, ValueError } from './computed-value.ts';
import type { NamedEntry } from './metrics-entries.ts';
import { planQuery, type QueryPlan } from './plan-query.ts';
import { assertWhole, countRows } from './row-account.ts';
import {
  buildFunnelMembers,
  buildSeriesMembers,
  buildSolutionMembers,
  type Row,
  solveGroups,
  toNumber,
  toSolutionRow,
} from './series-members.ts';
import { leaveOutTestAccounts } from './test-accounts.ts';

type EntryPlaces = Pick<NamedEntry, 'name' | 'place' | 'getPlace'>;

/** A metric of the library on a report's tables. Throws ValueError or QueryError. */
export async function evaluateMetric(
  given: MetricEntry,
  written: EntryPlaces,
  context: ValueContext,
): Promise<ComputedValue> {
  const metric = resolveMetric(given.metric, written);
  const plan = await leaveOutTestAccounts(planQuery(given, metric, written, context), context);
  try {
    const answer = await runQueries(plan, written, context);
    const last = answer.total.at(-1) ?? {};
    const total = {
      numerator: toNumber(last.numerator),
      denominator: toNumber(last.denominator),
      n: toNumber(last.n),
    };
    const account = await countRows(plan, context);
    const run = { ...plan, ...answer, total, account, unit: getUnit(plan), wantedUnit: given.unit };
    const numbers = buildNumbers(plan, answer, given, context);
    assertWhole(plan, { total: last, series: answer.series }, numbers.members, written);
    const value = {
      ...numbers,
      lineage: buildMetricLineage(run, context.engine.tables, context.language),
    };
    return toUnit(value, given.unit, written.getPlace('unit'), written.name);
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
    const { param, texts } = error;
    const place =
      param === 'during' ? written.place : written.getPlace(...(param === 'by' ? [] : ['with']), param);
    throw new ValueError(createProblem('metric-parameter', place, { metric: metric.id, param, ...texts }));
  }
}

const metricTitles = Object.fromEntries(Object.entries(metrics).map(([id, { names }]) => [id, names.zh]));

function resolveMetric(id: string, written: EntryPlaces): AnyMetric {
  if (isMetric(id)) return metrics[id];
  const all = Object.keys(metrics);
  const params = { name: id, ...suggestNames(id, all, metricTitles) };
  throw new ValueError(createProblem('unknown-metric', written.getPlace('metric'), params));
}

interface MetricResult {
  /** Of the lookup. */
  preRows: readonly Row[];
  total: readonly Row[];
  series: readonly Row[];
  /** Of a model. */
  solution?: Solution;
  sql: string;
  /** SQL of the lookup; empty where there is none. */
  lookup: string;
}

async function runQueries(
  { metric, query, by, joined }: QueryPlan,
  written: EntryPlaces,
  { engine }: ValueContext,
): Promise<MetricResult> {
  const lookup = metric.lookup?.(query.params);
  const preRows = lookup === undefined ? [] : await runLookup(lookup, written, engine);
  const full: MetricQuery<unknown> = {
    ...query,
    keys: [],
    preRows,
    ...(joined && { joined: { ...joined, keys: [] } }),
  };
  const sql = metric.sql(full);
  const rows = (await engine.query(sql)).rows;
  const solution = metric.solve?.(rows, query.params);
  const total = solution ? [toSolutionRow(solution)] : rows;
  const answer = { preRows, total, ...(solution && { solution }), lookup: lookup ?? '' };
  if (by.length === 0) return { ...answer, series: [], sql };
  const keys = by.map((dimension) => dimension.key);
  const other = joined && { joined: { ...joined, keys: joined.by.map((dimension) => dimension.key) } };
  const grouped = metric.sql({ ...full, keys, ...other });
  const groups = (await engine.query(grouped)).rows;
  const series = metric.solve ? solveGroups(groups, metric, query.params) : groups;
  return { ...answer, series, sql: `${sql};\n\n${grouped}` };
}

/** What goes wrong here lies in the name of the funnel, or in its table. */
async function runLookup(sql: string, written: EntryPlaces, engine: Engine): Promise<readonly Row[]> {
  try {
    return (await engine.query(sql)).rows;
  } catch (error) {
    throw new ValueError(...toProblems(error, () => written.getPlace('with', 'funnel')));
  }
}

/** A total is computed for itself: it is never the sum or the mean of its series. */
function buildNumbers(plan: QueryPlan, answer: MetricResult, given: MetricEntry, { language }: ValueContext) {
  const { metric, query, by } = plan;
  const last = answer.total.at(-1) ?? {};
  const isFunnel = last.step !== undefined;
  const stepped = by.length > 0 ? answer.series : answer.total;
  const { solution } = answer;
  const members = isFunnel
    ? buildFunnelMembers(stepped, by.length > 0, language)
    : solution && by.length === 0
      ? buildSolutionMembers(solution, language)
      : buildSeriesMembers(answer.series, {
          by,
          period: query.period,
          empty: metric.empty,
          ratio: metric.parts !== undefined,
          language,
        });
  const successes = toNumber(last.numerator);
  const trials = toNumber(last.denominator);
  const share =
    metric.proportion && successes !== null && trials !== null ? { successes, trials } : undefined;
  return {
    value: toNumber(last.value) ?? metric.empty,
    unit: getUnit(plan),
    members,
    direction: given.direction ?? metric.direction,
    digits:
      given.digits ?? metric.digits ?? (metric.id === 'mean' && isWholeUnit(getUnit(plan)) ? 2 : undefined),
    ...(share && { share }),
    ...(solution?.interval && { interval: solution.interval }),
    ...(solution?.curve && { curve: buildCurve(plan, solution.curve) }),
  };
}

function getUnit(plan: QueryPlan): string {
  const { unit } = plan.metric;
  if (typeof unit === 'string') return unit;
  return normaliseUnit(findPlannedColumn(plan, unit.column)?.unit || unit.otherwise);
}

function findPlannedColumn({ table, query }: QueryPlan, need: string) {
  const sql = query.columns[need];
  return table.columns.find(({ name }) => quoteSqlName(name) === sql);
}

function buildCurve(plan: QueryPlan, curve: NonNullable<Solution['curve']>): Curve {
  const { curveColumn: curveOf } = plan.metric;
  const column = curveOf === undefined ? undefined : findPlannedColumn(plan, curveOf);
  return { ...curve, label: column?.label || column?.name || '', unit: normaliseUnit(column?.unit ?? '') };
}
