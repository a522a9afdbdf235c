import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** Does the work in a DuckDB of its own, in memory; it is closed when the work has ended. */
export async function withDatabase<T>(
  options: Record<string, string>,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', options);
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
