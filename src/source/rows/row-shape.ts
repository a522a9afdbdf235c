import type { Cell } from '../../base/source-table.ts';
import { parseDate } from '../cells/date-formats.ts';
import { isMissingMark, parseNumber } from '../cells/number-formats.ts';

export type Row = readonly Cell[];

export function isEmptyCell(cell: Cell | undefined): boolean {
  return (cell ?? null) === null || (typeof cell === 'string' && cell.trim() === '');
}

export function isEmptyRow(row: Row): boolean {
  return row.every(isEmptyCell);
}

/** Filled cells of a row; one text in each of them, as a banner over a whole table has it, is one. */
export function countFilled(row: Row): number {
  const filled = row.filter((cell) => !isEmptyCell(cell));
  return filled.length > 1 && typeof filled[0] === 'string' && filled.every((cell) => cell === filled[0])
    ? 1
    : filled.length;
}

/** What a cell could be, by itself. */
export type CellKind = 'empty' | 'number' | 'day' | 'word';

export function classifyCell(cell: Cell | undefined): CellKind {
  if (typeof cell === 'number') return 'number';
  if (typeof cell !== 'string') return typeof cell === 'boolean' ? 'word' : 'empty';
  if (isMissingMark(cell)) return 'empty';
  if (parseNumber(cell) !== undefined) return 'number';
  const isDay = parseDate(cell, 'mdy') !== undefined || parseDate(cell, 'dmy') !== undefined;
  return isDay ? 'day' : 'word';
}

/** Whether every cell that is filled is a word: no number, no day, no mark for nothing. */
export function hasOnlyWords(row: Row): boolean {
  return row.every(
    (cell) => isEmptyCell(cell) || (typeof cell === 'string' && classifyCell(cell) === 'word'),
  );
}

/** A line that a program puts before its tables: `# Start date: 20260301`, padded or not. */
export function isCommentRow(row: Row): boolean {
  const [first] = row;
  return typeof first === 'string' && first.trimStart().startsWith('#') && row.slice(1).every(isEmptyCell);
}
