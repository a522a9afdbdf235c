import { readFile } from 'node:fs/promises';
import type { Problem } from '../base/problem.ts';
import { hashContent } from '../files/folder-files.ts';
import { createProblem } from '../problems/catalog.ts';
import { type FileNotes, getGivenNames } from '../schema/tables-file.ts';
import { buildSourceTables, type FileTables, type ReadOptions } from './build-source-table.ts';
import { EncodingError, readTopBytes } from './csv/csv-stream.ts';
import { parseCsvTables } from './csv/csv-table.ts';
import type { DataFile } from './data-files.ts';
import { decodeFile, resolveEncoding } from './decode-text.ts';
import { parseGeojsonTable } from './json/geojson-table.ts';
import { parseJsonTable } from './json/json-table.ts';
import { isJsonLines, parseNdjsonTable } from './json/ndjson-table.ts';
import { parseYamlTable } from './json/yaml-table.ts';
import { readLargeTable } from './large-table.ts';
import { getFileStem } from './match-known-table.ts';
import { buildParquetTable } from './parquet/parquet-table.ts';
import { readWorkbookTables } from './read-workbook.ts';
import { createFormatProblem, createUnpackProblem, toRefusal, unpackedLimit } from './refused-file.ts';
import type { RawTable } from './rows/raw-table.ts';
import { isOldWorkbook, sniffFormat } from './sniff-format.ts';
import { findMergeConflict, findWideCommas } from './text-faults.ts';
import { unpackBytes } from './unpack-bytes.ts';

/** CSV files of more bytes are read when they are loaded, block by block. */
export const largeFileBytes = 5_000_000;
/** Of a large file, in which faults of its text are looked for before it is cut. */
const searchedBytes = 1_000_000;

/** Other files are read as a whole. */
export const wholeFileLimit = 50_000_000;

/** The tables of one file; what cannot be read is a problem. Throws when the file cannot be opened. */
export async function readFileTables(
  given: DataFile,
  notes: FileNotes,
  reading: ReadOptions,
): Promise<FileTables> {
  const { language, large } = reading;
  const file = await withOwnFormat(given);
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
  if (file.format === 'workbook') return await readWorkbookTables(file, sha256, bytes, notes, reading);
  const otherFormat = sniffFormat(bytes);
  if (otherFormat) return toRefusal(createFormatProblem(file, otherFormat));
  const read = decodeFile(file.file, bytes, notes.encoding);
  if ('problem' in read) return toRefusal(read.problem);
  const fault = findTextFault(file, read.text, notes);
  if (fault) return toRefusal(fault);
  const raw = parseTextTables(file, read.text, notes);
  const origin = { file, sha256, stem: getFileStem(file.name), encoding: read.encoding };
  const found = buildSourceTables(origin, raw, notes, reading);
  return { ...found, problems: [...read.problems, ...found.problems] };
}

/** Marks of a merge in any text, and commas of another keyboard in one whose separator is not declared. */
function findTextFault({ file, format }: DataFile, text: string, notes: FileNotes): Problem | undefined {
  const hasOwnSeparator = format !== 'csv' || notes.separator !== undefined;
  return findMergeConflict(file, text) ?? (hasOwnSeparator ? undefined : findWideCommas(file, text));
}

/** A text that is not taken into memory as a whole: its top says what it is. */
async function readLargeFile(file: DataFile, notes: FileNotes, reading: ReadOptions): Promise<FileTables> {
  const top = await readTopBytes(file.absolute);
  const otherFormat = sniffFormat(top);
  if (otherFormat) return toRefusal(createFormatProblem(file, otherFormat));
  const resolved = resolveEncoding(file.file, top, notes.encoding);
  if ('problem' in resolved) return toRefusal(resolved.problem);
  // What is wrong further down is told where rows are cut.
  const text = new TextDecoder(resolved.encoding).decode(top.subarray(0, searchedBytes));
  const fault = findTextFault(file, text, notes);
  if (fault) return toRefusal(fault);
  try {
    const { tables, problems } = await readLargeTable(file, resolved.encoding, notes, reading);
    return { tables, problems: [...resolved.problems, ...problems] };
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    return toRefusal(error.problem);
  }
}

function parseTextTables(file: DataFile, text: string, notes: FileNotes): RawTable[] {
  switch (file.format) {
    case 'json':
      return [isJsonLines(text) ? parseNdjsonTable(file.file, text) : parseJsonTable(file.file, text)];
    case 'geojson':
      return [parseGeojsonTable(file.file, text)];
    case 'ndjson':
      return [
        text.trimStart().startsWith('[')
          ? parseJsonTable(file.file, text)
          : parseNdjsonTable(file.file, text),
      ];
    case 'yaml':
      return [parseYamlTable(file.file, text)];
    default:
      return parseCsvTables(file.file, text, { ...notes, names: getGivenNames(notes) });
  }
}

/** What platforms call `.xls` is often a text with tabs. */
async function withOwnFormat(file: DataFile): Promise<DataFile> {
  if (file.format !== 'workbook' || !/\.xls$/i.test(file.name)) return file;
  const bytes = await readTopBytes(file.absolute);
  const isWorkbook = isOldWorkbook(bytes) || (bytes[0] === 0x50 && bytes[1] === 0x4b);
  return isWorkbook ? file : { ...file, format: 'csv' };
}
