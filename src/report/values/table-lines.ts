/** What the rows of a table's line say of themselves: cells they have in common, and what lines are ordered by. */
import type { Place } from '../../base/place.ts';
import type { Cell } from '../../base/source-table.ts';
import type { ResultColumn } from '../../data/engine.ts';
import { metrics } from '../../metrics/library.ts';
import { buildConditions, buildWhere, nestedKeys } from '../../metrics/sql/select.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { MetricEntry } from '../../schema/metrics-file-schema.ts';
import { type ComputedValue, type ValueContext, ValueError } from './computed-value.ts';
import { buildMetricQuery, planQuery } from './plan-query.ts';
import { compileExpression } from './rows/expressions.ts';
import { buildFrom } from './rows/row-source.ts';
import { buildMemberId, buildSeriesMembers } from './series-members.ts';
import { type TablePlaces, toHeadingUnit } from './table-rows.ts';

export type Line = ComputedValue['members'][number];

/** An expression over the rows of a line: the one value they have, or their smallest or largest. */
export interface LineAsk {
  name: string;
  text: string;
  take: 'common' | 'min' | 'max';
  place: Place;
  unit?: string | undefined;
}

export interface LineCells {
  /** Of the asks, in their order. */
  columns: ResultColumn[];
  /** Whether a heading says so or not. */
  units: string[];
  find: (line: Line) => readonly Cell[];
  sql: string;
}

/** Headings of the columns of `by`, and what each of them is ordered by. */
export interface LineKeys {
  titles: string[];
  orders: string[];
}

export async function findLineKeys(
  rows: Omit<MetricEntry, 'metric'>,
  headings: readonly string[] | undefined,
  written: TablePlaces,
  context: ValueContext,
): Promise<LineKeys> {
  const { by } = await planQuery({ metric: 'count', ...rows }, metrics.count, written, context);
  return {
    titles: by.map(({ title }, at) => headings?.[at] ?? title),
    orders: by.map(({ key }) => key.order),
  };
}

/** Throws ValueError where the rows of a line do not agree on a common cell; a blank beside a value is no second value. */
export async function selectLineCells(
  asks: readonly LineAsk[],
  rows: Omit<MetricEntry, 'metric'>,
  written: TablePlaces,
  context: ValueContext,
): Promise<LineCells> {
  if (asks.length === 0) return { columns: [], units: [], find: () => [], sql: '' };
  const plan = await planQuery({ metric: 'count', ...rows }, metrics.count, written, context);
  const compiled = asks.map(({ text, place, unit }) => compileExpression(text, plan.scope, place, unit));
  const from = await buildFrom(plan.scope, false, written.place);
  const { keys, ...query } = buildMetricQuery(
    { ...plan, query: { ...plan.query, from } },
    plan.by.map(({ key }) => key),
  );
  const cells = compiled.flatMap(({ sql }, at) => [
    `${asks[at]!.take === 'max' ? 'max' : 'min'}(${sql}) AS cell${at}`,
    ...(asks[at]!.take === 'common' ? [`max(${sql}) AS other${at}`] : []),
  ]);
  const sql = `SELECT ${[...nestedKeys.define(keys), ...cells].join(', ')}\nFROM ${from}${buildWhere(buildConditions(query))}\nGROUP BY ALL`;
  const { columns, rows: found } = await context.engine.query(sql);
  asks.forEach(({ name, take, place }, at) => {
    const torn = found.find((row) => take === 'common' && row[`cell${at}`] !== row[`other${at}`]);
    if (!torn) return;
    const group = [torn.key, torn.grp].filter((part) => part !== undefined).join(' · ');
    const values = `${torn[`cell${at}`]}、${torn[`other${at}`]}`;
    throw new ValueError(createProblem('table-column-unfit', place, { name, torn: { group, values } }));
  });
  const members = buildSeriesMembers(
    found.map((row, at) => ({ key: row.key ?? null, grp: row.grp ?? null, value: at })),
    { by: plan.by, period: plan.query.period, empty: null, ratio: false, language: context.language },
  );
  const rowOf = new Map(members.map((member) => [buildMemberId(member), found[member.value ?? -1]]));
  const units = asks.map(({ unit }, at) => unit ?? compiled[at]?.column?.unit ?? '');
  return {
    columns: asks.map(({ name }, at) => {
      const type = columns.find((one) => one.name === `cell${at}`)?.type ?? 'text';
      return { name, type, ...toHeadingUnit(units[at], name) };
    }),
    units,
    find: (line) => {
      const row = rowOf.get(buildMemberId(line));
      return asks.map((_, at) => row?.[`cell${at}`] ?? null);
    },
    sql,
  };
}
