import * as xlsx from '@e965/xlsx';
import type { Cell } from '../../base/source-table.ts';
import { stripPadding } from '../cells/cell-padding.ts';
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
  /** Whether a cell is a number of more digits than the program keeps. */
  isLongNumber: (row: number, column: number) => boolean;
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
    isLongNumber: (row, column) => isLongNumber(grid[row]?.[column]),
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

/** Of 18 digits that were typed, 15 are left, and zeros: mostly it was an id. */
function isLongNumber(cell: xlsx.CellObject | undefined): boolean {
  return (
    cell?.t === 'n' && typeof cell.v === 'number' && Number.isInteger(cell.v) && Math.abs(cell.v) >= 1e15
  );
}

function toCellValue(cell: xlsx.CellObject, date1904: boolean): Cell {
  if (cell.t === 'n' && typeof cell.v === 'number') {
    if (isLongNumber(cell)) return String(cell.v);
    return toNumberValue(cell.v, String(cell.z ?? ''), date1904);
  }
  if (cell.t === 'b') return cell.v === true;
  if (cell.t === 's') return stripPadding(String(cell.v)) || null;
  return null;
}

/** What the format of a cell says of its number: 46083 may be a day, and 0.125 shown as 12.5% is `12.5%`. */
function toNumberValue(value: number, format: string, date1904: boolean): Cell {
  const signs = format.replace(/"[^"]*"|\\.|_.|\*./g, '');
  if (xlsx.SSF.is_date(format)) return isClockFormat(signs) ? toClock(value) : toIsoTime(value, date1904);
  return signs.includes('%') ? `${multiplyByHundred(value)}%` : value;
}

/** `hh:mm:ss`, `[h]:mm`, `mm:ss`: hours, minutes and seconds, and no day; a duration, or a time of the day. */
function isClockFormat(signs: string): boolean {
  const first = signs
    .split(';')[0]!
    .replace(/\[(?:\$|DBNum|[a-z]{3,})[^\]]*\]/gi, '')
    .toLowerCase();
  return /[hs]|\[m+\]/.test(first) && !/[yde]/.test(first) && !/mmm/.test(first);
}

/** A part of a day as hours, minutes and seconds: 1.0625 is `25:30:00`. */
function toClock(days: number): string {
  const seconds = Math.round(Math.abs(days) * 86_400);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${days < 0 ? '-' : ''}${parts.map(padTwoDigits).join(':')}`;
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
