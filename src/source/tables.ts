import { readFile } from 'node:fs/promises';
import type { Language } from '../base/language.ts';
import type { Problem } from '../base/problem.ts';
import type { SourceTable } from '../base/source-table.ts';
import { problem } from '../problems/problem.ts';
import type { FileNotes, SheetNotes } from '../schema/tables-file.ts';
import { csvTable } from './csv-table.ts';
import { type DataFile, hashBytes, listDataFiles } from './data-files.ts';
import { decode, isEncoding } from './decode.ts';
import { engineTable } from './engine-table.ts';
import { identity, stemOf } from './identity.ts';
import { jsonTable } from './json-table.ts';
import { readNotes, unknownNames } from './notes.ts';
import type { RawTable } from './raw-table.ts';
import { typeTable } from './type-table.ts';
import { readWorkbook, sheetTable } from './workbook.ts';
import { yamlTable } from './yaml-table.ts';

/** Larger CSV files are read by the engine, without a place for every cell. */
const rowLimit = 5_000_000;
/** Other files are read as a whole. */
const wholeLimit = 50_000_000;

interface Found {
  tables: SourceTable[];
  problems: Problem[];
}

/**
 * Reads the tables a team handed in: `data/<report>/*.csv|tsv|json|yaml|xlsx|parquet`.
 * Tables come in order of name; a table with problems is there as far as it could be read.
 */
export async function readTables(
  root: string,
  report: string,
  { language = 'zh' }: { language?: Language } = {},
): Promise<Found> {
  const folder = `data/${report}`;
  const notes = await readNotes(root, folder);
  const { files, problems } = await listDataFiles(root, folder);
  const names = files.map((file) => file.name);
  const all: Problem[] = [
    ...notes.problems,
    ...problems,
    ...unknownNames(notes, [], Object.keys(notes.files), names),
  ];
  const tables: SourceTable[] = [];
  for (const file of files) {
    const found = await readFileTables(file, notes.files[file.name] ?? {}, language).catch(
      (error: unknown) => ({
        tables: [],
        problems: [problem('unreadable-file', { file: file.file }, { reason: reasonOf(error, file) })],
      }),
    );
    tables.push(...found.tables);
    all.push(...found.problems);
  }
  const unique = uniqueTables(tables);
  return { tables: unique.tables, problems: [...all, ...unique.problems] };
}

function reasonOf(error: unknown, file: DataFile): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replaceAll(file.absolute, file.file);
}

/** SQL knows no case: `Orders.csv` and `orders.json` would be one table. The first keeps the name. */
function uniqueTables(tables: readonly SourceTable[]): Found {
  const taken = new Map<string, SourceTable>();
  const problems: Problem[] = [];
  for (const table of tables) {
    const first = taken.get(table.name.toLowerCase());
    if (!first) taken.set(table.name.toLowerCase(), table);
    else {
      const place = { file: table.file, ...(table.sheet && { cell: `${table.sheet}!A1` }) };
      problems.push(problem('duplicate-table-name', place, { table: table.name, other: first.file }));
    }
  }
  const sorted = [...taken.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return { tables: sorted, problems };
}

async function readFileTables(file: DataFile, notes: FileNotes, language: Language): Promise<Found> {
  const encoded = notes.encoding !== undefined && !/^utf-?8$/i.test(notes.encoding);
  const large = file.bytes > rowLimit && file.format === 'csv' && !encoded;
  if (large || file.format === 'parquet') return engineTable(file, notes, language);
  if (file.bytes > wholeLimit) {
    const megabytes = Math.ceil(file.bytes / 1e6);
    return {
      tables: [],
      problems: [problem('large-file', { file: file.file }, { megabytes, limit: wholeLimit / 1e6 })],
    };
  }
  const bytes = await readFile(file.absolute);
  const sha256 = hashBytes(bytes);
  if (file.format === 'workbook') return workbookTables(file, sha256, bytes, notes, language);
  const encoding = notes.encoding ?? 'utf-8';
  const decoded = isEncoding(encoding) ? decode(file.file, bytes, encoding) : { place: { file: file.file } };
  if ('place' in decoded) return { tables: [], problems: [problem('not-utf8', decoded.place, { encoding })] };
  const raw = textTable(file, decoded.text, notes);
  const found = oneTable(file, sha256, stemOf(file.name), raw, notes, language);
  return { ...found, tables: found.tables.map((table) => ({ ...table, encoding })) };
}

function textTable(file: DataFile, text: string, notes: FileNotes): RawTable {
  switch (file.format) {
    case 'json':
      return jsonTable(file.file, text);
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
  language: Language,
): Found {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) return { tables: [], problems: [problem('not-workbook', { file: file.file }, {})] };
  const sheets = readWorkbook(bytes);
  const only = sheets.length === 1 && /^(sheet|工作表)\s*1$/i.test(sheets[0]!.name);
  const found = sheets.map(({ name, sheet, date1904 }) => {
    const { sheets: bySheet, ...own } = notes;
    const told: SheetNotes = { ...(sheets.length === 1 ? own : {}), ...bySheet?.[name] };
    const raw = sheetTable(file.file, name, sheet, { ...told, date1904 });
    const result = oneTable(file, sha256, only ? stemOf(file.name) : name, raw, told, language);
    return { ...result, tables: result.tables.map((table) => ({ ...table, sheet: name })) };
  });
  return { tables: found.flatMap((one) => one.tables), problems: found.flatMap((one) => one.problems) };
}

function oneTable(
  file: DataFile,
  sha256: string,
  stem: string,
  raw: RawTable,
  notes: SheetNotes,
  language: Language,
): Found {
  const { name, known, schema, title } = identity(stem, notes, language);
  const typed = typeTable(raw, { table: name, file: file.file, schema, notes, language });
  const { columns, content, problems } = typed;
  if (columns.length === 0) return { tables: [], problems };
  const table = { name, title, file: file.file, absolute: file.absolute, sha256, bytes: file.bytes, known };
  return { tables: [{ ...table, columns, content }], problems };
}
