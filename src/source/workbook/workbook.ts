import * as xlsx from '@e965/xlsx';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { isRecord } from '../../base/record.ts';
import type { Cell } from '../../base/source-table.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { SheetNotes } from '../../schema/tables-file.ts';
import { createNotesAboveProblem, hasSecondLevel, joinLevels } from '../rows/header-row.ts';
import { type RawTable, withoutEmptyTables } from '../rows/raw-table.ts';
import { findTableStarts } from '../rows/stacked-tables.ts';
import { findTableTop, type NameOptions } from '../rows/table-top.ts';
import { buildSheetGrid, type SheetGrid } from './sheet-grid.ts';

export interface WorkbookSheet {
  name: string;
  sheet: xlsx.WorkSheet;
  date1904: boolean;
}

/** The sheets of a workbook that hold anything, in their order. Throws when the file is no workbook. */
export function parseWorkbook(bytes: Uint8Array): WorkbookSheet[] {
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

type SheetOptions = NameOptions & Pick<SheetNotes, 'columns'>;

/** The tables of one sheet, one for most; a title above the names and names in merged cells are understood. */
export function buildSheetTables(
  file: string,
  { name, sheet, date1904 }: WorkbookSheet,
  notes: SheetOptions,
): RawTable[] {
  const grid = buildSheetGrid(sheet, date1904);
  const getPlace = (row: number, column: number): Place => ({
    file,
    cell: `${name}!${xlsx.utils.encode_cell({ r: row, c: column })}`,
  });
  const parts = splitSheet(grid, notes);
  return withoutEmptyTables(
    parts.map((part, at) => buildGridTable(part, getPlace, at === 0 ? notes : { isFurther: true })),
  );
}

/** A sheet of several tables, each as a sheet of its own. */
function splitSheet(grid: SheetGrid, { headerRow = 1 }: NameOptions): SheetGrid[] {
  const top = Math.max(
    0,
    grid.rowNumbers.findIndex((row) => row >= headerRow - 1),
  );
  const numbers = grid.rowNumbers.slice(top);
  const rows = numbers.map((row) => listRowCells(grid, row));
  const starts = findTableStarts(rows, (row) => numbers[row]! > numbers[row - 1]! + 1);
  if (starts.length === 1) return [grid];
  const ends = [...starts.slice(1), numbers.length];
  return starts.map((from, at) => {
    const own = numbers.slice(from, ends[at]);
    const width = Math.max(
      ...own.map((row) => listRowCells(grid, row).findLastIndex((cell) => cell !== null) + 1),
    );
    return { ...grid, rowNumbers: at === 0 ? [...grid.rowNumbers.slice(0, top), ...own] : own, width };
  });
}

function buildGridTable(grid: SheetGrid, getPlace: GetCellPlace, notes: SheetOptions): RawTable {
  const columns = Array.from({ length: grid.width }, (_, column) => column);
  const { texts, top, row, data, problems } = readSheetTop(grid, columns, notes, getPlace);
  const headers = texts.map((text, column) => ({ text, place: getPlace(row, column) }));
  const used = columns.filter((column) => {
    return headers[column]!.text !== '' || data.some((row) => grid.cell(row, column) !== null);
  });
  const faults = data.flatMap((row) =>
    used.flatMap((column) => {
      const found = grid.fault(row, column);
      return found ? [createCellProblem(getPlace(row, column), headers[column]!.text, found)] : [];
    }),
  );
  const isToldAbove = notes.headerRow === undefined && !notes.isFurther;
  const above = isToldAbove ? grid.rowNumbers.filter((one) => one < top) : [];
  return {
    headers: used.map((column) => headers[column]!),
    rows: data.map((row) => used.map((column) => (grid.fault(row, column) ? null : grid.cell(row, column)))),
    getPlace: (row, column) => getPlace(data[row]!, used[column] ?? 0),
    problems: [
      ...checkLeftOutRows(grid, data, above, getPlace),
      ...problems,
      ...faults,
      ...used.flatMap((column) => {
        const header = headers[column]!.text;
        // Who says what the column is knows it.
        if (isRecord(notes.columns) && notes.columns[header]?.type) return [];
        return checkLongNumbers(grid, data, column, header, getPlace);
      }),
    ],
  };
}

/** What the names of a sheet are, and which of its rows hold them. */
interface SheetTop {
  texts: string[];
  /** First and last row of the names. */
  top: number;
  row: number;
  /** Rows of data. */
  data: number[];
  problems: Problem[];
}

type GetCellPlace = (row: number, column: number) => Place;

/** Names in one row, or in several: merged cells make them, and groups over names. */
function readSheetTop(
  grid: SheetGrid,
  columns: readonly number[],
  { headerRow, names }: NameOptions,
  getPlace: GetCellPlace,
): SheetTop {
  const { rowNumbers } = grid;
  const rows = rowNumbers.map((row) => listRowCells(grid, row));
  const declared = headerRow === undefined ? undefined : rowNumbers.findIndex((row) => row >= headerRow - 1);
  const found = findTableTop(rows, declared, names, (row) => getPlace(rowNumbers[row] ?? 0, 0));
  const row = rowNumbers[found.row] ?? (headerRow ?? 1) - 1;
  const { problems } = found;
  if (found.names)
    return { texts: [...found.names], top: row, row, data: rowNumbers.slice(found.data), problems };
  const own = rows[found.row] ?? [];
  const below = rows[found.data];
  const { top, bottom } = findHeaderRows(grid, row);
  if (top === bottom && below && hasSecondLevel(own, below, rows[found.data + 1]))
    return { texts: joinLevels(own, below), top, row, data: rowNumbers.slice(found.data + 1), problems };
  const texts = buildHeaderTexts(grid, columns, top, bottom);
  return { texts, top, row: bottom, data: rowNumbers.filter((one) => one > bottom), problems };
}

/** First and last row of the names: merged cells may make several. */
function findHeaderRows({ merges }: SheetGrid, last: number): { top: number; bottom: number } {
  const reach = merges.filter(({ s, e }) => s.r === last && e.r > s.r).map(({ e }) => e.r);
  const wide = merges.some(({ s, e }) => s.r === last && e.c > s.c && e.r === s.r);
  // A wide cell over several names is a header only beside names that reach down to theirs.
  if (reach.length > 0 && wide) return { top: last, bottom: Math.max(...reach) };
  const over = merges.filter(({ s, e }) => e.r === last && s.r < last);
  return { top: Math.min(last, ...over.map(({ s }) => s.r)), bottom: last };
}

/** A cell that shows what the one beside it holds is not filled itself: a title over all columns is one cell. */
function listRowCells({ width, cell, merges }: SheetGrid, row: number): Cell[] {
  const wide = merges.filter(({ s, e }) => row >= s.r && row <= e.r && e.c > s.c);
  return Array.from({ length: width }, (_, column) =>
    wide.some(({ s, e }) => column > s.c && column <= e.c) ? null : cell(row, column),
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

/** Numbers of more than 15 digits, of which the program has kept 15. */
function checkLongNumbers(
  grid: SheetGrid,
  data: readonly number[],
  column: number,
  header: string,
  getPlace: (row: number, column: number) => Place,
): Problem[] {
  const long = data.filter((row) => grid.isLongNumber(row, column));
  if (long.length === 0) return [];
  const found = String(grid.cell(long[0]!, column));
  return [
    createProblem('lost-digits', getPlace(long[0]!, column), { column: header, found, count: long.length }),
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
