import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Language } from '../base/language.ts';
import type { Problem } from '../base/problem.ts';
import type { SourceTable } from '../base/source-table.ts';
import { problem } from '../problems/problem.ts';
import type { FileNotes, SheetNotes } from '../schema/tables-file.ts';
import { withoutAsides } from './asides.ts';
import { topBytes } from './csv-head.ts';
import { BrokenEncoding } from './csv-stream.ts';
import { csvTable } from './csv-table.ts';
import { type DataFile, hashBytes } from './data-files.ts';
import { isEncoding } from './decode.ts';
import { disguiseOf } from './disguise.ts';
import { engineTable } from './engine-table.ts';
import { geojsonTable } from './geojson-table.ts';
import { identity, stemOf } from './identity.ts';
import { jsonTable } from './json-table.ts';
import { largeTable } from './large-table.ts';
import { ndjsonTable } from './ndjson-table.ts';
import type { RawTable } from './raw-table.ts';
import { encodingOf, readText } from './text-file.ts';
import { typeTable } from './type-table.ts';
import { unpack } from './unpack.ts';
import { readWorkbook, sheetTable } from './workbook.ts';
import { yamlTable } from './yaml-table.ts';
import { unpackedSize, unpacksAsSaid } from './zip-directory.ts';

/** CSV files of more bytes are read when they are loaded, block by block. */
export const largeFrom = 5_000_000;
/** Other files are read as a whole. */
export const wholeLimit = 50_000_000;
/** What a packed file may unpack to. */
const unpackedLimit = 200_000_000;

export interface Found {
  tables: SourceTable[];
  problems: Problem[];
  /** Of a workbook, those that hold anything. */
  sheets?: string[];
}

/** How the files of a report are read. */
export interface Reading {
  language: Language;
  /** Known tables that are there already, by name or by headers; the first of several keeps the name. */
  taken: Set<string>;
  /** Bytes from which on a CSV file is large. */
  large: number;
}

/** The tables of one file; what cannot be read is told. Throws when the file itself cannot be opened. */
export async function readFileTables(file: DataFile, notes: FileNotes, reading: Reading): Promise<Found> {
  const { language, large } = reading;
  if (file.format === 'parquet') return engineTable(file, notes, language);
  if (file.bytes > large && file.format === 'csv' && !file.packing) return readLarge(file, notes, reading);
  if (file.bytes > wholeLimit) {
    const megabytes = Math.ceil(file.bytes / 1e6);
    return refused(problem('large-file', { file: file.file }, { megabytes, limit: wholeLimit / 1e6 }));
  }
  const packed = await readFile(file.absolute);
  const sha256 = hashBytes(packed);
  const bytes = file.packing ? unpack(packed, file.packing, unpackedLimit) : packed;
  if (typeof bytes === 'string') return refused(notUnpacked(file, bytes));
  if (file.format === 'workbook') return workbookTables(file, sha256, bytes, notes, reading);
  const disguise = disguiseOf(bytes);
  if (disguise) return refused(disguised(file, disguise));
  const read = readText(file.file, bytes, notes.encoding);
  if ('problem' in read) return refused(read.problem);
  const raw = textTable(file, read.text, notes);
  const found = oneTable(file, sha256, stemOf(file.name), raw, notes, reading);
  return { ...found, tables: found.tables.map((table) => ({ ...table, encoding: read.encoding })) };
}

function notUnpacked(file: DataFile, why: 'limit' | 'damaged'): Problem {
  const place = { file: file.file };
  return why === 'limit'
    ? problem('unpacked-size', place, { limit: unpackedLimit / 1e6 })
    : problem('damaged-archive', place, {});
}

function refused(why: Problem): Found {
  return { tables: [], problems: [why] };
}

function disguised(file: DataFile, { kind, cure }: NonNullable<ReturnType<typeof disguiseOf>>): Problem {
  return problem('disguised-file', { file: file.file }, { kind, cure, extension: extname(file.name) });
}

/** A text that is not taken into memory as a whole: its top says what it is. */
async function readLarge(file: DataFile, notes: FileNotes, reading: Reading): Promise<Found> {
  const top = await topBytes(file.absolute);
  const disguise = disguiseOf(top);
  if (disguise) return refused(disguised(file, disguise));
  const encoding = notes.encoding ?? encodingOf(file.file, top, top.length === file.bytes);
  if (typeof encoding !== 'string') return refused(encoding);
  if (!isEncoding(encoding)) return refused(problem('not-utf8', { file: file.file }, { encoding }));
  try {
    return await largeTable(file, encoding, notes, reading);
  } catch (error) {
    if (!(error instanceof BrokenEncoding)) throw error;
    return refused(problem('not-utf8', error.place, { encoding }));
  }
}

function textTable(file: DataFile, text: string, notes: FileNotes): RawTable {
  switch (file.format) {
    case 'json':
      return jsonTable(file.file, text);
    case 'geojson':
      return geojsonTable(file.file, text);
    case 'ndjson':
      return ndjsonTable(file.file, text);
    case 'yaml':
      return yamlTable(file.file, text);
    default:
      return csvTable(file.file, text, notes);
  }
}

function workbookTables(
  file: DataFile,
  sha256: string,
  bytes: Uint8Array,
  notes: FileNotes,
  reading: Reading,
): Found {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const disguise = isZip ? undefined : disguiseOf(bytes);
  if (disguise) return refused(disguised(file, disguise));
  if (!isZip) return refused(problem('not-workbook', { file: file.file }, {}));
  const size = unpackedSize(bytes);
  if (size === undefined) return refused(notUnpacked(file, 'damaged'));
  if (size > unpackedLimit) return refused(notUnpacked(file, 'limit'));
  if (!unpacksAsSaid(bytes)) return refused(notUnpacked(file, 'damaged'));
  const sheets = readWorkbook(bytes);
  if (sheets.length === 0)
    return refused(problem('empty-table', { file: file.file }, { table: stemOf(file.name) }));
  const only = sheets.length === 1 && /^(sheet|工作表)\s*1$/i.test(sheets[0]!.name);
  const found = sheets.map(({ name, sheet, date1904 }) => {
    const { sheets: bySheet, ...own } = notes;
    const told: SheetNotes = { ...(sheets.length === 1 ? own : {}), ...bySheet?.[name] };
    const raw = sheetTable(file.file, name, sheet, { ...told, date1904 });
    const result = oneTable(file, sha256, only ? stemOf(file.name) : name, raw, told, reading);
    return { ...result, tables: result.tables.map((table) => ({ ...table, sheet: name })) };
  });
  return {
    tables: found.flatMap((one) => one.tables),
    problems: found.flatMap((one) => one.problems),
    sheets: sheets.map(({ name }) => name),
  };
}

function oneTable(
  file: DataFile,
  sha256: string,
  stem: string,
  raw: RawTable,
  notes: SheetNotes,
  { language, taken }: Reading,
): Found {
  const headers = raw.headers.map(({ text }) => text);
  const { name, known, schema, title } = identity(stem, notes, language, { headers, taken });
  if (known) taken.add(name);
  const typed = typeTable(file.format === 'csv' || file.format === 'workbook' ? withoutAsides(raw) : raw, {
    table: name,
    file: file.file,
    schema,
    notes,
    language,
  });
  const { columns, content, problems } = typed;
  if (columns.length === 0) return { tables: [], problems };
  const table = { name, title, file: file.file, absolute: file.absolute, sha256, bytes: file.bytes, known };
  return { tables: [{ ...table, columns, content }], problems };
}
