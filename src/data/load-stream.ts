import type { DuckDBConnection } from '@duckdb/node-api';
import type { Problem } from '../base/problem.ts';
import type { SourceTable, StreamContent } from '../base/source-table.ts';
import type { EngineTable } from './engine.ts';
import { loadPlainCsv } from './load-plain-csv.ts';
import { loadRows } from './load-rows.ts';

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
