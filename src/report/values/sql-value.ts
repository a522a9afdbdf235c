import { normaliseUnit } from '../../base/unit.ts';
import type { QueryResult } from '../../data/engine.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { SqlEntry } from '../../schema/metrics-file-schema.ts';
import { findSqlTables, listFiles } from '../lineage.ts';
import type { ComputedValue, ValueContext } from './computed-value.ts';
import type { NamedEntry } from './metrics-entries.ts';
import { ValueError } from './value-error.ts';

/** One SELECT that gives one number, in the unit declared (65.58 for 65.58 %). Throws Fault or QueryError. */
export async function evaluateSql(
  given: SqlEntry,
  { getPlace }: Pick<NamedEntry, 'getPlace'>,
  { engine }: ValueContext,
): Promise<ComputedValue> {
  const result = await engine.query(given.sql);
  const tables = findSqlTables(given.sql, engine.tables);
  const value = findSingleNumber(result);
  if (value === undefined) {
    const found = String(Object.values(result.rows[0] ?? {})[0] ?? '');
    const params = { rows: result.rows.length, columns: result.columns.length, found };
    throw new ValueError(createProblem('sql-not-one-number', getPlace('sql'), params));
  }
  return {
    value,
    unit: normaliseUnit(given.unit ?? ''),
    members: [],
    direction: given.direction ?? 'none',
    digits: given.digits,
    lineage: {
      kind: 'sql',
      formula: given.sql.trim(),
      sql: given.sql.trim(),
      inputs: [],
      tables: tables.map((table) => table.name),
      // What a query of an author's own leaves out cannot be known: these are the rows it could read.
      rows: tables.reduce((sum, table) => sum + table.rows, 0),
      files: listFiles(tables),
    },
  };
}

/** Null where the answer is NULL, undefined where it is not one number. */
function findSingleNumber({ columns, rows }: QueryResult): number | null | undefined {
  const [column] = columns;
  const [row] = rows;
  if (!column || !row || columns.length > 1 || rows.length > 1) return undefined;
  const cell = row[column.name] ?? null;
  if (cell === null) return null;
  // NaN and infinities come as null from the engine: a ratio without nullif is not available.
  return typeof cell === 'number' ? cell : undefined;
}
