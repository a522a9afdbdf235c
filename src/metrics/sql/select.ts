/** Pieces of SQL that all metrics share. */
import { quoteSqlText } from '../../base/quoting.ts';
import type { GroupKey, MetricQuery } from '../metric.ts';

/** An author's condition or expression kept together; a comment at its end must not swallow what follows. */
export function enclose(sql: string): string {
  return sql.includes('--') ? `(${sql.trim()}\n)` : `(${sql.trim()})`;
}

/** Conditions of the ask itself: the author's `where` and the period. */
export function buildConditions(query: Pick<MetricQuery<unknown>, 'where' | 'period' | 'day'>): string[] {
  const all = buildOwnConditions(query);
  if (query.period && query.day) all.push(buildPeriodCondition(query.day, query.period));
  return all;
}

/** The author's `where` alone, for what looks beyond the period. */
export function buildOwnConditions({ where }: Pick<MetricQuery<unknown>, 'where'>): string[] {
  return where ? [enclose(where)] : [];
}

export function buildPeriodCondition(day: string, period: { from: string; to: string }): string {
  return `${day} BETWEEN DATE ${quoteSqlText(period.from)} AND DATE ${quoteSqlText(period.to)}`;
}

export function buildWhere(all: string[]): string {
  return all.length === 0 ? '' : `\nWHERE ${all.join('\n  AND ')}`;
}

/** `a / b`, not available where `b` is 0 (DuckDB itself answers Infinity). */
export function buildRatio(numerator: string, denominator: string, scale = 1): string {
  const quotient = `${numerator} / nullif(${denominator}, 0)`;
  return scale === 1 ? quotient : `${scale} * ${quotient}`;
}

/** Sum of a column: 0 without rows, nothing where all its cells are blank. */
export function buildSumSql(column: string): string {
  return `CASE WHEN count(*) > 0 AND count(${column}) = 0 THEN NULL ELSE coalesce(sum(${column}), 0) END`;
}

interface Measure {
  /** Aggregate expressions over the rows asked for. */
  numerator: string;
  denominator?: string;
  scale?: number;
  /** Holds where there is something to measure: an empty numerator is 0 then, and nothing otherwise. */
  where?: string;
  /** Standard deviation of what a mean is of. */
  spread?: string;
  /** Further conditions of the metric itself. */
  only?: string[];
}

/** A metric that is one aggregate of rows, or the quotient of two. */
export function buildAggregateSql(query: MetricQuery<unknown>, measure: Measure): string {
  const { numerator, denominator, scale, spread } = measure;
  const measured = measure.where
    ? `CASE WHEN ${measure.where} THEN coalesce(${numerator}, 0) END`
    : numerator;
  const lines = [
    ...query.keys.map((key) => `${key.text} AS ${key.alias}`),
    `${measured} AS numerator`,
    ...(denominator ? [`${denominator} AS denominator`] : []),
    `${denominator ? buildRatio(measured, denominator, scale) : measured} AS value`,
    ...(spread ? [`${spread} AS spread`] : []),
    'count(*) AS n',
  ];
  const where = buildWhere([...buildConditions(query), ...(measure.only ?? [])]);
  return `SELECT\n  ${lines.join(',\n  ')}\nFROM ${query.from}${where}${buildGroupBy(query.keys)}`;
}

/** Groups rows of the table itself. */
export function buildGroupBy(keys: GroupKey[]): string {
  if (keys.length === 0) return '';
  const parts = keys.map((key) => key.order).join(', ');
  return `\nGROUP BY ${parts}\nORDER BY ${parts}`;
}

/** Keys computed in an inner query under their aliases, with what they are ordered by beside them. */
export const nestedKeys = {
  define: (keys: GroupKey[]): string[] =>
    keys.flatMap((key) => [`${key.order} AS ${key.alias}_order`, `${key.text} AS ${key.alias}`]),
  /** Those of the first row by `order`, where an inner query makes one row of several. */
  first: (keys: GroupKey[], order: string): string[] =>
    keys.flatMap((key) => [
      `arg_min(${key.order}, ${order}) AS ${key.alias}_order`,
      `arg_min(${key.text}, ${order}) AS ${key.alias}`,
    ]),
  names: (keys: GroupKey[]): string[] => keys.flatMap((key) => [`${key.alias}_order`, key.alias]),
  /** For a query over the inner one. */
  outer: (keys: GroupKey[]): GroupKey[] =>
    keys.map(({ alias, timed }) => ({ alias, timed, text: `any_value(${alias})`, order: `${alias}_order` })),
};
