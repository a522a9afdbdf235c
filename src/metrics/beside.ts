/** Metrics that divide what one table holds by what another does. */
import type { Ask, Beside } from './metric.ts';
import { conditions, groupAndOrder, inner, ratio, whereClause } from './select.ts';

export interface Side {
  /** An aggregate over the rows asked for. */
  value: string;
  only?: string[];
}

/** Numerator from the metric's table, denominator from the second; a group need not be in both. */
export function overBeside(ask: Ask<unknown>, over: Side, under: Side, scale = 1): string {
  const keys = inner.outer(ask.keys);
  const pairs = ask.keys.map(
    ({ alias }) => `over_rows.${alias}_order IS NOT DISTINCT FROM under_rows.${alias}_order`,
  );
  const either = inner
    .names(ask.keys)
    .map((name) => `coalesce(over_rows.${name}, under_rows.${name}) AS ${name}`);
  const sums = [
    'coalesce(over_rows.amount, 0) AS over_amount',
    'coalesce(under_rows.amount, 0) AS under_amount',
    'coalesce(over_rows.lines, 0) + coalesce(under_rows.lines, 0) AS lines',
  ];
  const chosen = [
    ...keys.map((key) => `${key.text} AS ${key.alias}`),
    'any_value(over_amount) AS numerator',
    'any_value(under_amount) AS denominator',
    `${ratio('any_value(over_amount)', 'any_value(under_amount)', scale)} AS value`,
    'any_value(lines) AS n',
  ];
  return `WITH over_rows AS (
  ${grouped(ask, over)}
),
under_rows AS (
  ${grouped(ask.beside!, under)}
)
SELECT ${chosen.join(', ')}
FROM (SELECT ${[...either, ...sums].join(', ')} FROM over_rows FULL JOIN under_rows ON ${pairs.join(' AND ') || 'true'})${groupAndOrder(keys)}`;
}

function grouped(asked: Beside, { value, only = [] }: Side): string {
  const where = whereClause([...conditions(asked), ...only]).replaceAll('\n', '\n  ');
  const chosen = [...inner.define(asked.keys), `${value} AS amount`, 'count(*) AS lines'];
  const group = asked.keys.map((key) => key.order).join(', ');
  return `SELECT ${chosen.join(', ')}
  FROM ${asked.from}${where}${group ? `\n  GROUP BY ${group}` : ''}`;
}
