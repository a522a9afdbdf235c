import type { DuckDBConnection } from '@duckdb/node-api';
import type { Problem } from '../base/problem.ts';
import type { SourceColumn, SourceTable } from '../base/source-table.ts';
import { columnType } from './cells.ts';
import type { EngineTable } from './engine.ts';
import { quoteName, quoteText } from './names.ts';

/** A large file that the engine reads itself. */
export async function loadFile(
  connection: DuckDBConnection,
  table: SourceTable,
  format: 'csv' | 'parquet',
): Promise<{ table: EngineTable; problems: Problem[] }> {
  const name = quoteName(table.name);
  await connection.run(`create view ${name} as select * from read_parquet(${quoteText(table.absolute)})`);
  const described = await connection.runAndReadAll(`select * from ${name} limit 0`);
  const columns = described.columnNames().map(
    (header, i): SourceColumn => ({
      header,
      name: header,
      type: columnType(described.columnTypeId(i)),
      label: header,
      unit: '',
      description: '',
    }),
  );
  const counted = await connection.runAndReadAll(`select count(*) from ${name}`);
  const { content, ...rest } = table;
  return { table: { ...rest, columns, rows: Number(counted.value(0, 0)) }, problems: [] };
}
