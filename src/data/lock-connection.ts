import type { DuckDBConnection } from '@duckdb/node-api';
import type { SourceTable } from '../base/source-table.ts';
import { quoteText } from './sql-names.ts';

/**
 * From here on SQL reaches no file but the Parquet files of the report, no network, no extension and no setting.
 * A view on Parquet survives only when its file is listed before outside access goes.
 */
export async function lockConnection(
  connection: DuckDBConnection,
  tables: readonly SourceTable[],
): Promise<void> {
  const parquet = tables.filter((table) => table.content.kind === 'engine');
  await connection.run(
    `set allowed_paths = [${parquet.map((table) => quoteText(table.absolute)).join(', ')}]`,
  );
  await connection.run('set autoinstall_known_extensions = false');
  await connection.run('set autoload_known_extensions = false');
  await connection.run('set enable_external_access = false');
  await connection.run('set lock_configuration = true');
}
