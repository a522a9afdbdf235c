import type { Place } from './place.ts';
import type { Problem } from './problem.ts';

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
  /** Holds personal data: kept out of samples and downloads. */
  personal?: boolean;
}

/** A table a team hands in: read into rows with positions, or left to the engine when large. */
export interface SourceTable {
  /** Name in SQL and in tags: the file's stem (`ad_spend`), or the sheet's. */
  name: string;
  title: string;
  /** From the course root. */
  file: string;
  /** Where the data are from, as tables.yaml says. */
  source?: string;
  /** On this machine; never reaches the output. */
  absolute: string;
  sheet?: string;
  sha256: string;
  bytes: number;
  encoding?: string;
  /** Has a schema in `schema/tables/`. */
  known: boolean;
  columns: SourceColumn[];
  content: RowContent | EngineContent;
}

/** Rows as read; rows and columns count from 0, without the header. */
export interface RowContent {
  kind: 'rows';
  rows: Cell[][];
  placeOf: (row: number, column: number) => Place;
  /** What the file wrote in a cell, before it was read. */
  writtenOf?: (row: number, column: number) => Cell;
}

/** A large file, left to the engine; `columns` of the table are empty until it is opened. */
export interface EngineContent {
  kind: 'engine';
  format: 'csv' | 'parquet';
  /** How a CSV file is cut: the rest is its own. */
  csv?: {
    separator: string;
    headerLine: number;
    headers: string[];
    /** Of days that end with the year, as tables.yaml says. */
    dateOrder?: 'ymd' | 'mdy' | 'dmy';
  };
  /** What schema and tables.yaml say of the columns; `fixed`: the type is theirs, else the engine finds it. */
  describe: (headers: readonly string[]) => { columns: DescribedColumn[]; problems: Problem[] };
}

export interface DescribedColumn extends SourceColumn {
  fixed: boolean;
}
