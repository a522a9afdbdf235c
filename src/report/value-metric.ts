import type { Language } from '../base/language.ts';
import { nearest } from '../base/nearest.ts';
import { showNumber } from '../base/number-format.ts';
import type { Curve, Shown } from '../base/series.ts';
import { canonicalUnit, isWhole } from '../base/unit.ts';
import { type Engine, QueryError } from '../data/engine.ts';
import type { AnyMetric } from '../metrics/forget.ts';
import { isMetric, metrics } from '../metrics/library.ts';
import { type Ask, ParameterError, type Solution } from '../metrics/metric.ts';
import { problem } from '../problems/problem.ts';
import type { MetricEntry } from '../schema/metrics-file.ts';
import type { Lineage } from './book.ts';
import type { Evaluated, ValueContext } from './evaluated.ts';
import { Fault } from './fault.ts';
import { filesOf, mathml, readReading, tablesIn, texReading } from './lineage.ts';
import type { NamedEntry } from './metrics-file.ts';
import { type Question, question } from './value-ask.ts';
import { funnelMembers, numberIn, type Row, seriesMembers } from './value-members.ts';
import { solvedGroups, solvedMembers, solvedRow } from './value-solve.ts';
import { inUnit, moneyCalled } from './value-unit.ts';

type Written = Pick<NamedEntry, 'name' | 'place' | 'placeOf'>;

/** A metric of the library on a report's tables. Throws Fault or QueryError. */
export async function evaluateMetric(
  given: MetricEntry,
  written: Written,
  context: ValueContext,
): Promise<Evaluated> {
  const metric = metricOf(given.metric, written);
  const asked = question(given, metric, written, context);
  try {
    const answer = await run(asked, written, context);
    return inUnit(
      { ...numbers(asked, answer, given, context), lineage: lineageOf(asked, answer, given, context) },
      given.unit,
      written.placeOf('unit'),
      written.name,
    );
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
    const { param, texts } = error;
    const place =
      param === 'during' ? written.place : written.placeOf(...(param === 'by' ? [] : ['with']), param);
    throw new Fault(problem('metric-parameter', place, { metric: metric.id, param, ...texts }));
  }
}

function metricOf(id: string, written: Written): AnyMetric {
  if (isMetric(id)) return metrics[id];
  const all = Object.keys(metrics);
  const params = { name: id, near: nearest(id, all), all: all.join('、') };
  throw new Fault(problem('unknown-metric', written.placeOf('metric'), params));
}

interface Answer {
  found: Row[];
  total: Row[];
  series: Row[];
  /** Of a model. */
  solution?: Solution;
  sql: string;
  /** Tables the lookup read besides. */
  looked: string;
}

async function run(
  { metric, ask, by, beside }: Question,
  written: Written,
  { engine }: ValueContext,
): Promise<Answer> {
  const lookup = metric.lookup?.(ask.params);
  const found = lookup === undefined ? [] : await lookUp(lookup, written, engine);
  const full: Ask<unknown> = { ...ask, keys: [], found, ...(beside && { beside: { ...beside, keys: [] } }) };
  const sql = metric.sql(full);
  const rows = (await engine.query(sql)).rows;
  const solution = metric.solve?.(rows, ask.params);
  const total = solution ? [solvedRow(solution)] : rows;
  const answer = { found, total, ...(solution && { solution }), looked: lookup ?? '' };
  if (by.length === 0) return { ...answer, series: [], sql };
  const keys = by.map((dimension) => dimension.key);
  const other = beside && { beside: { ...beside, keys: beside.by.map((dimension) => dimension.key) } };
  const grouped = metric.sql({ ...full, keys, ...other });
  const groups = (await engine.query(grouped)).rows;
  const series = metric.solve ? solvedGroups(groups, metric, ask.params) : groups;
  return { ...answer, series, sql: `${sql};\n\n${grouped}` };
}

/** What goes wrong here lies in the name of the funnel, or in its table. */
async function lookUp(sql: string, written: Written, engine: Engine): Promise<Row[]> {
  try {
    return (await engine.query(sql)).rows;
  } catch (error) {
    if (error instanceof QueryError) throw new Fault(error.at(written.placeOf('with', 'funnel')));
    throw error;
  }
}

/** A total is asked for itself: it is never the sum or the mean of its series. */
function numbers(asked: Question, answer: Answer, given: MetricEntry, { language }: ValueContext) {
  const { metric, ask, by } = asked;
  const last = answer.total.at(-1) ?? {};
  const isFunnel = last.step !== undefined;
  const stepped = by.length > 0 ? answer.series : answer.total;
  const { solution } = answer;
  const members = isFunnel
    ? funnelMembers(stepped, by.length > 0, language)
    : solution && by.length === 0
      ? solvedMembers(solution, language)
      : seriesMembers(answer.series, {
          by,
          period: ask.period,
          empty: metric.empty,
          ratio: metric.parts !== undefined,
          language,
        });
  const successes = numberIn(last.numerator);
  const trials = numberIn(last.denominator);
  const share =
    metric.proportion && successes !== null && trials !== null ? { successes, trials } : undefined;
  return {
    value: numberIn(last.value) ?? metric.empty,
    unit: unitOf(asked),
    members,
    direction: given.direction ?? metric.direction,
    digits: given.digits ?? metric.digits ?? (metric.id === 'mean' && isWhole(unitOf(asked)) ? 2 : undefined),
    ...(share && { share }),
    ...(solution?.interval && { interval: solution.interval }),
    ...(solution?.curve && { curve: curveIn(asked, solution.curve) }),
  };
}

function unitOf(asked: Question): string {
  const { unit } = asked.metric;
  if (typeof unit === 'string') return unit;
  return canonicalUnit(columnOf(asked, unit.column)?.unit || unit.otherwise);
}

function columnOf({ table, ask }: Question, need: string) {
  const sql = ask.columns[need];
  return table.columns.find(({ name }) => `"${name.replaceAll('"', '""')}"` === sql);
}

function curveIn(asked: Question, curve: NonNullable<Solution['curve']>): Curve {
  const { curveOf } = asked.metric;
  const column = curveOf === undefined ? undefined : columnOf(asked, curveOf);
  return { ...curve, label: column?.label || column?.name || '', unit: canonicalUnit(column?.unit ?? '') };
}

function lineageOf(asked: Question, answer: Answer, given: MetricEntry, context: ValueContext): Lineage {
  const { metric, ask } = asked;
  const { language, engine } = context;
  const reading = metric.reading(ask.params, answer.found, ask.columns);
  const last = answer.total.at(-1) ?? {};
  const tables = tablesIn(`${answer.looked}\n${answer.sql}`, engine.tables);
  const name = metric.names[language];
  return {
    kind: 'metric',
    metric: { id: metric.id, name, definition: metric.definition[language] },
    formula: readReading(reading, language),
    mathml: mathml(texReading(name, reading, language)),
    ...(answer.solution?.note && { note: answer.solution.note[language] }),
    sql: answer.sql,
    inputs: [],
    tables: tables.map((table) => table.name),
    rows: numberIn(last.n) ?? 0,
    ...parts(asked, last, given, language),
    ...(given.where && { filter: given.where }),
    ...(ask.period && { period: ask.period }),
    files: filesOf(tables),
  };
}

/** Numerator and denominator of a ratio, each in its own unit. */
function parts(asked: Question, row: Row, given: MetricEntry, language: Language) {
  const { metric } = asked;
  if (!metric.parts) return {};
  const natural = unitOf(asked);
  const shown = (value: number | null, part: string): Shown => {
    const unit = moneyCalled(part || (typeof metric.unit === 'string' ? '' : natural), natural, given.unit);
    return { value, text: showNumber(value, { unit, language, digits: moneyDigits(part, unit) }) };
  };
  return {
    numerator: shown(numberIn(row.numerator), metric.parts.numerator),
    denominator: shown(numberIn(row.denominator), metric.parts.denominator),
  };
}

/** Money under an unknown name is still money. */
function moneyDigits(part: string, unit: string): number | undefined {
  return part === '元' && unit !== '元' ? 2 : undefined;
}
