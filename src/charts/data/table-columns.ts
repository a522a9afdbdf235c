/** Columns of a table that a kind looks for, and what is said where they are not there. */
import type { Cell } from '../../base/source-table.ts';
import type { ChartTable } from '../input.ts';
import type { InputError } from '../kind.ts';

type Columns = Pick<ChartTable, 'columns'>;

/** The first of the names that is a column's. */
export function findColumnByName({ columns }: Columns, names: readonly string[]): string | undefined {
  return names.find((name) => columns.some((column) => column.name === name));
}

/** The first column of one of the types. */
export function findColumnByType({ columns }: Columns, types: readonly string[]): string | undefined {
  return columns.find((column) => types.includes(column.type))?.name;
}

/** The day of a cell that holds a day or a time of one; what else it holds is no day, and cut as short. */
export function parseDay(cell: Cell | undefined): string {
  return String(cell ?? '').slice(0, 10);
}

/** Says which columns there are. */
export function createColumnError({ name, columns }: Pick<ChartTable, 'name' | 'columns'>): InputError {
  return { why: 'needs-column', name, text: columns.map((column) => column.name).join('、') };
}
