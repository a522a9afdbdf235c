import { getSqlType } from '../output/column-sql-type.ts';
import type { Field } from '../output/format-csv.ts';
import { parseTimestamp } from '../plan/term-calendar.ts';
import type { SimulatedTable } from '../tables/simulated-table.ts';
import type { World } from '../world/world.ts';
import { serialColumns, suffixedColumns } from './large-tables.ts';

/** Ids of one world lie below this; those of the next go on from here. */
const idsPerShard = 1_000_000;

/** No value in a column of whole numbers. */
export const missingInteger = -2_147_483_648;

/** A column in a form that goes from thread to thread, and into the engine, without a text for each cell. */
export type ShardColumn =
  /** Ids: the letter before them, digits at least, and their numbers over all worlds. */
  | { kind: 'serial'; letter: string; digits: number; values: Int32Array }
  /** Seconds of the term. */
  | { kind: 'time'; values: Int32Array }
  /** NaN where there is no value; booleans are 0 and 1. */
  | { kind: 'number'; values: Float64Array }
  /** Places in `buildWordColumn`, from 1; 0 where there is no value. */
  | { kind: 'words'; words: string[]; values: Int32Array };

/** The rows of one of many worlds side by side, column by column. */
export function buildColumns(table: string, { columns, rows }: SimulatedTable, world: World, number: number) {
  const all = rows(world);
  return columns.map((column, at) =>
    buildColumn(all, at, { number, column, type: getSqlType(table, column) }),
  );
}

function buildColumn(
  rows: readonly Field[][],
  at: number,
  { column, type, number }: { column: string; type: string; number: number },
): ShardColumn {
  if (type === 'TIMESTAMPTZ')
    return { kind: 'time', values: fillValues(new Int32Array(rows.length), rows, at, toTermSeconds) };
  if (type !== 'VARCHAR' && type !== 'DATE') {
    return { kind: 'number', values: fillValues(new Float64Array(rows.length), rows, at, toPlainNumber) };
  }
  if (serialColumns.has(column)) return buildSerialColumn(rows, at, number);
  return buildWordColumn(rows, at, suffixedColumns.has(column) && number > 0 ? `.${number}` : '');
}

/** A plain loop: `from` with a function goes through an iterator and takes several times as long. */
function fillValues<T extends Int32Array | Float64Array>(
  values: T,
  rows: readonly Field[][],
  at: number,
  value: (field: Field) => number,
): T {
  for (let row = 0; row < rows.length; row++) values[row] = value(rows[row]![at]!);
  return values;
}

const toTermSeconds = (field: Field) =>
  typeof field === 'number' ? field : field === null ? missingInteger : parseTimestamp(String(field));
const toPlainNumber = (field: Field) => (field === null ? Number.NaN : Number(field));

function buildSerialColumn(rows: readonly Field[][], at: number, number: number): ShardColumn {
  const some = rows.find((row) => row[at] !== null)?.[at];
  const [letter, digits] = typeof some === 'string' ? [some[0]!, some.length - 1] : ['', 1];
  const before = number * idsPerShard;
  const counted = (field: Field) => (field === null ? missingInteger : before + parseSerial(field as string));
  return {
    kind: 'serial',
    letter,
    digits,
    values: fillValues(new Int32Array(rows.length), rows, at, counted),
  };
}

/** The number behind the first letter. */
function parseSerial(id: string): number {
  let number = 0;
  for (let at = 1; at < id.length; at++) number = number * 10 + id.charCodeAt(at) - 48;
  return number;
}

function buildWordColumn(rows: readonly Field[][], at: number, behind: string): ShardColumn {
  const places = new Map<Field, number>();
  const place = (field: Field) => {
    if (field === null) return 0;
    const known = places.get(field);
    if (known !== undefined) return known;
    places.set(field, places.size + 1);
    return places.size;
  };
  const values = fillValues(new Int32Array(rows.length), rows, at, place);
  return { kind: 'words', words: Array.from(places.keys(), (word) => `${word}${behind}`), values };
}
