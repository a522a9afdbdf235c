import type { EngineTable } from '../../data/engine.ts';
import { findSqlTables } from '../lineage.ts';
import type { NamedQuery } from '../values/build-values.ts';

/** Tables that settle makes by itself, and what it makes them of. */
const derivedTables: [string, string[]][] = [['reconciliation', ['recon']]];

/** The tables handed in that each named query reads. */
export function listQueryTables(
  queries: Record<string, NamedQuery>,
  tables: readonly EngineTable[],
): Map<string, string[]> {
  const reads = Object.entries(queries).map(([name, { sql }]): [string, string[]] => [
    name,
    findSqlTables(sql, tables).map((table) => table.name),
  ]);
  return new Map([...derivedTables, ...reads]);
}
