import type { DuckDBConnection } from '@duckdb/node-api';
import type { Problem } from '../base/problem.ts';
import { quoteSqlName, quoteSqlText } from '../base/quoting.ts';
import type {
  CsvScan,
  DescribedColumn,
  PlainCsv,
  SourceColumn,
  SourceTable,
  StreamContent,
  TimeDigits,
} from '../base/source-table.ts';
import { findKnownTable } from '../schema/tables/known-tables.ts';
import { buildLimitConditions } from './check-columns.ts';
import { buildContradictions } from './check-relations.ts';
import type { EngineTable } from './engine.ts';
import { getSqlType, loadRows } from './load-rows.ts';
import { findsLikeness } from './text-likeness.ts';
import { findFixedOffset } from './time-zone.ts';

/** A large text: by the engine's own reader where that is sure to read it as we do, else row by row. */
export async function loadStream(
  connection: DuckDBConnection,
  table: SourceTable,
  content: StreamContent,
): Promise<{ table: EngineTable | undefined; problems: Problem[] }> {
  const { content: _, ...rest } = table;
  const { plain } = content;
  // The bytes are gone over here while the engine reads them on a thread of its own.
  const scanned = content.scan();
  const loaded = plain && (await loadPlainCsv(connection, table, plain, scanned));
  if (plain && loaded) {
    const { sha256 } = await scanned;
    return { table: { ...rest, ...loaded, sha256 }, problems: plain.problems };
  }
  const { columns, blocks, problems } = await content.open();
  const { sha256 } = await scanned;
  if (columns.length === 0) return { table: undefined, problems: problems() };
  const rows = await loadRows(connection, { ...table, columns }, blocks);
  return { table: { ...rest, columns, rows, sha256 }, problems: problems() };
}

/**
 * Makes a table of a large CSV file by the engine's own reader, at its pace, when every row is cut and every cell is
 * written in the plainest way. Gives undefined where one is not: such a file is read as a small one is.
 */
async function loadPlainCsv(
  connection: DuckDBConnection,
  table: SourceTable,
  plain: PlainCsv,
  scanned: Promise<CsvScan>,
): Promise<{ columns: SourceColumn[]; rows: number } | undefined> {
  const isRead = await createTable(connection, table, plain, false);
  const scan = await scanned;
  const { rows } = scan;
  const isMade =
    rows !== undefined && (scan.isLoose ? await createTable(connection, table, plain, true) : isRead);
  if (isMade && (await hasSoundRows(connection, table, plain.columns, scan)))
    return { columns: plain.columns.map(({ fixed: _, digits: __, ...column }) => column), rows };
  await connection.run(`drop table if exists ${quoteSqlName(table.name)}`);
  return undefined;
}

/** What the engine reads at a time: more falls out of the processor's cache; a line of 2 MiB, its longest, must fit. */
const bufferBytes = 8 * 2 ** 20;

/** Whether the engine could read the file; `loose`: with cells that are empty by what they say or stand between blanks. */
async function createTable(
  connection: DuckDBConnection,
  table: SourceTable,
  { separator, columns }: PlainCsv,
  loose: boolean,
): Promise<boolean> {
  const zone = await connection.runAndReadAll("select current_setting('TimeZone')");
  const offset = findFixedOffset(String(zone.value(0, 0)));
  const cells = columns.map((column, at) =>
    buildPlainCell(
      { name: `c${at}`, type: getSqlType(column, table.known), loose, digits: column.digits },
      offset,
    ),
  );
  const types = cells.map(({ type }, at) => `c${at}: ${quoteSqlText(type)}`).join(', ');
  const file =
    `read_csv(${quoteSqlText(table.absolute)}, auto_detect = false, header = true, delim = ${quoteSqlText(separator)}, ` +
    `quote = '"', escape = '"', nullstr = '', buffer_size = ${bufferBytes}, columns = {${types}})`;
  const values = cells.map(({ value }, at) => `${value} as ${quoteSqlName(columns[at]!.name)}`);
  const sql = `create or replace table ${quoteSqlName(table.name)} as select ${values.join(', ')} from ${file}`;
  return connection.run(sql).then(
    () => true,
    // Whatever it is, the other reader meets it too and tells it better.
    () => false,
  );
}

/** What shows in the rows only: as many as there are lines, none empty, none that the schema refuses. */
async function hasSoundRows(
  connection: DuckDBConnection,
  table: SourceTable,
  columns: readonly DescribedColumn[],
  { rows, likeNumbers }: CsvScan,
): Promise<boolean> {
  const schema = table.known ? findKnownTable(table.name)?.schema : undefined;
  const known = columns.flatMap(({ name }) => {
    const own = schema?.columns[name];
    return own ? [{ schema: own, name: quoteSqlName(name) }] : [];
  });
  const unsound = [
    ...known.flatMap((one) => buildLimitConditions(one.schema, one.name)),
    ...buildContradictions(table, columns),
  ];
  // A row with a cell that must be filled is not empty.
  if (!known.some((one) => one.schema.required))
    unsound.push(columns.map(({ name }) => `${quoteSqlName(name)} is null`).join(' and '));
  // Each for itself, so that the engine passes over rows whose lowest and highest values say that none is meant.
  const counts = ['true', ...unsound].map(
    (condition) => `(select count(*) from ${quoteSqlName(table.name)} where ${condition})`,
  );
  const found = await connection.runAndReadAll(`select ${counts.join(', ')}`);
  const [count, ...bad] = (found.getRows()[0] ?? []).map(Number);
  if (count !== rows || bad.some((one) => one > 0)) return false;
  const suspects = likeNumbers.map((at) => quoteSqlName(columns[at]!.name));
  return !(await findsLikeness(connection, table, suspects));
}

/** A column of a CSV file as the engine's reader takes it, and the SQL of its value. */
interface PlainCellSql {
  type: string;
  value: string;
}

interface PlainCellColumn {
  /** In the file's table. */
  name: string;
  /** As it stays in the engine. */
  type: string;
  /** Whether cells may be empty by what they say, as `—` among numbers, or stand between blanks. */
  loose: boolean;
  digits: TimeDigits | undefined;
}

/**
 * How the engine reads a column of which every cell is written in the plainest way, or empty by what it says. `offset`:
 * minutes that local times are ahead of UTC since 1992; undefined where that changes.
 */
function buildPlainCell(
  { name, type, loose, digits }: PlainCellColumn,
  offset: number | undefined,
): PlainCellSql {
  if (type === 'varchar') return { type, value: loose ? buildTrimmedText(name) : name };
  const own = digits ? 'bigint' : type === 'timestamptz' ? 'timestamp' : type;
  // The engine takes a minus alone for 0.
  const value = loose ? `(case when regexp_matches(${name}, '[0-9A-Za-z]') then ${name}::${own} end)` : name;
  if (digits) return { type: loose ? 'varchar' : own, value: `${buildTimeOfDigits(value, digits)}::${type}` };
  return {
    type: loose ? 'varchar' : own,
    value: type === 'timestamptz' ? buildTimestamp(value, offset) : value,
  };
}

function buildTimeOfDigits(value: string, digits: TimeDigits): string {
  if (digits === 'epoch-seconds') return `make_timestamptz(${value} * 1000000)`;
  if (digits === 'epoch-milliseconds') return `make_timestamptz(${value} * 1000)`;
  return `make_date(${value} // 10000, ${value} // 100 % 100, ${value} % 100)`;
}

/** A text without the blanks around it. White space sorts before every sign, so that the pattern is seldom asked. */
function buildTrimmedText(text: string): string {
  return `case when ${text} < '!' and regexp_full_match(${text}, '[\\s\\v]*') then null else trim(${text}, ' \t') end`;
}

/** A calendar of the zone is slow; where it keeps one offset, a subtraction does. */
function buildTimestamp(local: string, offset: number | undefined): string {
  if (offset === undefined) return `${local}::timestamptz`;
  const steady = `${local} >= timestamp '1992-01-01' and ${local} < timestamp '2037-01-01'`;
  const shifted = `make_timestamptz(epoch_us(${local}) - ${offset * 60_000_000})`;
  return `case when ${steady} then ${shifted} else ${local}::timestamptz end`;
}
