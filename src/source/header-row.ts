import type { Cell } from '../base/source-table.ts';
import { isMissing, readDateText, readNumberText } from './forms.ts';

/** Rows among which the header is looked for. */
const searched = 30;

/**
 * The row that has the names of the columns: the first, unless titles and notes stand above it. Those fill less than
 * half of the columns (or one of two), and the header below them is all words.
 */
export function headerRow(rows: readonly (readonly Cell[])[]): number {
  const width = usualWidth(rows);
  if (width < 2) return 0;
  const first = rows.slice(0, searched).findIndex((row) => filled(row) > Math.max(1, (width - 1) / 2));
  return first > 0 && isWords(rows[first]!) ? first : 0;
}

/** The number of filled cells of the rows that have most cells together: lines of one cell may outnumber those of a short table. */
function usualWidth(rows: readonly (readonly Cell[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows.slice(0, 1000)) counts.set(filled(row), (counts.get(filled(row)) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[0] * next[1] > best[0] * best[1] ? next : best), [0, 0])[0];
}

function filled(row: readonly Cell[]): number {
  return row.reduce<number>((sum, cell) => sum + (isEmpty(cell) ? 0 : 1), 0);
}

function isEmpty(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '');
}

function isWords(row: readonly Cell[]): boolean {
  return row.every((cell) => isEmpty(cell) || (typeof cell === 'string' && isWord(cell)));
}

function isWord(text: string): boolean {
  return !isMissing(text) && readNumberText(text) === undefined && readDateText(text, 'mdy') === undefined;
}
