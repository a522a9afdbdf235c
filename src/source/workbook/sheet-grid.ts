import * as xlsx from '@e965/xlsx';
import type { Cell } from '../../base/source-table.ts';
import { assertMergedSize, assertSheetSize } from './sheet-limits.ts';

/** A sheet cell by cell, counted from 0, as a reader of the program sees it. */
export interface SheetGrid {
  /** Rows with any content, in order. */
  rowNumbers: number[];
  width: number;
  /** Of merged cells, the text or day that they show counts for each; numbers stand once. */
  cell: (row: number, column: number) => Cell;
  /** Text of an error value (`#DIV/0!`) or of a formula that was never computed. */
  fault: (row: number, column: number) => string | undefined;
  isHidden: (row: number) => boolean;
  /** Ranges of merged cells. */
  merges: readonly xlsx.Range[];
}

type Row = (xlsx.CellObject | undefined)[];

export function buildSheetGrid(sheet: xlsx.WorkSheet, date1904: boolean): SheetGrid {
  const grid = (sheet['!data'] ?? []) as (Row | undefined)[];
  const longest = grid.reduce((most, row) => Math.max(most, row?.length ?? 0), 0);
  // Ranges may be said of whole columns and rows; what is shown ends with the last cell.
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    s,
    e: { r: Math.min(e.r, Math.max(s.r, grid.length - 1)), c: Math.min(e.c, Math.max(s.c, longest - 1)) },
  }));
  assertMergedSize(merges);
  const origins = new Map<string, xlsx.CellAddress>();
  for (const { s, e } of merges) {
    for (let r = s.r; r <= e.r; r++)
      for (let c = s.c; c <= e.c; c++) if (r !== s.r || c !== s.c) origins.set(`${r}:${c}`, s);
  }
  const cell = (row: number, column: number): Cell => {
    const own = grid[row]?.[column];
    if (own && !isBlankCell(own)) return toCellValue(own, date1904);
    const origin = origins.get(`${row}:${column}`);
    const shown = origin && grid[origin.r]?.[origin.c];
    const value = shown ? toCellValue(shown, date1904) : null;
    return typeof value === 'string' ? value : null;
  };
  const rowNumbers = [...grid.keys()].filter((row) =>
    (grid[row] ?? []).some((one) => one && !isBlankCell(one)),
  );
  const width = rowNumbers.reduce((most, row) => Math.max(most, findLastFilled(grid[row]!) + 1), 0);
  assertSheetSize(rowNumbers.length, width);
  return {
    rowNumbers,
    width,
    cell,
    fault: (row, column) => findCellError(grid[row]?.[column]),
    isHidden: (row) => sheet['!rows']?.[row]?.hidden === true,
    merges,
  };
}

function isBlankCell(cell: xlsx.CellObject): boolean {
  return cell.t === 'z' || (cell.v === '' && !cell.f);
}

function findLastFilled(row: Row): number {
  return row.findLastIndex((cell) => cell && !isBlankCell(cell));
}

function findCellError(cell: xlsx.CellObject | undefined): string | undefined {
  if (cell?.t === 'e') return cell.w ?? '#ERROR';
  return cell?.f && cell.v === undefined ? `=${cell.f}` : undefined;
}

function toCellValue(cell: xlsx.CellObject, date1904: boolean): Cell {
  if (cell.t === 'n' && typeof cell.v === 'number')
    return toNumberValue(cell.v, String(cell.z ?? ''), date1904);
  if (cell.t === 'b') return cell.v === true;
  if (cell.t === 's') return String(cell.v).trim() === '' ? null : String(cell.v);
  return null;
}

/** What the format of a cell says of its number: 46083 may be a day, and 0.125 shown as 12.5% is `12.5%`. */
function toNumberValue(value: number, format: string, date1904: boolean): Cell {
  if (xlsx.SSF.is_date(format)) return toIsoTime(value, date1904);
  return format.replace(/"[^"]*"|\\./g, '').includes('%') ? `${multiplyByHundred(value)}%` : value;
}

/** The decimal point moved, so that no digit is lost. */
function multiplyByHundred(value: number): string {
  const [digits = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = digits.split('.');
  if (exponent !== '0') return String(Number(`${digits}e${Number(exponent) + 2}`));
  const moved = `${whole}${fraction.padEnd(2, '0').slice(0, 2)}.${fraction.slice(2)}`;
  return moved.replace(/\.$/, '').replace(/^(-?)0+(?=\d)/, '$1');
}

const padTwoDigits = (n: number) => String(n).padStart(2, '0');

/** A serial number of Excel as `2026-03-02`, or with its time; no time zone comes in. */
function toIsoTime(serial: number, date1904: boolean): string | number {
  const part = xlsx.SSF.parse_date_code(serial, { date1904 }) as
    | { y: number; m: number; d: number; H: number; M: number; S: number }
    | undefined;
  if (!part || serial < 1) return serial;
  const date = `${part.y}-${padTwoDigits(part.m)}-${padTwoDigits(part.d)}`;
  const hasTime = part.H + part.M + part.S > 0;
  return hasTime ? `${date}T${padTwoDigits(part.H)}:${padTwoDigits(part.M)}:${padTwoDigits(part.S)}` : date;
}
