/** Lines of a table as CSV, made by the engine: the same as `formatCsv` gives for its cells, many times faster. */
import { quoteSqlName, quoteSqlText } from '../base/quoting.ts';
import type { Cell, SourceColumn } from '../base/source-table.ts';
import type { Engine, EngineTable } from './engine.ts';
import { getSqlType } from './load-rows.ts';
import { findFixedOffset } from './time-zone.ts';

/** A cell as text, NULL where it is empty; `odd` where only `formatCsv` knows how it is written. */
interface CellSql {
  text: string;
  odd: string;
}

/** White space as JavaScript has it. */
const space =
  '\\t-\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}';
/** As `quoteCsvField`. */
const quoted = quoteSqlText(`[",\\r\\n]|^[${space}]|[${space}]$`);
/** With what everything begins that `guardCell` may change; a mark of byte order at the front of a cell is not read from the engine. */
const signed = quoteSqlText('^[=＝@＠\\t\\r\\n+＋\\-－\\x{feff}]');
const byteOrderMark = '\ufeff';

/** Bytes of a block, about. */
const blockBytes = 4 * 2 ** 20;
const firstBlock = 8192;
const mostRows = 131_072;

/** Lines of rows that follow each other; where one of them has an odd cell, the numbers of the first and of the one after the last. */
export type CsvBlock = { text: string } | { from: number; to: number };

/**
 * The lines of all rows in their order, without a header. Undefined where the engine cannot write them: it reads the
 * table from a file of its own, or the clock of the report's zone changes.
 */
export async function openCsvLines(
  engine: Engine,
  table: EngineTable,
  columns: readonly SourceColumn[],
): Promise<AsyncIterable<CsvBlock> | undefined> {
  const own = `select count(*) from duckdb_tables() where table_name = ${quoteSqlText(table.name)}`;
  // Named as a table, it is put into the engine.
  const named = `from (select count(*) from ${quoteSqlName(table.name)})`;
  const [zone, isOwn] = await readRow(engine, `select current_setting('TimeZone'), (${own}) = 1 ${named}`);
  if (isOwn !== true || columns.length === 0) return undefined;
  const offset = findFixedOffset(String(zone));
  const cells = columns.map((column) => buildCell(column, table.known, offset));
  return cells.every((cell) => cell !== undefined) ? readBlocks(engine, table, cells) : undefined;
}

async function* readBlocks(
  engine: Engine,
  { name, rows }: EngineTable,
  cells: readonly CellSql[],
): AsyncGenerator<CsvBlock> {
  const line = cells.map(({ text }) => `coalesce(${text}, '')`).join(` || ',' || `);
  // A row without a cell is odd in no way.
  const odd = cells.map((cell) => `coalesce(${cell.odd}, false)`).join(' or ');
  const select = `select count(*), string_agg(${line} || chr(10), ''), bool_or(${odd}) from ${quoteSqlName(name)}`;
  let size = firstBlock;
  for (let from = 0; from < rows; ) {
    const to = Math.min(rows, from + size);
    const [count, text, isOdd] = await readRow(engine, `${select} where ${limitRows(from, to)}`);
    if (count !== to - from) throw new Error(`${name}: ${count} of ${to - from} rows from ${from} on`);
    yield isOdd === true ? { from, to } : { text: String(text) };
    const fitting = Math.round((blockBytes * (to - from)) / String(text).length);
    size = Math.max(1, Math.min(mostRows, fitting));
    from = to;
  }
}

/** SQL of rows by their numbers in the table. */
export const limitRows = (from: number, to: number): string => `rowid >= ${from} and rowid < ${to}`;

async function readRow(engine: Engine, sql: string): Promise<readonly Cell[]> {
  let found: readonly Cell[] = [];
  await engine.stream(sql, ([row = []]) => {
    found = row;
  });
  return found;
}

function buildCell(column: SourceColumn, known: boolean, offset: number | undefined): CellSql | undefined {
  const value = quoteSqlName(column.name);
  const type = getSqlType(column, known);
  switch (column.type) {
    case 'text':
      return { text: quoteField(value), odd: buildSigned(value) };
    case 'boolean':
      return { text: `${value}::varchar`, odd: 'false' };
    case 'integer':
      return { text: `${value}::varchar`, odd: `abs(${value}) > ${Number.MAX_SAFE_INTEGER}` };
    case 'number':
      return type === 'double' ? buildDouble(value) : buildDecimal(value);
    case 'date':
      return {
        text: `${value}::varchar`,
        odd: `not ${value} between date '0001-01-01' and date '9999-12-31'`,
      };
    case 'timestamp':
      return offset === undefined ? undefined : buildInstant(value, offset);
  }
}

/** Most texts begin with a letter, and need no pattern. */
const buildSigned = (value: string): string =>
  `case when ${value} < 'A' or ${value} >= '${byteOrderMark}' then regexp_matches(${value}, ${signed}) else false end`;

const quoteField = (value: string): string =>
  `case when regexp_matches(${value}, ${quoted}) then '"' || replace(${value}, '"', '""') || '"' else ${value} end`;

/** Beyond these sizes JavaScript and the engine write exponents at different ones. */
function buildDouble(value: string): CellSql {
  const isWhole = `${value} = trunc(${value})`;
  return {
    text: `case when ${isWhole} and abs(${value}) <= 1e15 then ${value}::bigint::varchar else ${value}::varchar end`,
    odd: `${value} <> 0 and not abs(${value}) between 1e-4 and 1e15`,
  };
}

/** Fifteen digits are those of the number that JavaScript has for it. */
function buildDecimal(value: string): CellSql {
  return {
    text: `rtrim(rtrim(${value}::varchar, '0'), '.')`,
    odd: `abs(${value}) >= 100000000000`,
  };
}

/** A local time and how far it is ahead of UTC, `offset` minutes. */
function buildInstant(value: string, offset: number): CellSql {
  const local = `make_timestamp(epoch_us(${value}) + ${offset * 60_000_000})`;
  const whole = `strftime(${local}, '%Y-%m-%dT%H:%M:%S')`;
  const exact = `replace(${local}::varchar, ' ', 'T')`;
  const sign = offset < 0 ? '-' : '+';
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const ahead = `${sign}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
  return {
    text: `case when epoch_us(${value}) % 1000000 = 0 then ${whole} else ${exact} end || '${ahead}'`,
    odd: `not ${value} between timestamptz '1992-01-02 00:00:00+00' and timestamptz '2099-12-30 00:00:00+00'`,
  };
}
