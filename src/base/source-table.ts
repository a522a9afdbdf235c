import type { Place } from './place.ts';

/** What a cell can hold once read. Dates and times are ISO 8601 texts. */
export type Cell = string | number | boolean | null;

export type ColumnType = 'text' | 'number' | 'integer' | 'boolean' | 'date' | 'timestamp';

export interface SourceColumn {
  /** As the file writes it. */
  header: string;
  /** The name in SQL: that of the known schema, else the header. */
  name: string;
  type: ColumnType;
  label: string;
  unit: string;
  description: string;
}

/** A table a team hands in: read into rows with positions, or left to the engine when large. */
export interface SourceTable {
  /** Name in SQL and in tags: the file's stem (`ad_spend`), or the sheet's. */
  name: string;
  title: string;
  /** From the course root. */
  file: string;
  /** On this machine; never reaches the output. */
  absolute: string;
  sheet?: string;
  sha256: string;
  bytes: number;
  encoding?: string;
  /** Has a schema in `schema/tables/`. */
  known: boolean;
  columns: SourceColumn[];
  content:
    | { kind: 'rows'; rows: Cell[][]; placeOf: (row: number, column: number) => Place }
    /** Columns are only known once the engine has opened it. */
    | { kind: 'engine'; format: 'csv' | 'parquet' };
}
