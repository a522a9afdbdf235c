import type { Field } from './csv.ts';

/** Tables of days: columns that are added over worlds side by side, and those that are means by a count. */
export const additive: Record<string, { sum: readonly string[]; mean?: { column: string; by: string } }> = {
  ad_spend: { sum: ['impressions', 'clicks', 'cost', 'conversions', 'revenue'] },
  traffic: {
    sum: ['sessions', 'users', 'engaged_sessions', 'bounces', 'conversions'],
    mean: { column: 'avg_engagement_s', by: 'sessions' },
  },
  recon: { sum: ['value'] },
  experiment_arms: { sum: ['n', 'successes', 'sum', 'sumsq'] },
};

/** Rows of both, those with the same other columns as one; money keeps two decimals. */
export function addUp(
  table: string,
  columns: readonly string[],
  before: Field[][] | undefined,
  rows: Field[][],
): Field[][] {
  if (!before) return rows;
  const { sum, mean } = additive[table]!;
  const counted = columns.map((name) => sum.includes(name));
  const key = (row: Field[]) =>
    row.filter((_, at) => !counted[at] && columns[at] !== mean?.column).join('\t');
  const known = new Map(before.map((row) => [key(row), row]));
  const [averaged, weight] = [columns.indexOf(mean?.column ?? ''), columns.indexOf(mean?.by ?? '')];
  for (const row of rows) {
    const there = known.get(key(row));
    if (!there) {
      before.push(row);
      continue;
    }
    if (averaged >= 0) there[averaged] = meanOf([there, row], averaged, weight).toFixed(1);
    for (const [at, yes] of counted.entries()) if (yes) there[at] = added(there[at]!, row[at]!);
  }
  return before;
}

function added(a: Field, b: Field): Field {
  if (a === null || b === null) return a ?? b;
  const total = Number(a) + Number(b);
  return typeof a === 'string' ? total.toFixed(2) : total;
}

function meanOf(rows: Field[][], column: number, weight: number): number {
  const all = rows.reduce((sum, row) => sum + Number(row[weight]), 0);
  const total = rows.reduce((sum, row) => sum + Number(row[column]) * Number(row[weight]), 0);
  return all > 0 ? total / all : 0;
}
