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
  const headers = content.csv?.headers ?? [];
  const { columns: described, problems } = content.describe(headers);
  const quiet = csvSource(table, content, 'ignore_errors = true');
  const open = [...described.keys()].filter((index) => !described[index]!.fixed);
  const types = await findTypes(connection, quiet, open);
  const raw = described.map(({ fixed: _, ...column }, index): RawColumn => {
    const typed = { ...column, type: types.get(index) ?? column.type };
    return { column: typed, raw: rawCell(index), value: typedCell(index, typed, table.known) };
  });
  const usable = [...raw.keys()].filter((index) => isUsable(raw, index));
  const select = usable.map((index) => `${raw[index]!.value} as ${quoteName(raw[index]!.column.name)}`);
  const source = csvSource(table, content, 'store_rejects = true');
  await connection.run(`create table ${quoteName(table.name)} as select ${select.join(', ')} from ${source}`);
  const rejected = await rejectedRows(connection, table, headers.length);
  const fixed = usable.filter((index) => described[index]!.fixed).map((index) => raw[index]!);
  const cells = await checkColumns(connection, table, quiet, fixed);
  return {
    columns: usable.map((index) => raw[index]!.column),
    problems: [...problems, ...rejected, ...cells],
  };
}

/** The file as texts `c0`, `c1` …; `faults` says what becomes of rows that cannot be cut. */
function csvSource(table: SourceTable, content: EngineContent, faults: string): string {
  const { separator, headerLine, headers } = content.csv ?? { separator: ',', headerLine: 1, headers: [] };
  const columns = headers.map((_, index) => `c${index}: 'VARCHAR'`).join(', ');
  return (
    `read_csv(${quoteText(table.absolute)}, auto_detect = false, header = true, skip = ${headerLine - 1}, ` +
    `delim = ${quoteText(separator)}, quote = '"', escape = '"', nullstr = '', ${faults}, columns = {${columns}})`
  );
}

/** Columns with a name of their own: the others are told and cannot be asked for. */
function isUsable(columns: readonly RawColumn[], index: number): boolean {
  const name = columns[index]!.column.name.toLowerCase();
  return name !== '' && columns.findIndex(({ column }) => column.name.toLowerCase() === name) === index;
}

/** A cell of white space is empty. */
function rawCell(index: number): string {
  return `case when trim(c${index}) <> '' then c${index} end`;
}

function typedCell(index: number, column: SourceColumn, known: boolean): string {
  const raw = rawCell(index);
  if (column.type === 'text') return raw;
  const isDate = column.type === 'date' || column.type === 'timestamp';
  if (column.type === 'integer') return `try_cast(try_cast(trim(c${index}) as double) as bigint)`;
  if (column.type === 'boolean') {
    return `case lower(trim(c${index})) when '是' then true when '否' then false else try_cast(trim(c${index}) as boolean) end`;
  }
  return `try_cast(${isDate ? isoText(index) : `trim(c${index})`} as ${finalType(column, known)})`;
}
