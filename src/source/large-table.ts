import type { Language } from '../base/language.ts';
import { isMoneyColumn } from '../base/money-column.ts';
import type { Problem } from '../base/problem.ts';
import {
  isTimeType,
  type PlainCsv,
  type SourceColumn,
  type SourceTable,
  type StreamContent,
  type TimeDigits,
} from '../base/source-table.ts';
import { hashFile } from '../files/folder-files.ts';
import type { TableSchema } from '../schema/tables/table-schema.ts';
import { type FileNotes, getGivenNames, type SheetNotes } from '../schema/tables-file.ts';
import { findColumnNote } from './cells/column-headers.ts';
import { isMissingWord } from './cells/missing-words.ts';
import { isMissingMark } from './cells/number-formats.ts';
import { readCsvHead } from './csv/csv-stream.ts';
import { buildRawTable, findFirstRow, splitCsv } from './csv/csv-table.ts';
import { readCsvTop } from './csv/csv-top.ts';
import { type LargeCsv, openLargeCsv } from './csv/large-csv.ts';
import { scanCsv } from './csv/scan-csv.ts';
import type { PlainColumnForm } from './csv/scanned-columns.ts';
import { type DataFile, hasGlobSigns } from './data-files.ts';
import { getFileStem, matchKnownTable } from './match-known-table.ts';
import { withoutNonDataRows } from './rows/non-data-rows.ts';
import type { RawTable } from './rows/raw-table.ts';
import { buildTypedTable } from './rows/typed-table.ts';

/** A large CSV file: its names and first rows are read here, the rest when it is loaded. Throws EncodingError. */
export async function readLargeTable(
  file: DataFile,
  encoding: string,
  notes: FileNotes,
  { language, taken }: { language: Language; taken: Set<string> },
): Promise<{ tables: SourceTable[]; problems: Problem[] }> {
  const { absolute, bytes } = file;
  const head = await readCsvHead({ absolute, file: file.file, encoding }, notes);
  const naming = { ...notes, names: getGivenNames(notes) };
  const [csv] = splitCsv(head.csv, naming);
  const raw = buildRawTable(csv, head.breaksOff, naming);
  const headers = raw.headers.map(({ text }) => text);
  const identity = matchKnownTable(getFileStem(file.name), notes, language, { headers, taken });
  const { name, alias, known, schema, title } = identity;
  if (known) taken.add(name);
  const context = { table: name, file: file.file, schema, notes, language };
  const data = withoutNonDataRows(raw);
  const first = buildTypedTable(data, context);
  if (first.columns.length === 0) return { tables: [], problems: first.problems };
  const top = readCsvTop(csv, naming);
  const large: LargeCsv = {
    source: { absolute, file: file.file, encoding, separator: head.separator },
    headers: raw.headers,
    above: top.data,
    top: findFirstRow(csv, naming),
    surplus: top.surplus,
    problems: top.problems,
    context,
  };
  const plain = isPlainCsv(large, data, first) ? buildPlainCsv(large, data, first) : undefined;
  const content: StreamContent = {
    kind: 'stream',
    ...(plain && { plain }),
    open: () => openLargeCsv(large),
    scan: async () => {
      if (plain) return scanCsv(absolute, head.separator, listColumnForms(plain, known, schema));
      return { sha256: await hashFile(absolute), rows: undefined, isLoose: false, likeNumbers: [] };
    },
  };
  const from = { file: file.file, absolute, sha256: '', bytes, encoding };
  const told = identity.told(raw.headers[0]?.place ?? { file: file.file });
  return {
    tables: [{ name, ...(alias && { alias }), title, ...from, known, columns: [], content }],
    problems: told,
  };
}

function isMissingCell(cell: string): boolean {
  return isMissingMark(cell) || isMissingWord(cell);
}

type FirstRows = ReturnType<typeof buildTypedTable>;

/** Problems of names, which do not depend on the rows. */
const headerProblemIds = new Set(['missing-column', 'missing-columns', 'near-column', 'renamed-column']);

/** Whether the engine may try the file itself: by its first rows every line below the first is data, and none is empty. */
function isPlainCsv(
  { source, headers, above, surplus, problems, context }: LargeCsv,
  raw: RawTable,
  first: FirstRows,
): boolean {
  const { schema, notes } = context;
  const isFilled = (column: number) =>
    raw.rows.some((row) => row[column] !== null && !isMissingCell(String(row[column])));
  return (
    /^utf-?8$/i.test(source.encoding) &&
    // The engine would take such a path for a pattern.
    !hasGlobSigns(source.absolute) &&
    source.separator !== ' ' &&
    source.separator < '\x80' &&
    headers.length > 1 &&
    above === 1 &&
    surplus === 0 &&
    problems.length === 0 &&
    headers[0]!.place.line === 1 &&
    raw.units === undefined &&
    first.columns.length === headers.length &&
    first.problems.every(({ id }) => headerProblemIds.has(id)) &&
    first.columns.every((column, at) => hasFixedType(column, schema, notes) || isFilled(at))
  );
}

function buildPlainCsv(
  { source, context }: LargeCsv,
  raw: RawTable,
  { columns, problems }: FirstRows,
): PlainCsv {
  const { schema, notes } = context;
  return {
    separator: source.separator,
    columns: columns.map((column, at) => {
      const digits = isTimeType(column.type) ? findTimeDigits(raw, at) : undefined;
      return { ...column, fixed: hasFixedType(column, schema, notes), ...(digits && { digits }) };
    }),
    problems,
  };
}

const timeDigits: Readonly<Record<number, TimeDigits>> = {
  8: 'day-digits',
  10: 'epoch-seconds',
  13: 'epoch-milliseconds',
};

/** How the first filled cell of a column writes a time in digits; whether all do is seen when the file is gone over. */
function findTimeDigits(raw: RawTable, column: number): TimeDigits | undefined {
  const cell = raw.rows.find((row) => row[column] !== null)?.[column];
  return typeof cell === 'string' && /^\d+$/.test(cell) ? timeDigits[cell.length] : undefined;
}

function listColumnForms(
  { columns }: PlainCsv,
  known: boolean,
  schema: TableSchema | undefined,
): PlainColumnForm[] {
  return columns.map((column, at) => ({
    form: isMoneyColumn(column, known) ? 'money' : (column.digits ?? column.type),
    required: schema?.columns[column.name]?.required ?? false,
    isFree: !column.fixed,
    ...(at === 0 && { name: column.header }),
  }));
}

/** Whether schema or tables.yaml say what a column is, and not its cells. */
function hasFixedType(column: SourceColumn, schema: TableSchema | undefined, notes: SheetNotes): boolean {
  return schema?.columns[column.name] !== undefined || findColumnNote(notes, column, 'type') !== undefined;
}
