import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { Cell } from '../base/source-table.ts';

/** A table as its file has it: nothing typed or checked yet. */
export interface RawTable {
  headers: { text: string; place: Place }[];
  /** As many cells as headers. Texts from CSV; texts, numbers and booleans from other files. Empty cells are null. */
  rows: Cell[][];
  /** Of a cell; both count from 0, without the header. */
  placeOf: (row: number, column: number) => Place;
  /** Units that a row below the names gives, by column. */
  units?: readonly (string | undefined)[];
  problems: Problem[];
}

/** Leaves out rows without any content, and says so. */
export function withoutEmptyRows(
  table: RawTable,
  emptyRows: (first: Place, count: number) => Problem,
): RawTable {
  const kept = table.rows.flatMap((row, index) => (row.some((cell) => cell !== null) ? [index] : []));
  if (kept.length === table.rows.length) return table;
  const dropped = table.rows.findIndex((row) => row.every((cell) => cell === null));
  const trailing = dropped >= kept.length;
  const problem = emptyRows(table.placeOf(dropped, 0), table.rows.length - kept.length);
  return {
    ...table,
    rows: kept.map((index) => table.rows[index]!),
    placeOf: (row, column) => table.placeOf(kept[row]!, column),
    problems: trailing ? table.problems : [...table.problems, problem],
  };
}
