import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import type { Cell } from '../../base/source-table.ts';
import { createProblem } from '../../problems/catalog.ts';
import { parseDate } from '../cells/date-formats.ts';
import { isMissingMark, parseNumber } from '../cells/number-formats.ts';

/** Rows among which the header is looked for. */
const searchedRows = 30;

/**
 * The row that has the names of the columns: the first, unless titles and notes stand above it. Those fill less than
 * half of the columns (or one of two), and the header below them is all words.
 */
export function findHeaderRow(rows: readonly (readonly Cell[])[]): number {
  const width = computeUsualWidth(rows);
  if (width < 2) return 0;
  const first = rows
    .slice(0, searchedRows)
    .findIndex((row) => countFilled(row) > Math.max(1, (width - 1) / 2));
  return first > 0 && hasOnlyWords(rows[first]!) ? first : 0;
}

/** Tells of rows that stand above the names, from the first on: nothing is left out without a word. */
export function createNotesAboveProblem(first: Place, count: number): Problem {
  const kind = { zh: '列名之前的说明', en: 'notes above the column names' };
  return createProblem('left-out-rows', first, { kind, count });
}

/** The number of filled cells of the rows that have most cells together: lines of one cell may outnumber those of a short table. */
function computeUsualWidth(rows: readonly (readonly Cell[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows.slice(0, 1000))
    counts.set(countFilled(row), (counts.get(countFilled(row)) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[0] * next[1] > best[0] * best[1] ? next : best), [0, 0])[0];
}

function countFilled(row: readonly Cell[]): number {
  return row.reduce<number>((sum, cell) => sum + (isEmptyCell(cell) ? 0 : 1), 0);
}

function isEmptyCell(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '');
}

function hasOnlyWords(row: readonly Cell[]): boolean {
  return row.every((cell) => isEmptyCell(cell) || (typeof cell === 'string' && isWord(cell)));
}

function isWord(text: string): boolean {
  return !isMissingMark(text) && parseNumber(text) === undefined && parseDate(text, 'mdy') === undefined;
}
