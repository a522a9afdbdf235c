import { nearest } from '../base/nearest.ts';
import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { Cell } from '../base/source-table.ts';
import { problem } from '../problems/problem.ts';
import { wantedCell } from '../problems/wanted.ts';
import type { ColumnSchema } from '../schema/tables/column.ts';
import { meantNumber, readCell, type Style } from './cell.ts';

export interface KnownColumn {
  name: string;
  /** As the author's header has it. */
  header: string;
  schema: ColumnSchema;
  style: Style;
}

const toldOneByOne = 5;

/** Reads one column as its schema says; cells that do not fit become null and are told, five one by one. */
export function readKnownCells(
  column: KnownColumn,
  cells: readonly Cell[],
  placeOf: (row: number) => Place,
): { cells: Cell[]; problems: Problem[] } {
  const bad = { empty: [] as number[], wrong: [] as number[] };
  const read = cells.map((raw, row) => {
    const cell = readKnownCell(raw, column.schema, column.style);
    if (cell === undefined) bad.wrong.push(row);
    else if (cell === null && column.schema.required) bad.empty.push(row);
    return cell ?? null;
  });
  const wanted = wantedCell(column.schema);
  const name = column.header === column.name ? column.name : `${column.header}（${column.name}）`;
  const problems = [
    ...told(bad.empty, name, placeOf, (place) => problem('empty-cell', place, { column: name, wanted })),
    ...told(bad.wrong, name, placeOf, (place, row) => {
      const near = correction(cells[row]!, column.schema);
      return problem('bad-cell', place, {
        column: name,
        found: String(cells[row]),
        wanted,
        ...(near && { near }),
      });
    }),
  ];
  return { cells: read, problems };
}

function told(
  rows: readonly number[],
  column: string,
  placeOf: (row: number) => Place,
  tell: (place: Place, row: number) => Problem,
): Problem[] {
  const problems = rows.slice(0, toldOneByOne).map((row) => tell(placeOf(row), row));
  const next = rows[toldOneByOne];
  if (next === undefined) return problems;
  const more = rows.length - toldOneByOne;
  return [...problems, problem('more-bad-cells', placeOf(next), { column, more })];
}

function readKnownCell(raw: Cell, schema: ColumnSchema, style: Style): Cell | undefined {
  const cell = readCell(raw, schema.type, style);
  if (cell === undefined || cell === null) return cell;
  if (schema.values && !schema.values.includes(String(cell))) return undefined;
  if (typeof cell !== 'number') return cell;
  if (schema.min !== undefined && cell < schema.min) return undefined;
  if (schema.max !== undefined && cell > schema.max) return undefined;
  return schema.unit === '元' && !hasFourDecimals(cell) ? undefined : cell;
}

/** Money is kept to four decimals; more would be lost without a word. */
function hasFourDecimals(amount: number): boolean {
  return Math.abs(amount) < 1e13 && Number(amount.toFixed(4)) === amount;
}

/** The cell as it was probably meant, when that would be taken. */
function correction(raw: Cell, schema: ColumnSchema): string | undefined {
  const candidate = schema.values
    ? nearest(String(raw).trim(), schema.values)
    : schema.type === 'number' || schema.type === 'integer'
      ? meantNumber(raw, schema.max === 1)
      : undefined;
  return candidate !== undefined && readKnownCell(candidate, schema, {}) !== undefined
    ? candidate
    : undefined;
}
