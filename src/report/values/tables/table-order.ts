/** In which order the lines of a table stand. */
import type { Cell } from '../../../base/source-table.ts';

/** One of the things that lines go by. */
export interface Sorting {
  name: string;
  isDown: boolean;
  /** Place of it in what was written. */
  at: number;
}

/** `成交额 desc`, or several such. */
export function parseOrder(written: readonly string[] = []): Sorting[] {
  return written.map((text, at) => {
    const [, name = '', direction] = /^(.*?)(?:\s+(desc|asc))?$/is.exec(text.trim()) ?? [];
    return { name, isDown: direction?.toLowerCase() === 'desc', at };
  });
}

/** By a cell of each, then by the next; blanks at the end, those alike as they were. */
export function sortBy<T>(
  all: readonly T[],
  sortings: readonly Sorting[],
  getCell: (one: T, sorting: Sorting) => Cell,
): T[] {
  return all.toSorted((a, b) => {
    for (const sorting of sortings) {
      const compared = compareCells(getCell(a, sorting), getCell(b, sorting), sorting.isDown);
      if (compared !== 0) return compared;
    }
    return 0;
  });
}

function compareCells(left: Cell, right: Cell, isDown: boolean): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return left === right ? 0 : (isDown ? -1 : 1) * (left < right ? -1 : 1);
}
