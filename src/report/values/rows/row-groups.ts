/** `each` of metrics.yaml: rows are made groups, each with its keys and one number, the column `value`. */
import { quoteSqlName } from '../../../base/quoting.ts';
import { isTimeType } from '../../../base/source-table.ts';
import { type MetricQuery, ParameterError } from '../../../metrics/metric.ts';
import { buildConditions, buildWhere, enclose, nestedKeys } from '../../../metrics/sql/select.ts';
import type { MetricEntry, RowGrouping, takes } from '../../../schema/metrics-file-schema.ts';
import type { NamedEntry } from '../metrics-entries.ts';
import { buildSpan, compileCondition, compileExpression, type Expression } from './expressions.ts';
import { isPlainName, type RowScope } from './row-scope.ts';
import { rowNumber } from './row-source.ts';
import { assertNumber } from './value-types.ts';

type Take = (typeof takes)[number];

/** An `each`, compiled against the rows of its entry. */
export interface GroupsPlan {
  /** Names and SQL of what makes a group. */
  keys: { name: string; sql: string }[];
  /** Aggregate over the rows of a group. */
  value: string;
  keep: string | undefined;
  /** Unit of `value`, where it is known. */
  unit: string;
  /** Whether it asks for the order of rows in the file. */
  isOrdered: boolean;
}

/** Throws ValueError or ParameterError. */
export function planGroups(
  each: RowGrouping,
  scope: RowScope,
  { getPlace }: Pick<NamedEntry, 'getPlace'>,
  { unit, metric }: Pick<MetricEntry, 'unit' | 'metric'>,
): GroupsPlan {
  const texts = [each.by].flat();
  const keys = texts.map((text, at) => {
    const { sql, column } = compileExpression(text, scope, getPlace('each', 'by'));
    return { name: column?.name ?? (isPlainName(text) ? text.trim() : `key${at + 1}`), sql };
  });
  const { take } = each;
  const isSpan = take === 'span';
  const column =
    each.column === undefined
      ? undefined
      : compileExpression(each.column, scope, getPlace('each', 'column'), unit);
  if (take !== 'count' && !column)
    throw new ParameterError('each', {
      zh: `take: ${take} 要写明取哪一列：column: 列名`,
      en: `take: ${take} needs to know of which column: column: NAME`,
    });
  if (column && needsNumber(take, metric)) assertNumber(column, take, getPlace('each', 'column'));
  const filter =
    each.of && ` FILTER (WHERE ${compileCondition(each.of, scope, getPlace('each', 'of'), 'of')})`;
  const isTime = column?.column && isTimeType(column.column.type);
  const span = isSpan && isTime ? buildTimeSpan(column, filter ?? '', unit) : undefined;
  return {
    keys,
    value: span?.sql ?? takeSql[take](column?.sql ?? '', filter ?? '', scope.time),
    keep: each.keep === undefined ? undefined : enclose(each.keep),
    unit: span?.span ?? column?.span ?? (countsThings.has(take) ? '' : (column?.column?.unit ?? '')),
    isOrdered: take === 'first' || take === 'last' || (isSpan && !isTime),
  };
}

/** What counts groups may look at texts that they have; a number is made of numbers. */
function needsNumber(take: Take, metric: string): boolean {
  if (take === 'sum' || take === 'mean' || take === 'median') return true;
  const isPick = take === 'min' || take === 'max' || take === 'first' || take === 'last';
  return isPick && !['count', 'count_distinct', 'share'].includes(metric);
}

const countsThings: ReadonlySet<Take> = new Set(['count', 'count_distinct']);

function buildTimeSpan({ sql, column }: Expression, filter: string, unit: string | undefined): Expression {
  return buildSpan(`max(${sql})${filter}`, `min(${sql})${filter}`, column?.type === 'date', unit);
}

type BuildTake = (column: string, filter: string, time: string | undefined) => string;

const simple =
  (name: string): BuildTake =>
  (column, filter) =>
    `${name}(${column})${filter}`;

const ordered =
  (name: 'first' | 'last'): BuildTake =>
  (column, filter, time) => {
    if (time === undefined)
      throw new ParameterError('each', {
        zh: `take: ${name} 要按时间排先后，表里没有时间列；写 time: 列名`,
        en: `take: ${name} needs a time, and the table has none; write time: COLUMN`,
      });
    const known = `${column} IS NOT NULL AND ${time} IS NOT NULL`;
    const only = filter ? filter.replace(' FILTER (WHERE ', `${known} AND `).replace(/\)$/, '') : known;
    return `${name}(${column} ORDER BY ${time}, ${rowNumber}) FILTER (WHERE ${only})`;
  };

const takeSql: Record<Take, BuildTake> = {
  count: (_, filter) => `count(*)${filter}`,
  count_distinct: (column, filter) => `count(DISTINCT ${column})${filter}`,
  sum: (column, filter) => `coalesce(sum(${column})${filter}, 0)`,
  mean: simple('avg'),
  median: simple('median'),
  min: simple('min'),
  max: simple('max'),
  first: ordered('first'),
  last: ordered('last'),
  span: (column, filter, time) =>
    `(${ordered('last')(column, filter, time)} - ${ordered('first')(column, filter, time)})`,
};

/** The groups as rows of their own, with the keys of the series beside those of the groups. */
export function buildGroupsSql(
  query: Pick<MetricQuery<unknown>, 'from' | 'where' | 'period' | 'day' | 'keys'>,
  { keys, value, keep }: GroupsPlan,
): string {
  const members = nestedKeys.define(query.keys);
  const named = keys.map(({ name, sql }) => `${sql} AS ${quoteSqlName(name)}`);
  const where = buildWhere([...buildConditions(query), ...keys.map(({ sql }) => `${sql} IS NOT NULL`)]);
  const groups = `SELECT ${[...members, ...named, `${value} AS value`].join(', ')}\n  FROM ${query.from}${where.replaceAll('\n', '\n  ')}\n  GROUP BY ALL`;
  return keep === undefined ? `(${groups})` : `(SELECT * FROM (${groups})\n  WHERE ${keep})`;
}
