import * as xlsx from '@e965/xlsx';
import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { Cell } from '../base/source-table.ts';
import { problem } from '../problems/problem.ts';
import type { RawTable } from './raw-table.ts';

/** The sheets of a workbook that hold anything, in their order. Throws when the file is no workbook. */
export function readWorkbook(
  bytes: Uint8Array,
): { name: string; sheet: xlsx.WorkSheet; date1904: boolean }[] {
  const book = xlsx.read(bytes, {
    type: 'buffer',
    dense: true,
    cellNF: true,
    cellHTML: false,
    cellText: false,
  });
  const date1904 = book.Workbook?.WBProps?.date1904 ?? false;
  return book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name];
    return sheet?.['!ref'] ? [{ name, sheet, date1904 }] : [];
  });
}

export interface SheetNotes {
  /** Row of the names as the program shows it, from 1. */
  headerRow?: number;
  date1904: boolean;
}

/** One sheet as a table. Its first row with content has the names, unless told otherwise. */
export function sheetTable(file: string, name: string, sheet: xlsx.WorkSheet, notes: SheetNotes): RawTable {
  const grid = (sheet['!data'] ?? []) as (xlsx.CellObject | undefined)[][];
  const problems: Problem[] = [];
  const placeOf = (row: number, column: number): Place => ({
    file,
    cell: `${name}!${xlsx.utils.encode_cell({ r: row, c: column })}`,
  });
  const read = (row: number, column: number, header = ''): Cell => {
    const cell = grid[row]?.[column];
    const fault = cell && faultOf(cell);
    if (fault) problems.push(badCell(placeOf(row, column), header, fault));
    return cell && !fault ? cellValue(cell, notes.date1904) : null;
  };
  const hasContent = (row: number) =>
    (grid[row] ?? []).some((cell) => cell && cell.t !== 'z' && cell.v !== '');
  const rowNumbers = [...grid.keys()].filter(hasContent);
  const top = notes.headerRow === undefined ? (rowNumbers[0] ?? 0) : notes.headerRow - 1;
  const width = Math.max(
    0,
    ...rowNumbers.filter((row) => row >= top).map((row) => lastFilled(grid[row]!) + 1),
  );
  const columns = Array.from({ length: width }, (_, column) => column);
  const headers = columns.map((column) => ({
    text: String(read(top, column) ?? ''),
    place: placeOf(top, column),
  }));
  const data = rowNumbers.filter((row) => row > top);
  return {
    headers,
    rows: data.map((row) => columns.map((column) => read(row, column, headers[column]!.text))),
    placeOf: (row, column) => placeOf(data[row]!, column),
    problems,
  };
}

function lastFilled(row: (xlsx.CellObject | undefined)[]): number {
  return row.findLastIndex((cell) => cell && cell.t !== 'z' && cell.v !== '');
}

/** Text of an error value (`#DIV/0!`) or of a formula that was never computed. */
function faultOf(cell: xlsx.CellObject): string | undefined {
  if (cell.t === 'e') return cell.w ?? '#ERROR';
  return cell.f && cell.v === undefined ? `=${cell.f}` : undefined;
}

function badCell(place: Place, column: string, found: string): Problem {
  return problem('bad-cell', place, {
    column,
    found,
    wanted: {
      zh: '一个值，而不是出错或没有结果的公式',
      en: 'a value, but a formula that failed or has no result',
    },
  });
}

function cellValue(cell: xlsx.CellObject, date1904: boolean): Cell {
  if (cell.t === 'n' && typeof cell.v === 'number') {
    return cell.z && xlsx.SSF.is_date(String(cell.z)) ? isoOf(cell.v, date1904) : cell.v;
  }
  if (cell.t === 'b') return cell.v === true;
  if (cell.t === 's') return String(cell.v).trim() === '' ? null : String(cell.v);
  return null;
}

const two = (n: number) => String(n).padStart(2, '0');

/** A serial number of Excel as `2026-03-02`, or with its time; no time zone comes in. */
function isoOf(serial: number, date1904: boolean): string | number {
  const part = xlsx.SSF.parse_date_code(serial, { date1904 }) as
    | { y: number; m: number; d: number; H: number; M: number; S: number }
    | undefined;
  if (!part || serial < 1) return serial;
  const date = `${part.y}-${two(part.m)}-${two(part.d)}`;
  const hasTime = part.H + part.M + part.S > 0;
  return hasTime ? `${date}T${two(part.H)}:${two(part.M)}:${two(part.S)}` : date;
}
