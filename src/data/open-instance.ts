import { DuckDBInstance } from '@duckdb/node-api';

/** As DuckDB takes it, where nothing else is asked for. */
export const usualMemory = '1GB';

/**
 * A database in memory that fetches nothing. One thread: with more, sums of fractions, `first()` and the order of rows
 * differ from run to run. `spill`: folder for what does not fit into memory.
 */
export function openInstance(spill: string, memory = usualMemory): Promise<DuckDBInstance> {
  return DuckDBInstance.create(':memory:', {
    threads: '1',
    memory_limit: memory,
    temp_directory: spill,
    max_temp_directory_size: '8GB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
}
