import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import type { Cell } from '../../base/source-table.ts';
import { createProblem } from '../../problems/catalog.ts';
import { looksLikeData } from './nameless-table.ts';
import { classifyCell, countFilled, hasOnlyWords, isCommentRow, isEmptyCell, type Row } from './row-shape.ts';

/** Rows among which the header is looked for. */
const searchedRows = 40;
/** Rows that say how wide a table is. */
const measuredRows = 1000;

/**
 * The row that has the names of the columns: the first, unless titles and notes stand above it. Those fill less than
 * half of the columns (or one of two), and the header below them is all words, or words and the years that it counts.
 * Rows of data below a title are a table without names.
 */
export function findHeaderRow(rows: readonly Row[]): number {
  const width = computeUsualWidth(rows);
  if (width < 2) return 0;
  const first = rows
    .slice(0, searchedRows)
    .findIndex((row) => countFilled(row) > Math.max(1, (width - 1) / 2) && !isCommentRow(row));
  if (first <= 0) return 0;
  const row = rows[first]!;
  return hasOnlyWords(row) || hasPeriods(row) || looksLikeData(row, rows.slice(first + 1)) ? first : 0;
}

/** Tells of rows that stand above the names, from the first on: nothing is left out without a word. */
export function createNotesAboveProblem(first: Place, count: number): Problem {
  const kind = { zh: '列名之前的说明', en: 'notes above the column names' };
  return createProblem('left-out-rows', first, { kind, count });
}

/** The number of filled cells of the rows that have most cells together: lines of one cell may outnumber those of a short table. */
function computeUsualWidth(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const row of rows.slice(0, measuredRows)) {
    if (isCommentRow(row)) continue;
    const filled = countFilled(row);
    counts.set(filled, (counts.get(filled) ?? 0) + 1);
  }
  return [...counts].reduce((best, next) => (next[0] * next[1] > best[0] * best[1] ? next : best), [0, 0])[0];
}

/** `指标,2019,2020`: a word, and years or days beside it. */
function hasPeriods(row: Row): boolean {
  const filled = row.filter((cell) => !isEmptyCell(cell));
  return classifyCell(filled[0]) === 'word' && filled.slice(1).every((cell) => isPeriod(cell));
}

function isPeriod(cell: Cell): boolean {
  const kind = classifyCell(cell);
  return (
    kind === 'word' || kind === 'day' || (kind === 'number' && /^(19|20)\d{2}$/.test(String(cell).trim()))
  );
}

/**
 * Whether the names stand in two rows, groups above and names below, as a sheet with wide cells is saved as CSV:
 * `日期,直播间,,短视频,` over `,曝光,成交,曝光,成交`. Below every empty name there must be one, over something that is none.
 */
export function hasSecondLevel(top: Row, below: Row | undefined, data: Row | undefined): boolean {
  if (!below || !data || isEmptyCell(top[0]) || below.length > top.length || !hasOnlyWords(below))
    return false;
  const columns = [...top.keys()];
  const unnamed = columns.filter((column) => isEmptyCell(top[column]));
  const isOver = (column: number) => !isEmptyCell(below[column]) && classifyCell(data[column]) !== 'word';
  const reachesDown = columns.some((column) => !isEmptyCell(top[column]) && isEmptyCell(below[column]));
  return unnamed.length > 0 && reachesDown && unnamed.every(isOver);
}

/** Names of two rows: the lower words, with the group above them where two columns would else be called alike. */
export function joinLevels(top: Row, below: Row): string[] {
  let group = '';
  const parts = top.map((cell, column) => {
    group = isEmptyCell(cell) ? group : String(cell).trim();
    const own = isEmptyCell(below[column]) ? '' : String(below[column]).trim();
    return { group, own: own === '' ? group : own };
  });
  const names = parts.map(({ own }) => own);
  return parts.map(({ group: above, own }) =>
    names.indexOf(own) !== names.lastIndexOf(own) && above !== own ? `${above} ${own}` : own,
  );
}
