import type { EngineTable } from '../data/engine.ts';
import { tablesIn } from './lineage.ts';
import type { NamedQuery } from './values.ts';

/** Tables that settle makes by itself, and what it makes them of. */
const made: [string, string[]][] = [['reconciliation', ['recon']]];

/** The tables handed in that each named query reads. */
export function readsOf(
  queries: Record<string, NamedQuery>,
  tables: readonly EngineTable[],
): Map<string, string[]> {
  const reads = Object.entries(queries).map(([name, { sql }]): [string, string[]] => [
    name,
    tablesIn(sql, tables).map((table) => table.name),
  ]);
  return new Map([...made, ...reads]);
}
