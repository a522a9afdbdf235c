/** A share of rows in which users repeat: the sums over users that tell how much less such rows say. */
import type { Cell } from '../../base/source-table.ts';
import type { MetricQuery } from '../metric.ts';
import { computeDesignEffect } from '../statistics/inference/clustered-ratios.ts';
import { toNumber } from './observations.ts';
import { buildConditions, buildGroupBy, buildRatio, buildWhere, nestedKeys } from './select.ts';

interface ClusteredMeasure {
  /** Aggregates over the rows of one user. */
  numerator: string;
  denominator: string;
  scale?: number | undefined;
  only?: string[];
}

/** As `buildAggregateSql`, with one row a user in between. */
export function buildClusteredRatioSql(
  query: MetricQuery<unknown>,
  { numerator, denominator, scale = 1, only = [] }: ClusteredMeasure,
): string {
  const { user } = query.columns;
  const orders = query.keys.map((key) => `${key.alias}_order`);
  const inner = [
    `${user} AS who`,
    ...query.keys.flatMap((key) => [
      `${key.order} AS ${key.alias}_order`,
      `any_value(${key.text}) AS ${key.alias}`,
    ]),
    `coalesce(${numerator}, 0) AS y`,
    `coalesce(${denominator}, 0) AS x`,
    'count(*) AS lines',
  ];
  const where = buildWhere([...buildConditions(query), ...only]).replaceAll('\n', '\n  ');
  return `WITH people AS (
  SELECT ${inner.join(', ')}
  FROM ${query.from}${where}
  GROUP BY ${['who', ...orders].join(', ')}
)
${buildPeopleSql(query, scale)}`;
}

/** One SELECT over `people(who, …keys, y, x, lines)`. What has no user is nobody's: its rows stand for themselves. */
export function buildPeopleSql(query: Pick<MetricQuery<unknown>, 'keys'>, scale: number): string {
  const keys = nestedKeys.outer(query.keys);
  const whole = (alone: string, together: string) =>
    `coalesce(sum(CASE WHEN who IS NULL THEN ${alone} ELSE ${together} END), 0)`;
  const chosen = [
    ...keys.map((key) => `${key.text} AS ${key.alias}`),
    'sum(y) AS numerator',
    'sum(x) AS denominator',
    `${buildRatio('sum(y)', 'sum(x)', scale)} AS value`,
    'coalesce(sum(lines), 0) AS n',
    `${whole('x', 'CASE WHEN x > 0 THEN 1 ELSE 0 END')} AS units`,
    `${whole('y', 'y * y')} AS yy`,
    `${whole('y', 'x * y')} AS xy`,
    `${whole('x', 'x * x')} AS xx`,
  ];
  return `SELECT ${chosen.join(', ')}\nFROM people${buildGroupBy(keys)}`;
}

export interface Clustering {
  /** Users that count. */
  users: number;
  /** How many times the variance of independent rows; at least 1. */
  effect: number;
}

/** Of a row of such an answer; undefined where it was not asked by user, or nothing varies. */
export function readClustering(row: Readonly<Record<string, Cell>>): Clustering | undefined {
  const of = (name: string) => toNumber(row[name]) ?? 0;
  if (toNumber(row.units) === null) return undefined;
  const users = of('units');
  const sums = { n: users, y: of('numerator'), x: of('denominator') };
  const effect = computeDesignEffect({ ...sums, yy: of('yy'), xx: of('xx'), xy: of('xy') });
  return effect === undefined ? undefined : { users, effect: Math.max(1, effect) };
}
