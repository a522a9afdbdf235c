import type { Language } from '../../base/language.ts';
import { findNearestName } from '../../base/nearest-name.ts';
import { formatNumber } from '../../base/number-format.ts';
import { isWholeUnit, normaliseUnit } from '../../base/unit.ts';
import type { Curve, FormattedValue } from '../../base/value-series.ts';
import { type Engine, QueryError } from '../../data/engine.ts';
import type { AnyMetric } from '../../metrics/define-metric.ts';
import { isMetric, metrics } from '../../metrics/library.ts';
import { type MetricQuery, ParameterError, type Solution } from '../../metrics/metric.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { MetricEntry } from '../../schema/metrics-file-schema.ts';
import type { Lineage } from '../book.ts';
import { findSqlTables, formatMetricFormula, listFiles, renderMathml, renderMetricTex } from '../lineage.ts';
import type { ComputedValue, ValueContext } from './computed-value.ts';
import type { NamedEntry } from './metrics-entries.ts';
import { planQuery, type QueryPlan } from './plan-query.ts';
import { buildFunnelMembers, buildSeriesMembers, type Row, toNumber } from './series-members.ts';
import { buildSolutionMembers, solveGroups, toSolutionRow } from './solution-members.ts';
import { ValueError } from './value-error.ts';
import { resolveMoneyUnit, toUnit } from './value-unit.ts';

type EntryPlaces = Pick<NamedEntry, 'name' | 'place' | 'getPlace'>;

/** A metric of the library on a report's tables. Throws Fault or QueryError. */
export async function evaluateMetric(
  given: MetricEntry,
  written: EntryPlaces,
  context: ValueContext,
): Promise<ComputedValue> {
  const metric = resolveMetric(given.metric, written);
  const plan = planQuery(given, metric, written, context);
  try {
    const answer = await runQueries(plan, written, context);
    return toUnit(
      {
        ...buildNumbers(plan, answer, given, context),
        lineage: buildMetricLineage(plan, answer, given, context),
      },
      given.unit,
      written.getPlace('unit'),
      written.name,
    );
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
    const { param, texts } = error;
    const place =
      param === 'during' ? written.place : written.getPlace(...(param === 'by' ? [] : ['with']), param);
    throw new ValueError(createProblem('metric-parameter', place, { metric: metric.id, param, ...texts }));
  }
}

function resolveMetric(id: string, written: EntryPlaces): AnyMetric {
  if (isMetric(id)) return metrics[id];
  const all = Object.keys(metrics);
  const params = { name: id, near: findNearestName(id, all), all: all.join('、') };
  throw new ValueError(createProblem('unknown-metric', written.getPlace('metric'), params));
}

interface MetricResult {
  found: Row[];
  total: Row[];
  series: Row[];
  /** Of a model. */
  solution?: Solution;
  sql: string;
  /** Tables the lookup read besides. */
  looked: string;
}

async function runQueries(
  { metric, ask, by, joined }: QueryPlan,
  written: EntryPlaces,
  { engine }: ValueContext,
): Promise<MetricResult> {
  const lookup = metric.lookup?.(ask.params);
  const found = lookup === undefined ? [] : await runLookup(lookup, written, engine);
  const full: MetricQuery<unknown> = {
    ...ask,
    keys: [],
    preRows: found,
    ...(joined && { joined: { ...joined, keys: [] } }),
  };
  const sql = metric.sql(full);
  const rows = (await engine.query(sql)).rows;
  const solution = metric.solve?.(rows, ask.params);
  const total = solution ? [toSolutionRow(solution)] : rows;
  const answer = { found, total, ...(solution && { solution }), looked: lookup ?? '' };
  if (by.length === 0) return { ...answer, series: [], sql };
  const keys = by.map((dimension) => dimension.key);
  const other = joined && { joined: { ...joined, keys: joined.by.map((dimension) => dimension.key) } };
  const grouped = metric.sql({ ...full, keys, ...other });
  const groups = (await engine.query(grouped)).rows;
  const series = metric.solve ? solveGroups(groups, metric, ask.params) : groups;
  return { ...answer, series, sql: `${sql};\n\n${grouped}` };
}

/** What goes wrong here lies in the name of the funnel, or in its table. */
async function runLookup(sql: string, written: EntryPlaces, engine: Engine): Promise<Row[]> {
  try {
    return (await engine.query(sql)).rows;
  } catch (error) {
    if (error instanceof QueryError) throw new ValueError(error.at(written.getPlace('with', 'funnel')));
    throw error;
  }
}

/** A total is asked for itself: it is never the sum or the mean of its series. */
function buildNumbers(plan: QueryPlan, answer: MetricResult, given: MetricEntry, { language }: ValueContext) {
  const { metric, ask, by } = plan;
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
          period: ask.period,
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

function findPlannedColumn({ table, ask }: QueryPlan, need: string) {
  const sql = ask.columns[need];
  return table.columns.find(({ name }) => `"${name.replaceAll('"', '""')}"` === sql);
}

function buildCurve(plan: QueryPlan, curve: NonNullable<Solution['curve']>): Curve {
  const { curveOf } = plan.metric;
  const column = curveOf === undefined ? undefined : findPlannedColumn(plan, curveOf);
  return { ...curve, label: column?.label || column?.name || '', unit: normaliseUnit(column?.unit ?? '') };
}

function buildMetricLineage(
  plan: QueryPlan,
  answer: MetricResult,
  given: MetricEntry,
  context: ValueContext,
): Lineage {
  const { metric, ask } = plan;
  const { language, engine } = context;
  const reading = metric.formulaText(ask.params, answer.found, ask.columns);
  const last = answer.total.at(-1) ?? {};
  const tables = findSqlTables(`${answer.looked}\n${answer.sql}`, engine.tables);
  const name = metric.names[language];
  return {
    kind: 'metric',
    metric: { id: metric.id, name, definition: metric.definition[language] },
    formula: formatMetricFormula(reading, language),
    mathml: renderMathml(renderMetricTex(name, reading, language)),
    ...(answer.solution?.note && { note: answer.solution.note[language] }),
    sql: answer.sql,
    inputs: [],
    tables: tables.map((table) => table.name),
    rows: toNumber(last.n) ?? 0,
    ...buildRatioParts(plan, last, given, language),
    ...(given.where && { filter: given.where }),
    ...(ask.period && { period: ask.period }),
    files: listFiles(tables),
  };
}

/** Numerator and denominator of a ratio, each in its own unit. */
function buildRatioParts(plan: QueryPlan, row: Row, given: MetricEntry, language: Language) {
  const { metric } = plan;
  if (!metric.parts) return {};
  const natural = getUnit(plan);
  const formatPart = (value: number | null, part: string): FormattedValue => {
    const unit = resolveMoneyUnit(
      part || (typeof metric.unit === 'string' ? '' : natural),
      natural,
      given.unit,
    );
    return { value, text: formatNumber(value, { unit, language, digits: getMoneyDigits(part, unit) }) };
  };
  return {
    numerator: formatPart(toNumber(row.numerator), metric.parts.numerator),
    denominator: formatPart(toNumber(row.denominator), metric.parts.denominator),
  };
}

/** Money under an unknown name is still money. */
function getMoneyDigits(part: string, unit: string): number | undefined {
  return part === '元' && unit !== '元' ? 2 : undefined;
}
