import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  type DuckDBValue,
  VARCHAR,
} from '@duckdb/node-api';
import { isMoneyColumn } from '../base/money-column.ts';
import { quoteSqlName } from '../base/quoting.ts';
import type { Cell, ColumnType, SourceColumn, SourceTable } from '../base/source-table.ts';

/** Types while rows are handed over; dates and times travel as text and become what they are in the engine's zone. */
const appenderTypes: Record<ColumnType, DuckDBType> = {
  text: VARCHAR,
  number: DOUBLE,
  integer: BIGINT,
  boolean: BOOLEAN,
  date: VARCHAR,
  timestamp: VARCHAR,
};

/** Rows a chunk can hold. */
const chunkRows = 2048;

/** Makes a table of rows that were read with positions, and counts them. */
export async function loadRows(
  connection: DuckDBConnection,
  table: SourceTable,
  blocks: Iterable<Cell[][]> | AsyncIterable<Cell[][]>,
): Promise<number> {
  const stage = quoteSqlName(`${table.name} stage`);
  const types = table.columns.map((column) => appenderTypes[column.type]);
  const columns = table.columns.map((column, i) => `${quoteSqlName(column.name)} ${types[i]}`);
  await connection.run(`create or replace table ${stage} (${columns.join(', ')})`);
  const appender = await connection.createAppender(`${table.name} stage`);
  let count = 0;
  for await (const rows of blocks) {
    count += rows.length;
    for (let first = 0; first < rows.length; first += chunkRows) {
      const block = rows.slice(first, first + chunkRows);
      const chunk = DuckDBDataChunk.create(types, block.length);
      table.columns.forEach((column, i) => {
        chunk.setColumnValues(
          i,
          block.map((row) => toAppenderValue(row[i] ?? null, column.type)),
        );
      });
      appender.appendDataChunk(chunk);
    }
  }
  appender.closeSync();
  const cast = table.columns.map((column) => buildColumnCast(column, table.known, quoteSqlName(column.name)));
  await connection.run(
    `create or replace table ${quoteSqlName(table.name)} as select ${cast.join(', ')} from ${stage}`,
  );
  await connection.run(`drop table ${stage}`);
  return count;
}

function toAppenderValue(cell: Cell, type: ColumnType): DuckDBValue {
  return type === 'integer' && typeof cell === 'number' ? BigInt(cell) : cell;
}

/** A column as it stays in the engine. */
function buildColumnCast(column: SourceColumn, known: boolean, value: string): string {
  return `cast(${value} as ${getSqlType(column, known)}) as ${quoteSqlName(column.name)}`;
}

const sqlTypes: Record<ColumnType, string> = {
  text: 'varchar',
  number: 'double',
  integer: 'bigint',
  boolean: 'boolean',
  date: 'date',
  timestamp: 'timestamptz',
};

export function getSqlType(column: SourceColumn, known: boolean): string {
  return isMoneyColumn(column, known) ? 'decimal(18, 4)' : sqlTypes[column.type];
}
