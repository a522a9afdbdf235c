import type { Problem } from '../../base/problem.ts';
import type { Header } from '../cells/column-headers.ts';
import { createNotesAboveProblem, hasSecondLevel, joinLevels } from '../rows/header-row.ts';
import { isEmptyCell } from '../rows/row-shape.ts';
import { findTableTop, type NameOptions } from '../rows/table-top.ts';
import type { CsvText } from './parse-csv.ts';

/** Rows by which the width of a table is judged: as many of a large file as of a small one. */
const measuredRows = 900;

/** The names of a CSV file, and how its rows lie below them. */
export interface CsvTop {
  headers: Header[];
  /** The first row of data. */
  data: number;
  /** Cells that the rows have behind those of the names, and that are empty in all of them. */
  surplus: number;
  problems: Problem[];
}

/** Reads the names of a file from its first rows. */
export function readCsvTop(csv: CsvText, { headerRow, names: given, isFurther }: NameOptions): CsvTop {
  const declared = headerRow === undefined ? undefined : findDeclaredRow(csv, headerRow);
  const top = findTableTop(csv.rows, declared, given, (row) => csv.getPlace(row, 0));
  const row = csv.rows[top.row] ?? [];
  const isTwoLevels =
    top.names === undefined && hasSecondLevel(row, csv.rows[top.data], csv.rows[top.data + 1]);
  const texts = top.names ?? (isTwoLevels ? joinLevels(row, csv.rows[top.data]!) : row);
  const data = declared === -1 ? csv.rows.length : isTwoLevels ? top.data + 1 : top.data;
  const { width, surplus } = measureWidth(csv.rows.slice(data, data + measuredRows), texts);
  const headers = texts
    .slice(0, width)
    .map((text, column) => ({ text, place: csv.getPlace(top.row, column) }));
  const above =
    declared === undefined && top.row > 0 && !isFurther
      ? [createNotesAboveProblem(csv.getPlace(0, 0), top.row)]
      : [];
  return { headers, data, surplus, problems: [...above, ...top.problems] };
}

/** The first row at or below a line, counted from 1; -1 when the file ends above it. */
export function findDeclaredRow(csv: CsvText, line: number): number {
  return csv.rows.findIndex((_, row) => (csv.getPlace(row, 0).line ?? 0) >= line);
}

/**
 * A separator at the end of most rows, or of the names alone, makes a cell that holds nothing: it is none. Where only a
 * few rows have one, they may have lost a quote.
 */
function measureWidth(
  rows: readonly (readonly string[])[],
  names: readonly string[],
): { width: number; surplus: number } {
  const named = names.findLastIndex((name) => name.trim() !== '') + 1;
  const longer = rows.filter(
    (row) => row.length > names.length && row.slice(names.length).every(isEmptyCell),
  );
  if (longer.length * 2 > rows.length) {
    const longest = longer.reduce((most, row) => Math.max(most, row.length), 0);
    return { width: names.length, surplus: longest - names.length };
  }
  const shorter = rows.filter((row) => row.length < names.length && row.length >= named);
  if (named === 0 || shorter.length * 2 <= rows.length) return { width: names.length, surplus: 0 };
  const width = Math.max(named, ...shorter.map((row) => row.length));
  return { width, surplus: names.length - width };
}
