import { suggestNames } from '../../base/names/suggest-names.ts';
import { quoteSqlName } from '../../base/quoting.ts';
import { isWholeUnit, normaliseUnit } from '../../base/unit.ts';
import type { Curve } from '../../base/value-series.ts';
import { QueryError } from '../../data/engine.ts';
import type { AnyMetric } from '../../metrics/define-family.ts';
import { isMetric, metrics } from '../../metrics/library.ts';
import { ParameterError, type Solution } from '../../metrics/metric.ts';
import { readClustering } from '../../metrics/sql/clustered-ratio.ts';
import { studentQuantile } from '../../metrics/statistics/distributions.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { MetricEntry } from '../../schema/metrics-file-schema.ts';
import { buildMetricLineage } from '../lineage.ts';
import { describeRepeats } from './clustered-share.ts';
import { type ComputedValue, toUnit, type ValueContext, ValueError } from './computed-value.ts';
import { describeAsk } from './describe-ask.ts';
import { assertWhole, countRows } from './left-out/row-account.ts';
import { leaveOutTestAccounts } from './left-out/test-accounts.ts';
import { locateSqlProblem } from './locate-sql.ts';
import type { NamedEntry } from './metrics-entries.ts';
import { assertOverFits, createCutTest, parseOver } from './over/over-series.ts';
import { applyOver, findSteps, listOverWindows, type Steps } from './over/over-value.ts';
import { planQuery, type QueryPlan } from './plan-query.ts';
import { type MetricResult, runQueries } from './run-metric.ts';
import {
  buildFunnelMembers,
  buildSeriesMembers,
  buildSolutionMembers,
  type Row,
  toNumber,
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
    return await computePlan(plan, given, written, context);
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

/** Throws ValueError, QueryError or ParameterError. */
async function computePlan(
  asked: QueryPlan,
  given: MetricEntry,
  written: EntryPlaces,
  context: ValueContext,
): Promise<ComputedValue> {
  const plan = await leaveOutTestAccounts(asked, context);
  const over = given.over === undefined ? undefined : parseOver(given.over);
  const steps = await findSteps(plan, context);
  if (over)
    assertOverFits(over, {
      dimensions: plan.by.length,
      grain: steps?.dimension.grain,
      steps: steps?.keys.length ?? 0,
      period: plan.query.period,
    });
  const counting = countRows(plan, context);
  // What is wrong with the rows is told of the numbers.
  counting.catch(() => undefined);
  const answer = await runQueries(plan, written, context, listOverWindows(over, steps, plan.query.period));
  const last = answer.total.at(-1) ?? {};
  const total = {
    numerator: toNumber(last.numerator),
    denominator: toNumber(last.denominator),
    n: toNumber(last.n),
  };
  const account = await counting;
  const run = {
    ...plan,
    ...answer,
    total,
    filter: given.where,
    account,
    unit: getUnit(plan, given.unit),
    wantedUnit: given.unit,
    repeats: describeRepeats(plan.metric, last),
  };
  const numbers = buildNumbers(plan, answer, given, context, steps);
  if (!answer.windows) assertWhole(plan, { total: last, series: answer.series }, numbers.members, written);
  const told = describeAsk(given, plan.by, context.language);
  const lineage = buildMetricLineage({ ...run, asked: told }, context.engine.tables, context.language);
  const value = { ...numbers, lineage };
  const shown = over ? await applyOver(over, value, { plan, steps, written, context }) : value;
  return toUnit(shown, given.unit, written.getPlace('unit'), written.name);
}

/** Where a parameter stands, else where it would. */
function findParameterPlace(param: string, given: MetricEntry, { place, getPlace }: EntryPlaces) {
  if (param === 'during' || (param === 'where' && given.where === undefined)) return place;
  return Object.hasOwn(given, param) || param === 'by' ? getPlace(param) : getPlace('with', param);
}

const metricTitles = Object.fromEntries(Object.entries(metrics).map(([id, { names }]) => [id, names.zh]));

function resolveMetric(id: string, written: EntryPlaces): AnyMetric {
  if (isMetric(id)) return metrics[id];
  const all = Object.keys(metrics);
  const params = { name: id, ...suggestNames(id, all, metricTitles) };
  throw new ValueError(createProblem('unknown-metric', written.getPlace('metric'), params));
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
          covers: answer.windows ? (step) => answer.windows!.some(({ key }) => key === step) : steps?.covers,
          // Of two tables, a group has the steps of its own.
          steps: plan.joined ? undefined : steps?.keys,
          isCut: createCutTest(steps?.dimension.grain, steps?.ends, query.period),
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
  if (!isProportion || successes === null || trials === null) return undefined;
  return { successes, trials, clustering: readClustering(row), repeats: metric.repeats === true };
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
