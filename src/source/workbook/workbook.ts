import * as xlsx from '@e965/xlsx';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import { createNotesAboveProblem, findHeaderRow } from '../rows/header-row.ts';
import type { RawTable } from '../rows/raw-table.ts';
import { buildSheetGrid, type SheetGrid } from './sheet-grid.ts';

/** The sheets of a workbook that hold anything, in their order. Throws when the file is no workbook. */
export function parseWorkbook(
  bytes: Uint8Array,
): { name: string; sheet: xlsx.WorkSheet; date1904: boolean }[] {
  const book = xlsx.read(bytes, {
    type: 'buffer',
    dense: true,
    cellNF: true,
    cellHTML: false,
    cellText: false,
    // Without it nobody knows which rows are hidden.
    cellStyles: true,
  });
  const date1904 = book.Workbook?.WBProps?.date1904 ?? false;
  return book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name];
    return sheet?.['!ref'] ? [{ name, sheet, date1904 }] : [];
  });
}

interface SheetOptions {
  /** Row of the names as the program shows it, from 1; found when not declared. */
  headerRow?: number;
  date1904: boolean;
}

/** One sheet as a table; a title above the names and names in merged cells are understood. */
export function buildSheetTable(
  file: string,
  name: string,
  sheet: xlsx.WorkSheet,
  notes: SheetOptions,
): RawTable {
  const grid = buildSheetGrid(sheet, notes.date1904);
  const getPlace = (row: number, column: number): Place => ({
    file,
    cell: `${name}!${xlsx.utils.encode_cell({ r: row, c: column })}`,
  });
  const columns = Array.from({ length: grid.width }, (_, column) => column);
  const { top, bottom } = findHeaderRows(grid, columns, notes.headerRow);
  const headers = buildHeaderTexts(grid, columns, top, bottom).map((text, column) => ({
    text,
    place: getPlace(bottom, column),
  }));
  const data = grid.rowNumbers.filter((row) => row > bottom);
  const used = columns.filter((column) => {
    return headers[column]!.text !== '' || data.some((row) => grid.cell(row, column) !== null);
  });
  const faults = data.flatMap((row) =>
    used.flatMap((column) => {
      const found = grid.fault(row, column);
      return found ? [createCellProblem(getPlace(row, column), headers[column]!.text, found)] : [];
    }),
  );
  const above = notes.headerRow === undefined ? grid.rowNumbers.filter((row) => row < top) : [];
  return {
    headers: used.map((column) => headers[column]!),
    rows: data.map((row) => used.map((column) => (grid.fault(row, column) ? null : grid.cell(row, column)))),
    getPlace: (row, column) => getPlace(data[row]!, used[column] ?? 0),
    problems: [...checkLeftOutRows(grid, data, above, getPlace), ...faults],
  };
}

/** First and last row of the names: merged cells may make several. */
function findHeaderRows(grid: SheetGrid, columns: readonly number[], declaredRow: number | undefined) {
  const own = (row: number) => columns.map((column) => grid.cell(row, column));
  const found =
    grid.rowNumbers[findHeaderRow(grid.rowNumbers.map((row) => listOwnCells(grid, own(row), row)))] ?? 0;
  const last = declaredRow === undefined ? found : declaredRow - 1;
  const reach = grid.merges.filter(({ s, e }) => s.r === last && e.r > s.r).map(({ e }) => e.r);
  const wide = grid.merges.some(({ s, e }) => s.r === last && e.c > s.c && e.r === s.r);
  // A wide cell over several names is a header only beside names that reach down to theirs.
  if (reach.length > 0 && wide) return { top: last, bottom: Math.max(...reach) };
  const over = grid.merges.filter(({ s, e }) => e.r === last && s.r < last);
  return { top: Math.min(last, ...over.map(({ s }) => s.r)), bottom: last };
}

/** A cell that shows what the one beside it holds is not filled itself: a title over all columns is one cell. */
function listOwnCells(grid: SheetGrid, row: ReturnType<SheetGrid['cell']>[], number: number) {
  return row.map((cell, column) =>
    grid.merges.some(({ s, e }) => number >= s.r && number <= e.r && column > s.c && column <= e.c)
      ? null
      : cell,
  );
}

/** Names of the columns: the lowest words, with those above them where two columns would else be called alike. */
function buildHeaderTexts(
  grid: SheetGrid,
  columns: readonly number[],
  top: number,
  bottom: number,
): string[] {
  const parts = columns.map((column) => {
    const texts: string[] = [];
    for (let row = top; row <= bottom; row++) {
      const text = String(grid.cell(row, column) ?? '').trim();
      if (text !== '' && text !== texts.at(-1)) texts.push(text);
    }
    return texts;
  });
  const names = parts.map((texts) => texts.at(-1) ?? '');
  return parts.map((texts, column) => {
    const own = names[column]!;
    return own !== '' && names.indexOf(own) !== names.lastIndexOf(own) ? texts.join(' ') : own;
  });
}

/** Rows above the names, and rows that the program hides: these are read, too. */
function checkLeftOutRows(
  grid: SheetGrid,
  data: readonly number[],
  above: readonly number[],
  getPlace: (row: number, column: number) => Place,
): Problem[] {
  const hidden = data.filter(grid.isHidden);
  return [
    ...(above.length > 0 ? [createNotesAboveProblem(getPlace(above[0]!, 0), above.length)] : []),
    ...(hidden.length > 0
      ? [createProblem('hidden-rows', getPlace(hidden[0]!, 0), { count: hidden.length })]
      : []),
  ];
}

function createCellProblem(place: Place, column: string, found: string): Problem {
  return createProblem('bad-cell', place, {
    column,
    found,
    expected: {
      zh: '一个值，而不是出错或没有结果的公式',
      en: 'a value, but a formula that failed or has no result',
    },
  });
}
