import { getPreviousYear, type Period } from '../../base/calendar-days.ts';
import { suggestNames } from '../../base/names/suggest-names.ts';
import { quoteSqlName } from '../../base/quoting.ts';
import { isWholeUnit, normaliseUnit } from '../../base/unit.ts';
import type { Curve } from '../../base/value-series.ts';
import { type Engine, QueryError } from '../../data/engine.ts';
import { computeChangeRate } from '../../metrics/change-rate.ts';
import type { AnyMetric } from '../../metrics/define-family.ts';
import { isMetric, metrics } from '../../metrics/library.ts';
import { type GroupKey, ParameterError, type Solution } from '../../metrics/metric.ts';
import { studentQuantile } from '../../metrics/statistics/distributions.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { MetricEntry } from '../../schema/metrics-file-schema.ts';
import { buildMetricLineage } from '../lineage.ts';
import { type ComputedValue, toProblems, toUnit, type ValueContext, ValueError } from './computed-value.ts';
import { describeAsk } from './describe-ask.ts';
import { locateSqlProblem } from './locate-sql.ts';
import type { NamedEntry } from './metrics-entries.ts';
import {
  assertOverFits,
  computeOver,
  createClosedTest,
  type Over,
  parseOver,
  shiftToYearBefore,
} from './over-series.ts';
import { buildMetricQuery, planQuery, type QueryPlan } from './plan-query.ts';
import { assertWhole, countRows } from './row-account.ts';
import { type Coverage, findCoverage } from './rows/coverage.ts';
import type { Dimension } from './rows/dimensions.ts';
import { listSteps, listWindows, type StepWindow } from './rows/windows.ts';
import {
  buildFunnelMembers,
  buildMemberId,
  buildSeriesMembers,
  buildSolutionMembers,
  listTimeKeys,
  type Row,
  solveGroups,
  toNumber,
  toSolutionRow,
} from './series-members.ts';

type EntryPlaces = Pick<NamedEntry, 'name' | 'place' | 'getPlace'>;

/** A metric of the library on a report's tables. Throws ValueError or QueryError. */
export async function evaluateMetric(
  given: MetricEntry,
  written: EntryPlaces,
  context: ValueContext,
): Promise<ComputedValue> {
  const metric = resolveMetric(given.metric, written);
  let plan: QueryPlan | undefined;
  try {
    plan = await planQuery(given, metric, written, context);
    const over = given.over === undefined ? undefined : parseOver(given.over);
    const steps = await findSteps(plan, context.engine);
    if (over)
      assertOverFits(over, {
        dimensions: plan.by.length,
        grain: steps?.dimension.grain,
        steps: steps?.keys.length ?? 0,
        period: plan.query.period,
      });
    const answer = await runQueries(plan, written, context, listOverWindows(over, steps));
    const last = answer.total.at(-1) ?? {};
    const total = {
      numerator: toNumber(last.numerator),
      denominator: toNumber(last.denominator),
      n: toNumber(last.n),
    };
    const account = await countRows(plan, context);
    const run = {
      ...plan,
      ...answer,
      total,
      account,
      unit: getUnit(plan, given.unit),
      wantedUnit: given.unit,
    };
    const numbers = buildNumbers(plan, answer, given, context, steps);
    if (!answer.isWindowed)
      assertWhole(plan, { total: last, series: answer.series }, numbers.members, written);
    const asked = describeAsk(given, context.language);
    const lineage = buildMetricLineage({ ...run, asked }, context.engine.tables, context.language);
    const value = { ...numbers, lineage };
    const shown = over ? await applyOver(over, value, { plan, steps, written, context }) : value;
    return toUnit(shown, given.unit, written.getPlace('unit'), written.name);
  } catch (error) {
    if (error instanceof QueryError && plan) {
      const problem = await locateSqlProblem(given, plan, written, context);
      throw problem ? new ValueError(problem) : error;
    }
    if (!(error instanceof ParameterError)) throw error;
    const { param, texts } = error;
    const place = findParameterPlace(param, given, written);
    throw new ValueError(createProblem('metric-parameter', place, { metric: metric.id, param, ...texts }));
  }
}

/** Where a parameter stands, else where it would. */
function findParameterPlace(param: string, given: MetricEntry, { place, getPlace }: EntryPlaces) {
  if (param === 'during' || (param === 'where' && given.where === undefined)) return place;
  return Object.hasOwn(given, param) || param === 'by' ? getPlace(param) : getPlace('with', param);
}

/** The steps of time that a series goes by: all that there are, and those the data cover. */
interface Steps extends Coverage {
  dimension: Dimension;
  /** Of the series: those of the period, else of the data. */
  keys: string[];
}

async function findSteps(plan: QueryPlan, engine: Engine): Promise<Steps | undefined> {
  const dimension = plan.by.find(({ isStep }) => isStep);
  if (!dimension || plan.query.day === undefined) return undefined;
  const coverage = await findCoverage(plan, dimension, engine);
  const { grain } = dimension;
  const keys = grain ? listTimeKeys(grain, coverage.keys.toSorted(), plan.query.period) : coverage.keys;
  return { ...coverage, dimension, keys };
}

function listOverWindows(over: Over | undefined, steps: Steps | undefined): StepWindow[] | undefined {
  const grain = steps?.dimension.grain;
  if (!grain || !over || (over.kind !== 'cumulative' && over.kind !== 'rolling')) return undefined;
  const days = steps.days;
  const covered = listSteps(grain, steps.keys, undefined).filter(({ from }) => days && from <= days.to);
  return listWindows(covered, over.kind === 'rolling' ? over.steps : 'all');
}

interface OverContext {
  plan: QueryPlan;
  steps: Steps | undefined;
  written: EntryPlaces;
  context: ValueContext;
}

/** What `over` makes of a value; intervals and fractions are those of the value itself, and go. */
async function applyOver(
  over: Over,
  { share: _, interval: __, curve: ___, ...value }: ComputedValue,
  { plan, steps, written, context }: OverContext,
): Promise<ComputedValue> {
  const grain = steps?.dimension.grain;
  const { period } = plan.query;
  if (over.kind === 'year_before' && !grain) {
    const before = await askYearBefore(plan, getPreviousYear(period!), written, context);
    return { ...value, unit: '%', value: computeChangeRate(value.value, before.total), members: [] };
  }
  const shifted = grain && over.kind === 'year_before' ? shiftToYearBefore(grain, steps.keys) : undefined;
  const before = shifted && (await askYearBefore(plan, shifted.period, written, context));
  const pairs = before?.members.flatMap((member): [string, number | null][] => {
    const key = shifted?.toKey.get(member.key);
    return key === undefined ? [] : [[buildMemberId({ ...member, key }), member.value]];
  });
  const result = computeOver(over, {
    members: value.members,
    total: value.value,
    unit: value.unit,
    isClosed: createClosedTest(grain, steps?.days, period),
    before: new Map(pairs),
    grain,
    direction: value.direction,
  });
  return { ...value, ...result, digits: value.digits ?? result.digits };
}

/** The same value and series for the days a year before. */
async function askYearBefore(plan: QueryPlan, period: Period, written: EntryPlaces, context: ValueContext) {
  const back = { ...plan, query: { ...plan.query, period } };
  const answer = await runQueries(back, written, context);
  const steps = await findSteps(back, context.engine);
  const { metric, by, query } = back;
  const ratio = metric.parts !== undefined;
  const options = { by, period: query.period, empty: metric.empty, ratio, language: context.language };
  const members = buildSeriesMembers(answer.series, { ...options, covers: steps?.covers });
  return { total: toNumber(answer.total.at(-1)?.value), members };
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
  /** Whether each step of the series looks back. */
  isWindowed: boolean;
}

async function runQueries(
  plan: QueryPlan,
  written: EntryPlaces,
  { engine }: ValueContext,
  windows?: readonly StepWindow[],
): Promise<MetricResult> {
  const { metric, by, joined, query } = plan;
  const lookup = metric.lookup?.(query.params);
  const preRows = lookup === undefined ? [] : await runLookup(lookup, written, engine);
  const ask = (keys: GroupKey[], spans?: readonly StepWindow[]) => {
    const others = joined && {
      joined: { ...joined, keys: keys.length === 0 ? [] : joined.by.map(({ key }) => key) },
    };
    return metric.sql({ ...buildMetricQuery(plan, keys, spans), preRows, ...others });
  };
  const sql = ask([]);
  const rows = (await engine.query(sql)).rows;
  const solution = metric.solve?.(rows, query.params);
  const total = solution ? [toSolutionRow(solution)] : rows;
  const answer = {
    preRows,
    total,
    ...(solution && { solution }),
    lookup: lookup ?? '',
    isWindowed: windows !== undefined,
  };
  if (by.length === 0) return { ...answer, series: [], sql };
  const grouped = ask(
    by.map((dimension) => dimension.key),
    windows,
  );
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
function buildNumbers(
  plan: QueryPlan,
  answer: MetricResult,
  given: MetricEntry,
  { language }: ValueContext,
  steps: Steps | undefined,
) {
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
          covers: answer.isWindowed ? () => false : steps?.covers,
          ratio: metric.parts !== undefined,
          language,
        });
  const interval = solution?.interval ?? buildMeanInterval(last);
  const share = buildShare(plan, last);
  return {
    // Without rows nothing happened; rows without a value say nothing.
    value: toNumber(last.value) ?? ((toNumber(last.n) ?? 0) > 0 ? null : metric.empty),
    unit: getUnit(plan, given.unit),
    members,
    direction: given.direction ?? metric.direction,
    digits:
      given.digits ??
      metric.digits ??
      (metric.id === 'mean' && isWholeUnit(normaliseUnit(given.unit ?? getUnit(plan))) ? 2 : undefined),
    ...(share && { share }),
    ...(interval && { interval }),
    ...(solution?.curve && { curve: buildCurve(plan, solution.curve) }),
  };
}

/** Of a share of things counted. */
function buildShare({ metric, query }: QueryPlan, row: Row): ComputedValue['share'] {
  const isProportion =
    typeof metric.proportion === 'boolean' ? metric.proportion : metric.proportion(query.columns);
  const [successes, trials] = [toNumber(row.numerator), toNumber(row.denominator)];
  return isProportion && successes !== null && trials !== null ? { successes, trials } : undefined;
}

/** Of a mean, by Student's t: mean ± t(n − 1) · s / √n. */
function buildMeanInterval({ value, spread, denominator }: Row): ComputedValue['interval'] {
  const [mean, s, n] = [toNumber(value), toNumber(spread), toNumber(denominator)];
  if (mean === null || s === null || n === null || n < 2) return undefined;
  const half = (studentQuantile(0.975, n - 1) * s) / Math.sqrt(n);
  return { low: mean - half, high: mean + half, level: 0.95, method: 't' };
}

function getUnit(plan: QueryPlan, wanted?: string): string {
  const { unit } = plan.metric;
  if (typeof unit === 'string') return unit;
  if (plan.groups) return normaliseUnit(plan.groups.unit);
  // A number that stands in a table is in the unit that its reader knows it by.
  if (plan.metric.id === 'lookup' && wanted !== undefined) return normaliseUnit(wanted);
  const own = plan.units[unit.column] ?? findPlannedColumn(plan, unit.column)?.unit;
  return normaliseUnit(own || unit.otherwise);
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
