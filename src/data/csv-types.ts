import type { DuckDBConnection } from '@duckdb/node-api';
import type { ColumnType } from '../base/source-table.ts';

/** 2026年3月2日 and 2026/3/2 as SQL reads them. */
export function isoText(index: number): string {
  return `regexp_replace(trim(c${index}), '^(\\d{4})[年/.](\\d{1,2})[月/.](\\d{1,2})日?', '\\1-\\2-\\3')`;
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
 * guess that one scan confirms (a scan with all tests takes six times as long); columns that belie it are tested in full.
 */
export async function findTypes(
  connection: DuckDBConnection,
  source: string,
  width: number,
): Promise<ColumnType[]> {
  const indexes = Array.from({ length: width }, (_, index) => index);
  const guesses = await narrowest(connection, `(select * from ${source} limit ${sampleRows})`, indexes);
  const narrow = indexes.filter((index) => guesses[index] !== 'text');
  const conditions = narrow.map((index) => condition(index, guesses[index]!));
  const found = await connection.runAndReadAll(
    `select ${['true', ...conditions].join(', ')} from ${source} group by ()`,
  );
  const wrong = narrow.filter((_, at) => found.value(at + 1, 0) === false);
  const corrected = wrong.length > 0 ? await narrowest(connection, source, wrong) : [];
  return guesses.map((guess, index) => (wrong.includes(index) ? corrected[wrong.indexOf(index)]! : guess));
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
): Promise<ColumnType[]> {
  const conditions = indexes.flatMap((index) => tests(index).map(([type]) => condition(index, type)));
  const found = await connection.runAndReadAll(
    `select ${['true', ...conditions].join(', ')} from ${source} group by ()`,
  );
  const flags = (found.getRows()[0] ?? []).slice(1);
  return indexes.map((index, at) => {
    const kinds = tests(index);
    const first = kinds.findIndex((_, kind) => flags[at * kinds.length + kind] === true);
    return kinds[first]?.[0] ?? 'text';
  });
}
