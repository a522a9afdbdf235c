import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Language } from '../base/language.ts';
import type { Problem } from '../base/problem.ts';
import type { SourceTable } from '../base/source-table.ts';
import { hashContent } from '../files/folder-files.ts';
import { createProblem } from '../problems/catalog.ts';
import type { FileNotes, SheetNotes } from '../schema/tables-file.ts';
import { EncodingError, readTopBytes } from './csv/csv-stream.ts';
import { parseCsvTable } from './csv/csv-table.ts';
import type { DataFile } from './data-files.ts';
import { decodeFile, isEncoding, resolveEncoding } from './decode-text.ts';
import { parseGeojsonTable } from './json/geojson-table.ts';
import { parseJsonTable } from './json/json-table.ts';
import { parseNdjsonTable } from './json/ndjson-table.ts';
import { parseYamlTable } from './json/yaml-table.ts';
import { readLargeTable } from './large-table.ts';
import { getFileStem, matchKnownTable } from './match-known-table.ts';
import { buildParquetTable } from './parquet/parquet-table.ts';
import { withoutNonDataRows } from './rows/non-data-rows.ts';
import type { RawTable } from './rows/raw-table.ts';
import { buildTypedTable } from './rows/typed-table.ts';
import { sniffFormat } from './sniff-format.ts';
import { unpackBytes } from './unpack-bytes.ts';
import { checkSheetPart, SheetLimitError } from './workbook/sheet-limits.ts';
import { buildSheetTable, parseWorkbook } from './workbook/workbook.ts';
import { computeUnpackedSize, isIntactArchive } from './workbook/zip-directory.ts';

/** CSV files of more bytes are read when they are loaded, block by block. */
export const largeFileBytes = 5_000_000;
/** Other files are read as a whole. */
export const wholeFileLimit = 50_000_000;
/** What a packed file may unpack to. */
const unpackedLimit = 200_000_000;

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
}

/** The tables of one file; what cannot be read is a problem. Throws when the file cannot be opened. */
export async function readFileTables(
  file: DataFile,
  notes: FileNotes,
  reading: ReadOptions,
): Promise<FileTables> {
  const { language, large } = reading;
  if (file.format === 'parquet') return buildParquetTable(file, notes, language);
  if (file.bytes > large && file.format === 'csv' && !file.packing)
    return readLargeFile(file, notes, reading);
  if (file.bytes > wholeFileLimit) {
    const megabytes = Math.ceil(file.bytes / 1e6);
    return toRefusal(
      createProblem('large-file', { file: file.file }, { megabytes, limit: wholeFileLimit / 1e6 }),
    );
  }
  const packed = await readFile(file.absolute);
  const sha256 = hashContent(packed);
  const bytes = file.packing ? unpackBytes(packed, file.packing, unpackedLimit) : packed;
  if (typeof bytes === 'string') return toRefusal(createUnpackProblem(file, bytes));
  if (file.format === 'workbook') {
    try {
      return parseWorkbookTables(file, sha256, bytes, notes, reading);
    } catch (error) {
      if (!(error instanceof SheetLimitError)) throw error;
      return toRefusal(error.at({ file: file.file }));
    }
  }
  const otherFormat = sniffFormat(bytes);
  if (otherFormat) return toRefusal(createFormatProblem(file, otherFormat));
  const read = decodeFile(file.file, bytes, notes.encoding);
  if ('problem' in read) return toRefusal(read.problem);
  const raw = parseTextTable(file, read.text, notes);
  const found = buildSourceTable(file, sha256, getFileStem(file.name), raw, notes, reading);
  return { ...found, tables: found.tables.map((table) => ({ ...table, encoding: read.encoding })) };
}

function createUnpackProblem(file: DataFile, why: 'limit' | 'damaged'): Problem {
  const place = { file: file.file };
  return why === 'limit'
    ? createProblem('unpacked-size', place, { limit: unpackedLimit / 1e6 })
    : createProblem('damaged-archive', place, {});
}

function toRefusal(why: Problem): FileTables {
  return { tables: [], problems: [why] };
}

function createFormatProblem(
  file: DataFile,
  { kind, cure }: NonNullable<ReturnType<typeof sniffFormat>>,
): Problem {
  return createProblem('disguised-file', { file: file.file }, { kind, cure, extension: extname(file.name) });
}

/** A text that is not taken into memory as a whole: its top says what it is. */
async function readLargeFile(file: DataFile, notes: FileNotes, reading: ReadOptions): Promise<FileTables> {
  const top = await readTopBytes(file.absolute);
  const otherFormat = sniffFormat(top);
  if (otherFormat) return toRefusal(createFormatProblem(file, otherFormat));
  const encoding = notes.encoding ?? resolveEncoding(file.file, top, top.length === file.bytes);
  if (typeof encoding !== 'string') return toRefusal(encoding);
  if (!isEncoding(encoding)) return toRefusal(createProblem('not-utf8', { file: file.file }, { encoding }));
  try {
    return await readLargeTable(file, encoding, notes, reading);
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    return toRefusal(createProblem('not-utf8', error.place, { encoding }));
  }
}

function parseTextTable(file: DataFile, text: string, notes: FileNotes): RawTable {
  switch (file.format) {
    case 'json':
      return parseJsonTable(file.file, text);
    case 'geojson':
      return parseGeojsonTable(file.file, text);
    case 'ndjson':
      return parseNdjsonTable(file.file, text);
    case 'yaml':
      return parseYamlTable(file.file, text);
    default:
      return parseCsvTable(file.file, text, notes);
  }
}

function parseWorkbookTables(
  file: DataFile,
  sha256: string,
  bytes: Uint8Array,
  notes: FileNotes,
  reading: ReadOptions,
): FileTables {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const otherFormat = isZip ? undefined : sniffFormat(bytes);
  if (otherFormat) return toRefusal(createFormatProblem(file, otherFormat));
  if (!isZip) return toRefusal(createProblem('not-workbook', { file: file.file }, {}));
  const size = computeUnpackedSize(bytes);
  if (size === undefined) return toRefusal(createUnpackProblem(file, 'damaged'));
  if (size > unpackedLimit) return toRefusal(createUnpackProblem(file, 'limit'));
  if (!isIntactArchive(bytes, checkSheetPart)) return toRefusal(createUnpackProblem(file, 'damaged'));
  const sheets = readWorkbook(bytes);
  if (!sheets) return toRefusal(createUnpackProblem(file, 'damaged'));
  if (sheets.length === 0)
    return toRefusal(createProblem('empty-table', { file: file.file }, { table: getFileStem(file.name) }));
  const only = sheets.length === 1 && /^(sheet|工作表)\s*1$/i.test(sheets[0]!.name);
  const found = sheets.map(({ name, sheet, date1904 }) => {
    const { sheets: bySheet, ...own } = notes;
    const sheetNotes: SheetNotes = { ...(sheets.length === 1 ? own : {}), ...bySheet?.[name] };
    const raw = buildSheetTable(file.file, name, sheet, { ...sheetNotes, date1904 });
    const result = buildSourceTable(
      file,
      sha256,
      only ? getFileStem(file.name) : name,
      raw,
      sheetNotes,
      reading,
    );
    return { ...result, tables: result.tables.map((table) => ({ ...table, sheet: name })) };
  });
  return {
    tables: found.flatMap((one) => one.tables),
    problems: found.flatMap((one) => one.problems),
    sheets: sheets.map(({ name }) => name),
  };
}

/** Undefined where the library gives up on it: a part is missing, or is not what another says it is. */
function readWorkbook(bytes: Uint8Array): ReturnType<typeof parseWorkbook> | undefined {
  try {
    return parseWorkbook(bytes);
  } catch {
    return undefined;
  }
}

function buildSourceTable(
  file: DataFile,
  sha256: string,
  stem: string,
  raw: RawTable,
  notes: SheetNotes,
  { language, taken }: ReadOptions,
): FileTables {
  const headers = raw.headers.map(({ text }) => text);
  const { name, known, schema, title } = matchKnownTable(stem, notes, language, { headers, taken });
  if (known) taken.add(name);
  const typed = buildTypedTable(
    file.format === 'csv' || file.format === 'workbook' ? withoutNonDataRows(raw) : raw,
    {
      table: name,
      file: file.file,
      schema,
      notes,
      language,
    },
  );
  const { columns, content, problems } = typed;
  if (columns.length === 0) return { tables: [], problems };
  const table = { name, title, file: file.file, absolute: file.absolute, sha256, bytes: file.bytes, known };
  return { tables: [{ ...table, columns, content }], problems };
}
