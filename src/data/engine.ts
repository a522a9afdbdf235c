import type { Spending } from '../base/limits/spending.ts';
import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { Cell, SourceColumn, SourceTable } from '../base/source-table.ts';

/** Rows of a query, values as plain JSON (dates and times as ISO texts in the report's zone, DECIMAL and BIGINT as numbers). */
export interface QueryResult {
  columns: readonly ResultColumn[];
  rows: readonly Readonly<Record<string, Cell>>[];
}

export interface ResultColumn {
  name: string;
  type: SourceColumn['type'];
  /** Where it is known what a column counts in. */
  unit?: string;
}

export interface EngineTable extends Omit<SourceTable, 'content'> {
  /** Rows in the table. */
  rows: number;
}

/** What makes a table the same as another: its file, and how that was read. */
export function describeTable({ absolute: _, ...table }: EngineTable): string {
  return JSON.stringify(table);
}

export interface QueryOptions {
  /** Written by this program, with names and texts quoted: it need not be asked whether it is allowed. */
  isOwn?: boolean;
  /** Others may ask of the same rows at the same time: one pass may answer all. */
  isShared?: boolean;
  /** Who pays for it, else whom the engine was opened for. */
  spending?: Spending | undefined;
}

/** A report's tables in DuckDB, locked down: no file, network, extension or setting can be reached by SQL. */
export interface Engine {
  /** In order of name. */
  tables: EngineTable[];
  /** The table called `name`, in any of its spellings: `online-retail`, `online_retail`, `Online_Retail`. */
  table(name: string): EngineTable | undefined;
  /**
   * Runs one SELECT of at most 100 000 rows. Throws QueryError when refused, wrong or over time or memory, SpentError
   * where its report has no time left.
   */
  query(sql: string, options?: QueryOptions): Promise<QueryResult>;
  /** Runs one SELECT of our own, of any length, and hands over its rows in blocks, in order. */
  stream(sql: string, take: (rows: Cell[][]) => void | Promise<void>): Promise<void>;
  close(): void;
}

/** Why a query gave no result. `message` is the Chinese text; `at` makes the problem for the place of the SQL. */
export class QueryError extends Error {
  readonly at: (place: Place) => Problem;

  constructor(at: (place: Place) => Problem) {
    super(at({ file: '' }).what.zh);
    this.name = 'QueryError';
    this.at = at;
  }
}
