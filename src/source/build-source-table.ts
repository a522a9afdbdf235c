import type { Language } from '../base/language.ts';
import type { Problem } from '../base/problem.ts';
import type { SourceTable } from '../base/source-table.ts';
import { createProblem } from '../problems/catalog.ts';
import type { SheetNotes } from '../schema/tables-file.ts';
import type { DataFile } from './data-files.ts';
import { matchKnownTable } from './match-known-table.ts';
import { withoutNonDataRows } from './rows/non-data-rows.ts';
import type { RawTable } from './rows/raw-table.ts';
import { buildTypedTable } from './rows/typed-table.ts';

export interface FileTables {
  tables: SourceTable[];
  problems: Problem[];
  /** Of a workbook, those that hold anything. */
  sheets?: string[];
}

/** How the files of a report are read. */
export interface ReadOptions {
  language: Language;
  /** Known tables that are there already, by name or by headers; the first of several keeps the name. */
  taken: Set<string>;
  /** Bytes from which on a CSV file is large. */
  large: number;
  /** Of a workbook, the only sheets to be read. */
  sheets?: readonly string[];
}

/** What the tables of a file, or of a sheet, have in common. */
export interface TableOrigin {
  file: DataFile;
  sha256: string;
  /** Name of the file or the sheet: that of its first table. */
  stem: string;
  encoding?: string;
  sheet?: string;
}

/** The tables of a file or a sheet with names and types. What tables.yaml says is said of the first. */
export function buildSourceTables(
  origin: TableOrigin,
  raw: readonly RawTable[],
  notes: SheetNotes,
  reading: ReadOptions,
): FileTables {
  const found = raw.map((one, at) =>
    at === 0
      ? buildSourceTable(origin, one, notes, reading)
      : buildSourceTable({ ...origin, stem: `${origin.stem}_${at + 1}` }, one, {}, reading),
  );
  const parts = found.map(({ tables }, at) => ({
    name: tables[0]?.name ?? '—',
    place: raw[at]?.headers[0]?.place,
  }));
  const second = parts[1]?.place;
  const told = second ? [createProblem('several-tables', second, { tables: parts })] : [];
  return {
    tables: found.flatMap((one) => one.tables),
    problems: [...told, ...found.flatMap((one) => one.problems)],
  };
}

function buildSourceTable(
  { file, sha256, stem, encoding, sheet }: TableOrigin,
  raw: RawTable,
  notes: SheetNotes,
  { language, taken }: ReadOptions,
): FileTables {
  const headers = raw.headers.map(({ text }) => text);
  const identity = matchKnownTable(stem, notes, language, { headers, taken });
  const { name, alias, known, schema, title } = identity;
  if (known) taken.add(name);
  const hasOtherRows = file.format === 'csv' || file.format === 'workbook';
  const context = { table: name, file: file.file, schema, notes, language };
  const told = identity.told(raw.headers[0]?.place ?? { file: file.file });
  const typed = buildTypedTable(hasOtherRows ? withoutNonDataRows(raw) : raw, context);
  const { columns, content } = typed;
  const problems = [...told, ...typed.problems];
  if (columns.length === 0) return { tables: [], problems };
  const { absolute, bytes } = file;
  const from = {
    file: file.file,
    absolute,
    sha256,
    bytes,
    ...(encoding && { encoding }),
    ...(sheet && { sheet }),
  };
  return { tables: [{ name, ...(alias && { alias }), title, ...from, known, columns, content }], problems };
}
