import type { Field } from '../output/format-csv.ts';
import type { World } from '../world/world.ts';

/** One file of the data folder: a view of the world. Columns are those of the library of schemas. */
export interface SimulatedTable {
  columns: readonly string[];
  rows: (world: World) => Field[][];
}

/** 分 as 元 with two decimals. */
export function formatYuan(cents: number): string {
  return (cents / 100).toFixed(2);
}

/** A table that people write: the same whatever happened. */
export function createStaticTable(columns: string, rows: Field[][]): SimulatedTable {
  return { columns: columns.split(' '), rows: () => rows };
}
