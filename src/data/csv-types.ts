import type { DuckDBConnection } from '@duckdb/node-api';
import type { ColumnType } from '../base/source-table.ts';

/** 2026年3月2日 and 2026/3/2 as SQL reads them. */
export function isoText(index: number): string {
  // Most dates are ISO already, and a look at the dashes is much cheaper than the pattern.
  return `case when c${index} like '____-%' then trim(c${index}) else regexp_replace(trim(c${index}), '^(\\d{4})[年/.](\\d{1,2})[月/.](\\d{1,2})日?', '\\1-\\2-\\3') end`;
}

const day = '\\d{4}(-\\d{1,2}-|/\\d{1,2}/|\\.\\d{1,2}\\.|年\\d{1,2}月)\\d{1,2}日?';
const numeric = '[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?';

/** SQL conditions that a cell is of a type, the narrowest type first. */
function tests(index: number): [ColumnType, string][] {
  const cell = `trim(c${index})`;
  const full = (pattern: string) => `regexp_full_match(${cell}, '${pattern}')`;
  const whole = `try_cast(${cell} as double) = floor(try_cast(${cell} as double)) and abs(try_cast(${cell} as double)) < 9007199254740992`;
  return [
    ['boolean', `lower(${cell}) in ('true', 'false')`],
    ['integer', `${full(numeric)} and ${whole}`],
    ['number', full(numeric)],
    ['date', `${full(day)} and try_cast(${isoText(index)} as date) is not null`],
    ['timestamp', `${full(`${day}[T ].*`)} and try_cast(${isoText(index)} as timestamptz) is not null`],
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
): Promise<Map<number, ColumnType>> {
  const first = `(select * from ${source} limit ${sampleRows})`;
  const guesses = await narrowest(connection, first, indexes);
  const narrow = [...guesses].filter(([, type]) => type !== 'text');
  const holds = await flags(
    connection,
    source,
    narrow.map(([index, type]) => condition(index, type)),
  );
  const belied = narrow.filter((_, at) => !holds[at]).map(([index]) => index);
  const filled = await flags(
    connection,
    first,
    indexes.map((index) => `coalesce(bool_or(trim(c${index}) <> ''), false)`),
  );
  const unseen = indexes.filter((_, at) => !filled[at]);
  return new Map([...guesses, ...(await narrowest(connection, source, [...belied, ...unseen]))]);
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
function condition(index: number, type: ColumnType): string {
  const test = tests(index).find(([kind]) => kind === type)?.[1] ?? 'true';
  const isId = `regexp_matches(trim(c${index}), '^[+-]?(0\\d|\\d{16})')`;
  const whole = type === 'integer' || type === 'number' ? `${test} and not ${isId}` : test;
  return `coalesce(bool_and(${whole}) filter (where trim(c${index}) <> ''), false)`;
}

async function narrowest(
  connection: DuckDBConnection,
  source: string,
  indexes: readonly number[],
): Promise<Map<number, ColumnType>> {
  const conditions = indexes.flatMap((index) => tests(index).map(([type]) => condition(index, type)));
  const holds = await flags(connection, source, conditions);
  const types = indexes.map((index, at) => {
    const kinds = tests(index);
    const first = kinds.findIndex((_, kind) => holds[at * kinds.length + kind] === true);
    return [index, kinds[first]?.[0] ?? 'text'] as const;
  });
  return new Map(types);
}
