import type { Problem } from '../base/problem.ts';
import type { Cell } from '../base/source-table.ts';
import { problem } from '../problems/problem.ts';
import { narrow, readNumberText } from './forms.ts';
import type { RawTable } from './raw-table.ts';

export interface TotalRow {
  /** In the raw table. */
  index: number;
  /** part: of the rows since the total before. */
  kind: 'whole' | 'part';
  /** Rows of data that stand before it. */
  after: number;
}

const words: Readonly<Record<string, TotalRow['kind']>> = {
  合计: 'whole',
  总计: 'whole',
  总和: 'whole',
  汇总: 'whole',
  total: 'whole',
  'grand total': 'whole',
  小计: 'part',
  subtotal: 'part',
};

/** Columns in which a row may call itself a total. */
const labelled = 3;

/** What a row with `合计`, `小计` … as one of its first cells adds up; undefined for a row of data. */
export function totalKind(row: readonly Cell[]): TotalRow['kind'] | undefined {
  for (const cell of row.slice(0, labelled)) {
    if (typeof cell !== 'string') continue;
    const word = narrow(cell)
      .toLowerCase()
      .replace(/[:：]$/, '')
      .replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '');
    if (Object.hasOwn(words, word)) return words[word];
  }
  return undefined;
}

/** Totals that are neither the sum nor the mean of the rows they can stand for. Columns with percentages do not add up. */
export function wrongTotals(raw: RawTable, data: readonly number[], totals: readonly TotalRow[]): Problem[] {
  let before = 0;
  return totals.flatMap((total) => {
    const spans = [data.slice(before, total.after), data.slice(0, total.after), data];
    before = total.after;
    return raw.headers.flatMap(({ text }, column) => {
      const stated = raw.rows[total.index]![column] ?? null;
      const value = numberOf(stated);
      if (value === undefined || isShare(stated)) return [];
      const sums = spans.map((rows) => sumOf(rows.map((row) => raw.rows[row]![column] ?? null)));
      if (sums.some((sum) => sum === undefined || agrees(sum, value, stated))) return [];
      const meant = sums[total.kind === 'part' ? 0 : 2]!;
      const place = raw.placeOf(total.index, column);
      return [
        problem('total-differs', place, { column: text, stated: String(stated), sum: shown(meant.sum) }),
      ];
    });
  });
}

interface Sum {
  sum: number;
  count: number;
}

/** Undefined when a cell is no number, or a percentage: such a column has no sum. */
function sumOf(cells: readonly Cell[]): Sum | undefined {
  let [sum, count] = [0, 0];
  for (const cell of cells) {
    if (cell === null || cell === '—' || cell === '-') continue;
    const value = numberOf(cell);
    if (value === undefined || isShare(cell)) return undefined;
    sum += value;
    count++;
  }
  return { sum, count };
}

function numberOf(cell: Cell): number | undefined {
  if (typeof cell === 'number') return cell;
  return typeof cell === 'string' ? readNumberText(cell) : undefined;
}

function isShare(cell: Cell): boolean {
  return typeof cell === 'string' && /[%％]/.test(cell);
}

/** To half a step of the last digit that is written, and what adding binary fractions costs. */
function agrees({ sum, count }: Sum, value: number, stated: Cell): boolean {
  const digits = /\.(\d+)/.exec(narrow(String(stated)))?.[1]?.length ?? 0;
  const scale = /亿/.test(String(stated)) ? 1e8 : /万/.test(String(stated)) ? 1e4 : 1;
  const half = typeof stated === 'string' ? 0.5 * scale * 10 ** -digits : 0;
  const slack = half + 1e-9 * (1 + Math.abs(value));
  return Math.abs(sum - value) <= slack || (count > 0 && Math.abs(sum / count - value) <= slack);
}

function shown(sum: number): string {
  return String(Number(sum.toPrecision(15)));
}
