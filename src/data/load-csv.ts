import type { DuckDBConnection } from '@duckdb/node-api';
import type { Problem } from '../base/problem.ts';
import type {
  ColumnType,
  DescribedColumn,
  EngineContent,
  SourceColumn,
  SourceTable,
} from '../base/source-table.ts';
import { checkColumns, faultOf, type RawColumn } from './check-file.ts';
import { rejectedRows } from './csv-rejects.ts';
import { cellTest, findTypes, guessTypes } from './csv-types.ts';
import { type CsvReading, rawCell, typedCell } from './csv-values.ts';
import { quoteName, quoteText } from './names.ts';
import { steadyOffset } from './zone.ts';

/**
 * Makes a table of a large CSV file. The same rules as for small ones, in SQL: rows with a wrong number of cells are
 * told and left out, types are the narrowest that take every cell. A sound file is read once: its first rows say
 * what the columns are, and every cell is checked while it is loaded. Only a file with faults is read again.
 */
export async function createFromCsv(
  connection: DuckDBConnection,
  table: SourceTable,
  content: EngineContent,
): Promise<{ columns: SourceColumn[]; problems: Problem[] }> {
  const headers = content.csv?.headers ?? [];
  const { columns: described, problems } = content.describe(headers);
  const zone = await connection.runAndReadAll("select current_setting('TimeZone')");
  const reading: CsvReading = {
    dateOrder: content.csv?.dateOrder ?? 'ymd',
    offset: steadyOffset(String(zone.value(0, 0))),
  };
  const quiet = csvSource(table, content, 'ignore_errors = true');
  const open = [...described.keys()].filter((index) => !described[index]!.fixed);
  const guessed = await guessTypes(connection, quiet, open, reading.dateOrder);
  const setting = { connection, table, content, described, reading };
  const first = guessed && (await load(setting, guessed, true));
  if (first && first.faults === 0)
    return { columns: first.columns, problems: [...problems, ...first.rejected] };
  const types = await findTypes(connection, quiet, open, reading.dateOrder);
  const { raw, usable, columns, rejected } = await load(setting, types, false);
  const fixed = usable.filter((index) => described[index]!.fixed).map((index) => raw[index]!);
  const cells = await checkColumns(connection, table, quiet, fixed);
  return { columns, problems: [...problems, ...rejected, ...cells] };
}

interface Loading {
  connection: DuckDBConnection;
  table: SourceTable;
  content: EngineContent;
  described: readonly DescribedColumn[];
  reading: CsvReading;
}

/** Name of a column that is there only while the file is loaded. */
const faultColumn = 'fupan fault';

/** Reads the file into the table; `checked` counts the rows that have a cell which its type or schema does not take. */
async function load(setting: Loading, types: ReadonlyMap<number, ColumnType>, checked: boolean) {
  const { connection, table, content, described, reading } = setting;
  const raw = described.map(({ fixed: _, ...column }, index): RawColumn => {
    const typed = { ...column, type: types.get(index) ?? column.type };
    const value = typedCell(index, typed, table.known, reading);
    return { column: typed, raw: rawCell(index, typed.type), value };
  });
  const usable = [...raw.keys()].filter((index) => isUsable(raw, index));
  const select = usable.map((index) => `v${index} as ${quoteName(raw[index]!.column.name)}`);
  const faults = usable.map((index) => {
    if (described[index]!.fixed) return faultOf(table, { ...raw[index]!, value: `v${index}` });
    const { type } = raw[index]!.column;
    return type === 'text'
      ? 'false'
      : `(${raw[index]!.raw}) is not null and not (${cellTest(index, type, reading.dateOrder)})`;
  });
  const told = faults.filter((fault) => fault !== 'false').join(') or (');
  if (checked) select.push(`${told ? `(${told})` : 'false'} as ${quoteName(faultColumn)}`);
  // Values have names of their own, so that each is computed once, however often a condition asks for it.
  const values = usable.map((index) => `c${index}, ${raw[index]!.value} as v${index}`).join(', ');
  const source = `(select ${values} from ${csvSource(table, content, 'store_rejects = true')})`;
  const name = quoteName(table.name);
  await connection.run(`create or replace table ${name} as select ${select.join(', ')} from ${source}`);
  const rejected = await rejectedRows(connection, table, described.length);
  const found = checked
    ? await connection.runAndReadAll(`select count(*) from ${name} where ${quoteName(faultColumn)}`)
    : undefined;
  if (checked) await connection.run(`alter table ${name} drop column ${quoteName(faultColumn)}`);
  const columns = usable.map((index) => raw[index]!.column);
  return { raw, usable, columns, rejected, faults: found ? Number(found.value(0, 0)) : 0 };
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
