import { type CellKind, classifyCell, isEmptyCell, isEmptyRow, type Row } from './row-shape.ts';

/** Rows below that are compared with the first. */
const comparedRows = 100;

/**
 * Whether the row where the names should be is one of data: numbers and days over numbers and days, and no word over
 * either; or, where all is text, the same texts as below. Years, hours and months in order are names.
 */
export function looksLikeData(first: Row, rows: readonly Row[]): boolean {
  const below = rows.slice(0, comparedRows).filter((row) => !isEmptyRow(row) && row.length >= first.length);
  if (below.length === 0) return false;
  const columns = [...first.keys()];
  const kinds = columns.map((column) => classifyColumn(below, column));
  const own = columns.map((column) => classifyCell(first[column]));
  if (columns.some((column) => own[column] === 'word' && isMeasure(kinds[column]!))) return false;
  const alike = columns.filter((column) => isMeasure(own[column]!) && own[column] === kinds[column]);
  if (alike.length > 0) return !isCounting(alike.map((column) => first[column]));
  return hasTextsOfBelow(first, below);
}

/** Whether the row where the names should be can only be one of names: a word over numbers or days. */
export function looksLikeNames(first: Row, rows: readonly Row[]): boolean {
  const below = rows.slice(0, comparedRows).filter((row) => !isEmptyRow(row));
  return [...first.keys()].some(
    (column) => classifyCell(first[column]) === 'word' && isMeasure(classifyColumn(below, column)),
  );
}

function isMeasure(kind: CellKind): boolean {
  return kind === 'number' || kind === 'day';
}

/** What all filled cells of a column are; word where they differ. */
function classifyColumn(rows: readonly Row[], column: number): CellKind {
  const kinds = new Set(rows.map((row) => classifyCell(row[column])));
  kinds.delete('empty');
  const [only = 'empty'] = kinds;
  return kinds.size > 1 ? 'word' : only;
}

/** `2019, 2020, 2021`, `0, 1, 2 …`: several numbers that count on by one, or years. */
function isCounting(cells: readonly unknown[]): boolean {
  const numbers = cells.map(Number);
  const steps = numbers.slice(1).map((one, at) => one - numbers[at]!);
  const isYear = (one: number) => Number.isInteger(one) && one >= 1900 && one <= 2100;
  if (numbers.every(isYear)) return numbers.length === 1 || new Set(steps.map(Math.sign)).size === 1;
  return steps.length > 0 && new Set(steps).size === 1 && Math.abs(steps[0]!) === 1;
}

/** Of a table of texts alone: half of the texts of the first row stand below it again, but not in a row that repeats it. */
function hasTextsOfBelow(first: Row, below: readonly Row[]): boolean {
  if (below.some((row) => row.some((cell) => isMeasure(classifyCell(cell))))) return false;
  const others = below.filter((row) => !first.every((cell, column) => cell === row[column]));
  const filled = [...first.keys()].filter((column) => !isEmptyCell(first[column]));
  const again = filled.filter((column) => others.some((row) => row[column] === first[column]));
  return filled.length > 1 && again.length * 2 >= filled.length;
}
