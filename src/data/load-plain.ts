import type { DuckDBConnection } from '@duckdb/node-api';
import type { CsvScan, DescribedColumn, PlainCsv, SourceColumn, SourceTable } from '../base/source-table.ts';
import { knownTable } from '../schema/tables/registry.ts';
import { checkRelations } from './check-relations.ts';
import { quoteName, quoteText } from './names.ts';
import { type PlainCell, plainCell } from './plain-cell.ts';
import { steadyOffset } from './zone.ts';

/**
 * Makes a table of a large CSV file by the engine's own reader, at its pace, when every row is cut and every cell is
 * written in the plainest way. Gives undefined where one is not: such a file is read as a small one is.
 */
export async function loadPlain(
  connection: DuckDBConnection,
  table: SourceTable,
  plain: PlainCsv,
  scanned: Promise<CsvScan>,
): Promise<{ columns: SourceColumn[]; rows: number } | undefined> {
  const loaded = await connection.run(await createSql(connection, table, plain)).then(
    () => true,
    // Whatever it is, the other reader meets it too and tells it better.
    () => false,
  );
  const columns = plain.columns.map(({ fixed: _, ...column }) => column);
  const { rows } = await scanned;
  if (loaded && rows !== undefined && (await isSound(connection, table, plain.columns, rows)))
    return { columns, rows };
  await connection.run(`drop table if exists ${quoteName(table.name)}`);
  return undefined;
}

/** Each layer names what the next one uses, so that no part is computed twice. An odd cell ends the reading. */
async function createSql(
  connection: DuckDBConnection,
  table: SourceTable,
  { separator, columns }: PlainCsv,
): Promise<string> {
  const zone = await connection.runAndReadAll("select current_setting('TimeZone')");
  const offset = steadyOffset(String(zone.value(0, 0)));
  const schema = table.known ? knownTable(table.name)?.schema : undefined;
  const cells = columns.map((column, at) => plainCell(column, at, schema?.columns[column.name], offset));
  const layer = (part: (cell: PlainCell, at: number) => string, from: string) =>
    `select ${cells.map(part).join(', ')} from ${from}`;
  const texts = columns.map((_, at) => `c${at}: 'VARCHAR'`).join(', ');
  const file =
    `read_csv(${quoteText(table.absolute)}, auto_detect = false, header = true, delim = ${quoteText(separator)}, ` +
    `quote = '"', escape = '"', nullstr = '', columns = {${texts}})`;
  const casts = layer(({ cast }, at) => `c${at}, ${cast} as x${at}`, file);
  const values = layer(({ value }, at) => `c${at}, ${value} as v${at}`, `(${casts})`);
  const odd = cells.map((cell) => cell.odd).join(' or ');
  const names = (_: PlainCell, at: number) => {
    const value = at === 0 ? `case when ${odd} then error('odd') else v0 end` : `v${at}`;
    return `${value} as ${quoteName(columns[at]!.name)}`;
  };
  return `create or replace table ${quoteName(table.name)} as ${layer(names, `(${values})`)}`;
}

/** What shows only in the rows together: as many as there are lines, none empty, no names again, no relation broken. */
async function isSound(
  connection: DuckDBConnection,
  table: SourceTable,
  columns: readonly DescribedColumn[],
  rows: number,
): Promise<boolean> {
  const names = columns.map(({ name }) => quoteName(name));
  const free = columns
    .filter(({ type, fixed }) => type === 'text' && !fixed)
    .map(({ name }) => quoteName(name));
  const found = await connection.runAndReadAll(
    `select count(*), count(*) filter (where ${names.map((name) => `${name} is null`).join(' and ')}),
       count(*) filter (where ${isHeader(columns[0]!)})
       ${free.map((name) => `, count(*) filter (where ${looksNumeric(name)}) / count(${name})`).join('')}
     from ${quoteName(table.name)}`,
  );
  const [count, empty, headers, ...numeric] = (found.getRows()[0] ?? []).map(Number);
  return (
    count === rows &&
    empty === 0 &&
    headers === 0 &&
    numeric.every((share) => share < 0.9) &&
    (await checkRelations(connection, table, columns)).length === 0
  );
}

/** A first cell that is the name of its column, as in a row that repeats the names. */
function isHeader({ name, header, type }: SourceColumn): string {
  if (type !== 'text') return 'false';
  const [cell, text] = [quoteName(name), quoteText(header.trim())];
  return `${cell} = ${text} or ((${cell} < '!' or suffix(${cell}, ' ')) and trim(${cell}) = ${text})`;
}

/** Begins with a digit, a sign or a currency: a column of such texts is one of numbers with a few faults. */
function looksNumeric(cell: string): string {
  return `${cell} < ':' or ${cell} >= '\u0080' and ${cell} < '\u0100' or ${cell} >= '\u2000' and ${cell} < '\u3000' or ${cell} >= '\ufe00'`;
}
