/** Customers as the models see them, from a table of purchases or from one that holds them already. */

import { quoteSqlText } from '../../../base/quoting.ts';
import type { Cell } from '../../../base/source-table.ts';
import { type MetricQuery, ParameterError } from '../../metric.ts';
import { buildConditions, buildWhere, nestedKeys } from '../../sql/select.ts';
import type { Customer } from './repeat-customer.ts';

/** Rows of key, grp, repeats, recency, age (weeks), spend, alike (customers), n (rows read). */
export function buildCustomersSql(query: MetricQuery<unknown>): string {
  const names = nestedKeys.names(query.keys);
  const grouped = [...names, 'repeats', 'recency', 'age', 'spend'].join(', ');
  return `WITH ${query.columns.repeats === undefined ? buildSqlFromPurchases(query) : buildSqlFromSummary(query)}
SELECT ${grouped}, count(*) AS alike, sum(lines) AS n
FROM customers
WHERE age IS NOT NULL AND recency BETWEEN 0 AND age
GROUP BY ${grouped}
ORDER BY ${grouped}`;
}

function buildSqlFromSummary(query: MetricQuery<unknown>): string {
  const { repeats, recency, age, spend } = query.columns;
  if (recency === undefined || age === undefined) throw createMissingColumnsError();
  const chosen = [
    ...nestedKeys.define(query.keys),
    `${repeats} AS repeats`,
    `CAST(${recency} AS DOUBLE) AS recency`,
    `CAST(${age} AS DOUBLE) AS age`,
    `coalesce(CAST(${spend ?? '0'} AS DOUBLE), 0) AS spend`,
    '1 AS lines',
  ];
  const where = buildWhere([...buildConditions(query), `${repeats} IS NOT NULL`]);
  return `customers AS (\n  SELECT ${chosen.join(', ')}\n  FROM ${query.from}${where.replaceAll('\n', '\n  ')}\n)`;
}

/** Several purchases of one day are one. What the first day brought tells nothing of the repeats and is left out. */
function buildSqlFromPurchases(query: MetricQuery<unknown>): string {
  const { user, amount, status } = query.columns;
  if (user === undefined || query.day === undefined) throw createMissingColumnsError();
  const names = nestedKeys.names(query.keys);
  const paid = status === undefined ? [] : [`${status} IN ('paid', 'shipped', 'refunded')`];
  const where = buildWhere([
    ...buildConditions(query),
    ...paid,
    `${user} IS NOT NULL`,
    `${query.day} IS NOT NULL`,
  ]);
  const last = `(SELECT max(${query.day}) FROM ${query.from})`;
  const end = query.period ? `least(DATE ${quoteSqlText(query.period.to)}, ${last})` : last;
  return `days AS (
  SELECT ${[`${user} AS who`, `${query.day} AS day`, ...names.map((name, i) => `min(${nestedKeys.define(query.keys)[i]?.replace(/ AS \w+$/, '')}) AS ${name}`), `sum(${amount ?? '0'}) AS spend`, 'count(*) AS lines'].join(', ')}
  FROM ${query.from}${where.replaceAll('\n', '\n  ')}
  GROUP BY who, day
),
firsts AS (
  SELECT *, min(day) OVER (PARTITION BY who) AS first_day FROM days
),
customers AS (
  SELECT ${[
    ...names.map((name) => `arg_min(${name}, day) AS ${name}`),
    'count(*) - 1 AS repeats',
    "date_diff('day', min(day), max(day)) / 7 AS recency",
    `date_diff('day', min(day), ${end}) / 7 AS age`,
    'coalesce(CAST(avg(spend) FILTER (day > first_day) AS DOUBLE), 0) AS spend',
    'sum(lines) AS lines',
  ].join(', ')}
  FROM firsts
  GROUP BY who
)`;
}

function createMissingColumnsError(): ParameterError {
  return new ParameterError('repeats', {
    zh: '要么表中有用户列和时间列，要么有 repeats、recency、age 三列（单位：周）',
    en: 'The table needs user and time, or the columns repeats, recency and age (in weeks)',
  });
}

export function toCustomers(rows: readonly Record<string, Cell>[]): { customers: Customer[]; n: number } {
  const customers = rows.map((row) => ({
    repeats: Number(row.repeats),
    recency: Number(row.recency),
    age: Number(row.age),
    spend: Number(row.spend),
    alike: Number(row.alike),
  }));
  return { customers, n: rows.reduce((sum, row) => sum + Number(row.n), 0) };
}
