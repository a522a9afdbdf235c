/**
 * What an interval may be held against. An estimate has an error of its own: two estimates are compared through the
 * interval of their difference (N. Schenker & J. F. Gentleman 2001, The American Statistician 55, 182–186).
 */
import type { BookValue } from '../book.ts';

/** Tables of what was set or published, not measured by the team. */
const standardTables: ReadonlySet<string> = new Set(['goals', 'benchmarks', 'experiments', 'okr', 'sla']);

/** Whether a value is estimated from data, and so has an error, told or not. */
export function isEstimate({ interval, lineage }: BookValue): boolean {
  return interval !== undefined || lineage.tables.some((table) => !standardTables.has(table));
}

/** The metric of the difference of two values of one metric. */
const differenceMetrics: Readonly<Record<string, string>> = {
  conversion_rate: 'conversion_change',
  nps: 'nps_difference',
  mean: 'mean_difference',
};

/** The metric whose interval says what the author asks for. */
export function findDifferenceMetric({ lineage, unit }: BookValue): string {
  const known = differenceMetrics[lineage.metric?.id ?? ''];
  if (known !== undefined) return known;
  return lineage.denominator !== undefined || unit === '%' ? 'ratio_difference' : 'mean_difference';
}
