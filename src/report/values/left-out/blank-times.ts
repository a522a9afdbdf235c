/** Rows that lie in no part of a series over time: those whose time is not filled in. */
import type { Place } from '../../../base/place.ts';
import { quoteSqlName } from '../../../base/quoting.ts';
import { type Cell, isTimeType, type RowContent, type SourceTable } from '../../../base/source-table.ts';
import type { Engine, EngineTable } from '../../../data/engine.ts';

/** A column of dates or instants with empty cells; `place`: of the first. */
export interface BlankTime {
  table: string;
  column: string;
  rows: number;
  place: Place;
}

/** In order of table and column. Of tables that the engine reads from their files, whose rows are not here, by asking it. */
export async function findBlankTimes(engine: Engine, read: readonly SourceTable[]): Promise<BlankTime[]> {
  const found: BlankTime[] = [];
  for (const table of engine.tables) {
    const content = read.find(({ name }) => name === table.name)?.content;
    for (const [at, { name: column, type }] of table.columns.entries()) {
      if (!isTimeType(type)) continue;
      const blank =
        content?.kind === 'rows' ? findBlankRows(content, at) : await askForBlanks(engine, table, column);
      if (blank) found.push({ table: table.name, column, ...blank });
    }
  }
  return found;
}

type Blanks = Pick<BlankTime, 'rows' | 'place'>;

function findBlankRows({ rows, getPlace }: RowContent, column: number): Blanks | undefined {
  const isBlank = (row: readonly Cell[]) => (row[column] ?? null) === null;
  const first = rows.findIndex(isBlank);
  return first < 0 ? undefined : { rows: rows.filter(isBlank).length, place: getPlace(first, column) };
}

async function askForBlanks(
  engine: Engine,
  { name, file }: EngineTable,
  column: string,
): Promise<Blanks | undefined> {
  const ask = async (sql: string) => Number((await engine.query(sql, { isOwn: true })).rows[0]?.n ?? 0);
  const [table, time] = [quoteSqlName(name), quoteSqlName(column)];
  const rows = await ask(`select count(*) - count(${time}) as n from ${table}`);
  if (rows === 0) return undefined;
  const numbered = `select row_number() over () as n, ${time} as t from ${table}`;
  const first = await ask(`select min(n) as n from (${numbered}) where t is null`);
  return { rows, place: { file, cell: `${column}!${first}` } };
}
