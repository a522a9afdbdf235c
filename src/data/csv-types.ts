import type { DuckDBConnection } from '@duckdb/node-api';
import type { ColumnType } from '../base/source-table.ts';
import { type CsvReading, isoText, numberText, rawCell } from './csv-values.ts';

const yearFirst = '\\d{4}(-\\d{1,2}-|/\\d{1,2}/|\\.\\d{1,2}\\.|年\\d{1,2}月)\\d{1,2}日?';
const yearLast = '\\d{1,2}(-\\d{1,2}-|/\\d{1,2}/|\\.\\d{1,2}\\.)\\d{4}';
const numeric = '[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?';

const full = (cell: string, pattern: string) => `regexp_full_match(${cell}, '${pattern}')`;

/** SQL conditions that a cell is of a type, the narrowest type first. */
function tests(index: number, order: CsvReading['dateOrder']): [ColumnType, string][] {
  const cell = `trim(c${index})`;
  const day = order === 'ymd' ? yearFirst : `(${yearFirst}|${yearLast})`;
  const number = `(${full(cell, numeric)} or ${numberText(cell)} <> '')`;
  const value = `coalesce(try_cast(${cell} as double), try_cast(${numberText(cell)} as double))`;
  const whole = `${value} = floor(${value}) and abs(${value}) < 9007199254740992`;
  return [
    ['boolean', `lower(${cell}) in ('true', 'false')`],
    ['integer', `${number} and ${whole}`],
    ['number', number],
    ['date', `${full(cell, day)} and try_cast(${isoText(index, order)} as date) is not null`],
    [
      'timestamp',
      `${full(cell, `${day}[T ].*`)} and try_cast(${isoText(index, order)} as timestamptz) is not null`,
    ],
  ];
}

const sampleRows = 2000;

/**
 * The narrowest type that takes every cell of each column; ids such as 007 stay text. What the first rows are is a
 * guess that one scan confirms (a scan with all tests takes six times as long); columns that belie it,
 * or are empty there, are tested in full.
 */
export async function findTypes(
  connection: DuckDBConnection,
  source: string,
  indexes: readonly number[],
  order: CsvReading['dateOrder'],
): Promise<Map<number, ColumnType>> {
  const first = `(select * from ${source} limit ${sampleRows})`;
  const guesses = await narrowest(connection, first, indexes, order);
  const narrow = [...guesses].filter(([, type]) => type !== 'text');
  const holds = await flags(
    connection,
    source,
    narrow.map(([index, type]) => condition(index, type, order)),
  );
  const belied = narrow.filter((_, at) => !holds[at]).map(([index]) => index);
  const filled = await flags(
    connection,
    first,
    indexes.map((index) => `coalesce(bool_or(trim(c${index}) <> ''), false)`),
  );
  const unseen = indexes.filter((_, at) => !filled[at]);
  return new Map([...guesses, ...(await narrowest(connection, source, [...belied, ...unseen], order))]);
}

/** The types that the first rows suggest; undefined when a column is empty there. */
export async function guessTypes(
  connection: DuckDBConnection,
  source: string,
  indexes: readonly number[],
  order: CsvReading['dateOrder'],
): Promise<Map<number, ColumnType> | undefined> {
  const first = `(select * from ${source} limit ${sampleRows})`;
  const filled = await flags(
    connection,
    first,
    indexes.map((index) => `coalesce(bool_or(trim(c${index}) <> ''), false)`),
  );
  return filled.includes(false) ? undefined : narrowest(connection, first, indexes, order);
}

/** One row of conditions over a whole source. */
async function flags(
  connection: DuckDBConnection,
  source: string,
  conditions: readonly string[],
): Promise<boolean[]> {
  if (conditions.length === 0) return [];
  const found = await connection.runAndReadAll(`select ${conditions.join(', ')} from ${source} group by ()`);
  return (found.getRows()[0] ?? []).map((flag) => flag === true);
}

/** Whether every filled cell is of the type. A column without any is not. */
function condition(index: number, type: ColumnType, order: CsvReading['dateOrder']): string {
  return `coalesce(bool_and(${cellTest(index, type, order)}) filter (where (${rawCell(index, type)}) is not null), false)`;
}

/** SQL condition that a filled cell is of the type; ids such as 007 are no numbers. */
export function cellTest(index: number, type: ColumnType, order: CsvReading['dateOrder']): string {
  const test = tests(index, order).find(([kind]) => kind === type)?.[1] ?? 'true';
  const isId = `regexp_matches(trim(c${index}), '^[+-]?(0\\d|\\d{16})')`;
  return type === 'integer' || type === 'number' ? `${test} and not ${isId}` : test;
}

async function narrowest(
  connection: DuckDBConnection,
  source: string,
  indexes: readonly number[],
  order: CsvReading['dateOrder'],
): Promise<Map<number, ColumnType>> {
  const conditions = indexes.flatMap((index) =>
    tests(index, order).map(([type]) => condition(index, type, order)),
  );
  const holds = await flags(connection, source, conditions);
  const types = indexes.map((index, at) => {
    const kinds = tests(index, order);
    const first = kinds.findIndex((_, kind) => holds[at * kinds.length + kind] === true);
    return [index, kinds[first]?.[0] ?? 'text'] as const;
  });
  return new Map(types);
}
