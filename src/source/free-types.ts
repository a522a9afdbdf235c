import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { Cell, ColumnType } from '../base/source-table.ts';
import { problem } from '../problems/problem.ts';
import { meantNumber, readCell } from './cell.ts';
import { type DateOrder, isMissing } from './forms.ts';

/** Types that a column without schema may turn out to have, the narrowest first. */
const candidates = ['boolean', 'integer', 'number', 'date', 'timestamp'] as const;

/** The narrowest type that takes every cell, marks for nothing (`—`) aside. Ids (`007`, 18 digits) stay text, and so do 1/0, 是/否 and years. */
export function freeType(cells: readonly Cell[], order: DateOrder): ColumnType {
  const filled = cells.filter((cell) => cell !== null && !(typeof cell === 'string' && isMissing(cell)));
  if (filled.length === 0 || filled.some(isIdLike)) return 'text';
  return candidates.find((type) => filled.every((cell) => fits(cell, type, order))) ?? 'text';
}

function isIdLike(cell: Cell): boolean {
  return typeof cell === 'string' && /^[+-]?(0\d|\d{16})/.test(cell.trim());
}

function fits(cell: Cell, type: (typeof candidates)[number], order: DateOrder): boolean {
  if (type === 'boolean') return typeof cell === 'boolean' || /^(true|false)$/i.test(String(cell));
  if (type === 'timestamp' && !/[T :]/.test(String(cell))) return false;
  return readCell(cell, type, { percent: 'fraction', order }) !== undefined;
}

/** Warns of a column that is text only because of a few cells, or because its numbers carry signs. */
export function amongNumbers(
  column: string,
  cells: readonly Cell[],
  placeOf: (row: number) => Place,
): Problem | undefined {
  if (/(id|no|code|编号|单号|号|代码)$/i.test(column)) return undefined;
  const others: number[] = [];
  let [filled, alike] = [0, 0];
  cells.forEach((cell, row) => {
    if (cell === null) return;
    filled++;
    const number = readCell(cell, 'number') !== undefined;
    if (!number) others.push(row);
    if (number || meantNumber(cell) !== undefined) alike++;
  });
  const [first] = others;
  if (first === undefined || filled < 2 || alike / filled < 0.9) return undefined;
  const found = String(cells[first]);
  return problem('text-among-numbers', placeOf(first), {
    column,
    found,
    near: meantNumber(found),
    count: others.length,
  });
}
