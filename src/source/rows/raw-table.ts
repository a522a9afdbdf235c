import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import type { Cell } from '../../base/source-table.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { GetPlace } from '../cells/problem-sampler.ts';

/** A table as its file has it: nothing typed or checked yet. */
export interface RawTable {
  headers: { text: string; place: Place }[];
  /** As many cells as headers. Texts from CSV; texts, numbers and booleans from other files. Empty cells are null. */
  rows: Cell[][];
  /** Of a cell; both count from 0, without the header. */
  getPlace: (row: number, column: number) => Place;
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

  accepts(row: readonly Cell[], getPlace: GetPlace): boolean {
    if (row.some((cell) => cell !== null)) {
      this.#kept++;
      return true;
    }
    if (!this.#first) [this.#first, this.#firstAfter] = [getPlace(0), this.#kept];
    this.#count++;
    return false;
  }

  /** Rows that follow the last are no problem. */
  listProblems(): Problem[] {
    if (!this.#first || this.#firstAfter === this.#kept) return [];
    const first = this.#first.line ?? 0;
    return [createProblem('empty-rows', this.#first, { count: this.#count, first })];
  }
}

/** Leaves out rows without any content, and says so. */
export function withoutEmptyRows(table: RawTable): RawTable {
  const empty = new EmptyRows();
  const kept = table.rows.flatMap((row, index) =>
    empty.accepts(row, (column) => table.getPlace(index, column)) ? [index] : [],
  );
  if (kept.length === table.rows.length) return table;
  return {
    ...table,
    rows: kept.map((index) => table.rows[index]!),
    getPlace: (row, column) => table.getPlace(kept[row]!, column),
    problems: [...table.problems, ...empty.listProblems()],
  };
}

/** Several tables without those that have names alone, as a program writes them that has no data to give: these are told. */
export function withoutEmptyTables(tables: RawTable[]): RawTable[] {
  const kept = tables.filter(({ rows }) => rows.length > 0);
  const [first] = kept;
  if (tables.length === 1 || !first || kept.length === tables.length) return tables;
  const empty = tables.filter(({ rows }) => rows.length === 0);
  const kind = { zh: '没有数据的表', en: 'tables without any rows' };
  const place = empty[0]!.headers[0]?.place ?? { file: '' };
  const told = createProblem('left-out-rows', place, { kind, count: empty.length });
  const problems = [...first.problems, ...empty.flatMap((one) => one.problems), told];
  return [{ ...first, problems }, ...kept.slice(1)];
}
