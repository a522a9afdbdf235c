import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { Cell } from '../base/source-table.ts';
import { problem } from '../problems/problem.ts';
import type { PlaceOf } from './told.ts';

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

/** Rows without any content, as rows come by. */
export class EmptyRows {
  #first: Place | undefined;
  #firstAfter = 0;
  #kept = 0;
  #count = 0;

  takes(row: readonly Cell[], placeOf: PlaceOf): boolean {
    if (row.some((cell) => cell !== null)) {
      this.#kept++;
      return true;
    }
    if (!this.#first) [this.#first, this.#firstAfter] = [placeOf(0), this.#kept];
    this.#count++;
    return false;
  }

  /** Nobody need be told of rows that follow the last. */
  problems(): Problem[] {
    if (!this.#first || this.#firstAfter === this.#kept) return [];
    const first = this.#first.line ?? 0;
    return [problem('empty-rows', this.#first, { count: this.#count, first })];
  }
}

/** Leaves out rows without any content, and says so. */
export function withoutEmptyRows(table: RawTable): RawTable {
  const empty = new EmptyRows();
  const kept = table.rows.flatMap((row, index) =>
    empty.takes(row, (column) => table.placeOf(index, column)) ? [index] : [],
  );
  if (kept.length === table.rows.length) return table;
  return {
    ...table,
    rows: kept.map((index) => table.rows[index]!),
    placeOf: (row, column) => table.placeOf(kept[row]!, column),
    problems: [...table.problems, ...empty.problems()],
  };
}
