import type { Cell, SourceColumn, SourceTable } from '../base/source-table.ts';

/** Rows of a query, values as plain JSON (dates and times as ISO texts in the report's zone, DECIMAL and BIGINT as numbers). */
export interface Result {
  columns: { name: string; type: SourceColumn['type'] }[];
  rows: Record<string, Cell>[];
}

export interface EngineTable extends Omit<SourceTable, 'content'> {
  /** Rows in the table. */
  rows: number;
}

/** A report's tables in DuckDB, locked down: no file, network, extension or setting can be reached by SQL. */
export interface Engine {
  tables: EngineTable[];
  /** Runs one SELECT. Throws QueryError with DuckDB's message when refused, wrong or over time or memory. */
  query(sql: string): Promise<Result>;
  close(): void;
}

export class QueryError extends Error {}
