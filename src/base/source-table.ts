import type { Place } from './place.ts';
import type { Problem } from './problem.ts';
import type { ColumnDisplay } from './registry/column-display.ts';

/** What a cell can hold once read. Dates and times are ISO 8601 texts. */
export type Cell = string | number | boolean | null;

export type ColumnType = 'text' | 'number' | 'integer' | 'boolean' | 'date' | 'timestamp';

/** Whether the values of a column stand on a calendar. */
export function isTimeType(type: ColumnType): type is 'date' | 'timestamp' {
  return type === 'date' || type === 'timestamp';
}

export interface SourceColumn {
  /** As the file writes it. */
  header: string;
  /** The name in SQL: that of the known schema, else the header. */
  name: string;
  type: ColumnType;
  label: string;
  unit: string;
  description: string;
  /** Its empty cells count as 0, as tables.yaml says. */
  blank?: 'zero';
  /** Holds personal data: kept out of samples and downloads. */
  personal?: boolean;
  /** `table.column` whose rows it names. */
  references?: string;
  /** How tables.yaml wants its members shown. */
  display?: ColumnDisplay;
}

/** A table a team hands in: read into rows with positions; a large one is read when it is loaded. */
export interface SourceTable {
  /** Name in SQL and in tags: the file's stem (`ad_spend`), or the sheet's. */
  name: string;
  /** What its file is called, where the table was recognised as a known one: SQL and metrics may use both. */
  alias?: string;
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
  /** A team's own that is written whenever something happens, or as a whole on the days of a column, as tables.yaml says. */
  log?: true;
  snapshot?: string;
  columns: SourceColumn[];
  content: RowContent | StreamContent | EngineContent;
}

/** The rows of a file that was read as a whole. */
export interface RowContent {
  kind: 'rows';
  rows: Cell[][];
  /** Rows and columns count from 0, without the header. */
  getPlace: (row: number, column: number) => Place;
  /** What the file wrote in a cell, before it was read. */
  getWrittenCell?: (row: number, column: number) => Cell;
}

/** A large text of rows, read when it is loaded; `columns` and `sha256` of the table are empty until then. */
export interface StreamContent {
  kind: 'stream';
  /** How the engine may read the file itself, as long as no cell or row is unlike the first ones. */
  plain?: PlainCsv;
  /** Reads the file as a small one is read, block by block. */
  open: () => Promise<StreamedRows>;
  scan: () => Promise<CsvScan>;
}

/** A file whose first rows are plain: the names in its first line, in UTF-8, no row that is no data. */
export interface PlainCsv {
  separator: string;
  /** All columns of the file; types of those without schema are what the first rows say. */
  columns: DescribedColumn[];
  /** What the names are told for. */
  problems: Problem[];
}

/** What the bytes of a CSV file say. */
export interface CsvScan {
  sha256: string;
  /** Of a plain file the rows of data, when the engine is sure to read all as we do and none is a total; else undefined. */
  rows: number | undefined;
  /** Whether cells are empty by what they say (`—` among numbers), or texts stand between blanks. */
  isLoose: boolean;
  /** Columns of texts, whose type nothing but their cells says, that a closer look might find to be numbers or days. */
  likeNumbers: readonly number[];
}

/** Rows as their columns take them. */
export interface StreamedRows {
  columns: SourceColumn[];
  /** To be gone through once. */
  blocks: AsyncIterable<Cell[][]>;
  /** What is told of the file, after its last block. */
  problems: () => Problem[];
}

/** A Parquet file, left to the engine; `columns` of the table are empty until it is opened. */
export interface EngineContent {
  kind: 'engine';
  /** Cells that the file says it has. */
  values: number;
  /** What schema and tables.yaml say of the columns. */
  describe: (headers: readonly string[]) => { columns: DescribedColumn[]; problems: Problem[] };
}

/** A day or an instant written in digits alone. */
export type TimeDigits = 'day-digits' | 'epoch-seconds' | 'epoch-milliseconds';

/** `fixed`: the type is that of schema or tables.yaml, else the cells say it. */
export interface DescribedColumn extends SourceColumn {
  fixed: boolean;
  /** Of a CSV file: how the first rows write a day or an instant, when in digits. */
  digits?: TimeDigits;
}
