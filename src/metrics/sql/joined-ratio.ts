/** Metrics that divide what one table holds by what another does. */
import type { JoinedTable, MetricQuery } from '../metric.ts';
import { buildConditions, buildGroupBy, buildRatio, buildWhere, nestedKeys } from './select.ts';

interface RatioSide {
  /** An aggregate over the rows asked for. */
  value: string;
  only?: string[];
}

/** Numerator from the metric's table, denominator from the second; a group need not be in both. */
export function buildJoinedRatioSql(
  query: MetricQuery<unknown>,
  over: RatioSide,
  under: RatioSide,
  scale = 1,
): string {
  const keys = nestedKeys.outer(query.keys);
  const pairs = query.keys.map(
    ({ alias }) => `over_rows.${alias}_order IS NOT DISTINCT FROM under_rows.${alias}_order`,
  );
  const either = nestedKeys
    .names(query.keys)
    .map((name) => `coalesce(over_rows.${name}, under_rows.${name}) AS ${name}`);
  const sums = [
    `${buildAmount('over_rows')} AS over_amount`,
    `${buildAmount('under_rows')} AS under_amount`,
    'coalesce(over_rows.lines, 0) + coalesce(under_rows.lines, 0) AS lines',
  ];
  const chosen = [
    ...keys.map((key) => `${key.text} AS ${key.alias}`),
    'any_value(over_amount) AS numerator',
    'any_value(under_amount) AS denominator',
    `${buildRatio('any_value(over_amount)', 'any_value(under_amount)', scale)} AS value`,
    'any_value(lines) AS n',
  ];
  return `WITH over_rows AS (
  ${buildSideSql(query, over)}
),
under_rows AS (
  ${buildSideSql(query.joined!, under)}
)
SELECT ${chosen.join(', ')}
FROM (SELECT ${[...either, ...sums].join(', ')} FROM over_rows FULL JOIN under_rows ON ${pairs.join(' AND ') || 'true'})${buildGroupBy(keys)}`;
}

/** Without rows there is nothing; where all that would be added up is blank, it is not known how much there is. */
const buildAmount = (side: string): string =>
  `CASE WHEN ${side}.lines > 0 THEN ${side}.amount ELSE coalesce(${side}.amount, 0) END`;

function buildSideSql(table: JoinedTable, { value, only = [] }: RatioSide): string {
  const where = buildWhere([...buildConditions(table), ...only]).replaceAll('\n', '\n  ');
  const chosen = [...nestedKeys.define(table.keys), `${value} AS amount`, 'count(*) AS lines'];
  const group = table.keys.map((key) => key.order).join(', ');
  return `SELECT ${chosen.join(', ')}
  FROM ${table.from}${where}${group ? `\n  GROUP BY ${group}` : ''}`;
}
