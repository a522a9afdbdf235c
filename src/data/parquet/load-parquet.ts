import type { DuckDBConnection } from '@duckdb/node-api';
import type { Problem } from '../../base/problem.ts';
import { quoteSqlName, quoteSqlText } from '../../base/quoting.ts';
import type { EngineContent, SourceColumn, SourceTable } from '../../base/source-table.ts';
import { checkColumns, type RawColumn } from '../check-columns.ts';
import { checkRelations } from '../check-relations.ts';
import { toColumnType } from '../duckdb-values.ts';
import type { EngineTable } from '../engine.ts';
import { getSqlType } from '../load-rows.ts';

/** A file that the engine reads itself, and that stays where it is: Parquet. */
export async function loadParquet(
  connection: DuckDBConnection,
  table: SourceTable,
  content: EngineContent,
): Promise<{ table: EngineTable; problems: Problem[] }> {
  const { columns, problems } = await createParquetView(connection, table, content);
  const counted = await connection.runAndReadAll(`select count(*) from ${quoteSqlName(table.name)}`);
  const relations = await checkRelations(connection, table, columns);
  const { content: _, ...rest } = table;
  return {
    table: { ...rest, columns, rows: Number(counted.value(0, 0)) },
    problems: [...problems, ...relations],
  };
}

/** Columns of known tables take the types of the schema; others keep those of the file. */
async function createParquetView(
  connection: DuckDBConnection,
  table: SourceTable,
  content: EngineContent,
): Promise<{ columns: SourceColumn[]; problems: Problem[] }> {
  const source = `read_parquet(${quoteSqlText(table.absolute)})`;
  const found = await connection.runAndReadAll(`select * from ${source} limit 0`);
  const { columns: described, problems } = content.describe(found.columnNames());
  const raw = described.map(({ fixed, ...column }, index): RawColumn => {
    const value = quoteSqlName(found.columnName(index));
    if (!fixed)
      return { column: { ...column, type: toColumnType(found.columnTypeId(index)) }, raw: value, value };
    return { column, raw: value, value: `try_cast(${value} as ${getSqlType(column, table.known)})` };
  });
  const select = raw.map(({ value, column }) => `${value} as ${quoteSqlName(column.name)}`);
  await connection.run(
    `create view ${quoteSqlName(table.name)} as select ${select.join(', ')} from ${source}`,
  );
  const cells = await checkColumns(
    connection,
    table,
    source,
    raw.filter((_, index) => described[index]!.fixed),
  );
  return { columns: raw.map(({ column }) => column), problems: [...problems, ...cells] };
}
