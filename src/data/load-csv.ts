import type { DuckDBConnection } from '@duckdb/node-api';
import type { Problem } from '../base/problem.ts';
import type { EngineContent, SourceColumn, SourceTable } from '../base/source-table.ts';
import { checkColumns, type RawColumn } from './check-file.ts';
import { rejectedRows } from './csv-rejects.ts';
import { findTypes, isoText } from './csv-types.ts';
import { finalType } from './load-rows.ts';
import { quoteName, quoteText } from './names.ts';

/**
 * Makes a table of a large CSV file. The same rules as for small ones, in SQL: rows with a wrong number of cells are
 * told and left out, types are the narrowest that take every cell.
 */
export async function createFromCsv(
  connection: DuckDBConnection,
  table: SourceTable,
  content: EngineContent,
): Promise<{ columns: SourceColumn[]; problems: Problem[] }> {
  const { separator, headerLine, headers } = content.csv ?? { separator: ',', headerLine: 1, headers: [] };
  const { columns: described, problems } = content.describe(headers);
  const source = (rejects: string) =>
    `read_csv(${quoteText(table.absolute)}, auto_detect = false, header = true, skip = ${headerLine - 1}, ` +
    `delim = ${quoteText(separator)}, quote = '"', escape = '"', nullstr = '', ${rejects}, ` +
    `columns = {${headers.map((_, index) => `c${index}: 'VARCHAR'`).join(', ')}})`;
  const quiet = source('ignore_errors = true');
  const types = await findTypes(connection, quiet, headers.length);
  const raw = described.map(({ fixed, ...column }, index): RawColumn => {
    const type = fixed ? column.type : types[index]!;
    return {
      column: { ...column, type },
      raw: rawCell(index),
      value: typed(index, { ...column, type }, table.known),
    };
  });
  const usable = raw.filter(
    ({ column }, index) => column.name !== '' && firstOfName(raw, column.name) === index,
  );
  const select = usable.map(({ column, value }) => `${value} as ${quoteName(column.name)}`);
  await connection.run(
    `create table ${quoteName(table.name)} as select ${select.join(', ')} from ${source('store_rejects = true')}`,
  );
  const faults = await rejectedRows(connection, table, headers.length);
  const fixed = usable.filter(({ column }) => described.find((one) => one.name === column.name)?.fixed);
  const cells = await checkColumns(connection, table, quiet, fixed);
  return { columns: usable.map(({ column }) => column), problems: [...problems, ...faults, ...cells] };
}

function firstOfName(columns: readonly RawColumn[], name: string): number {
  return columns.findIndex(({ column }) => column.name.toLowerCase() === name.toLowerCase());
}

/** A cell of white space is empty. */
function rawCell(index: number): string {
  return `case when trim(c${index}) <> '' then c${index} end`;
}

function typed(index: number, column: SourceColumn, known: boolean): string {
  const raw = rawCell(index);
  if (column.type === 'text') return raw;
  const isDate = column.type === 'date' || column.type === 'timestamp';
  if (column.type === 'integer') return `try_cast(try_cast(trim(c${index}) as double) as bigint)`;
  if (column.type === 'boolean') {
    return `case lower(trim(c${index})) when '是' then true when '否' then false else try_cast(trim(c${index}) as boolean) end`;
  }
  return `try_cast(${isDate ? isoText(index) : `trim(c${index})`} as ${finalType(column, known)})`;
}
