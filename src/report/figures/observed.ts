/** What a value measures and when, so that a figure can tell one thing at two times from two things. */
import type { ChartValue } from '../../charts/input.ts';
import type { BookValue } from '../book.ts';

const days = /\d{4}-\d{2}-\d{2}/g;

/** Undefined where nobody knows: of formulas and of a team's own SQL. */
export function describeObserved({
  lineage,
  unit,
}: Pick<BookValue, 'lineage' | 'unit'>): ChartValue['observed'] {
  const { metric, sql, period } = lineage;
  if (!metric || !sql || !period) return undefined;
  // Two queries that differ in nothing but days ask for the same.
  return { thing: JSON.stringify([metric.id, unit, sql.replaceAll(days, '')]), ...period };
}
