import { createProblem } from '../problems/catalog.ts';
import { type FileNotes, getGivenNames, type SheetNotes } from '../schema/tables-file.ts';
import { buildSourceTables, type FileTables, type ReadOptions } from './build-source-table.ts';
import type { DataFile } from './data-files.ts';
import { getFileStem } from './match-known-table.ts';
import { createFormatProblem, createUnpackProblem, toRefusal, unpackedLimit } from './refused-file.ts';
import { isNotePage } from './rows/note-rows.ts';
import { isOldWorkbook, passwordFormat, sniffFormat } from './sniff-format.ts';
import { renewOldWorkbook } from './workbook/old-workbook.ts';
import { checkSheetPart, SheetLimitError } from './workbook/sheet-limits.ts';
import { buildSheetTables, parseWorkbook, type WorkbookSheet } from './workbook/workbook.ts';
import { computeUnpackedSize, isIntactArchive } from './workbook/zip-directory.ts';

/** The tables of a workbook, new or old. A sheet that cannot be read costs its own tables only. */
export async function readWorkbookTables(
  file: DataFile,
  sha256: string,
  given: Uint8Array,
  notes: FileNotes,
  reading: ReadOptions,
): Promise<FileTables> {
  const bytes = isOldWorkbook(given) ? await renewOldWorkbook(given) : given;
  if (bytes === 'password') return toRefusal(createFormatProblem(file, passwordFormat));
  if (bytes === 'damaged') return toRefusal(createProblem('not-workbook', { file: file.file }, {}));
  try {
    const found = findRefusal(file, bytes) ?? parseSheets(file, bytes);
    if (!Array.isArray(found)) return found;
    return readSheets({ file, sha256, sheets: found }, notes, reading);
  } catch (error) {
    if (!(error instanceof SheetLimitError)) throw error;
    return toRefusal(error.at({ file: file.file }));
  }
}

/** Why the library is not asked at all. */
function findRefusal(file: DataFile, bytes: Uint8Array): FileTables | undefined {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const otherFormat = isZip ? undefined : sniffFormat(bytes);
  if (otherFormat) return toRefusal(createFormatProblem(file, otherFormat));
  if (!isZip) return toRefusal(createProblem('not-workbook', { file: file.file }, {}));
  const size = computeUnpackedSize(bytes);
  if (size === undefined) return toRefusal(createUnpackProblem(file, 'damaged'));
  if (size > unpackedLimit) return toRefusal(createUnpackProblem(file, 'limit'));
  return isIntactArchive(bytes, checkSheetPart) ? undefined : toRefusal(createUnpackProblem(file, 'damaged'));
}

/** The library gives up where a part is missing, or is not what another says it is. */
function parseSheets(file: DataFile, bytes: Uint8Array): WorkbookSheet[] | FileTables {
  try {
    return parseWorkbook(bytes);
  } catch {
    return toRefusal(createUnpackProblem(file, 'damaged'));
  }
}

interface Workbook {
  file: DataFile;
  sha256: string;
  sheets: WorkbookSheet[];
}

function readSheets({ file, sha256, sheets }: Workbook, notes: FileNotes, reading: ReadOptions): FileTables {
  if (sheets.length === 0)
    return toRefusal(createProblem('empty-table', { file: file.file }, { table: getFileStem(file.name) }));
  const only = sheets.length === 1 && /^(sheet|工作表)\s*1$/i.test(sheets[0]!.name);
  const { sheets: bySheet, ...own } = notes;
  const wanted = sheets.filter(
    ({ name }) => bySheet?.[name]?.skip !== true && (reading.sheets?.includes(name) ?? true),
  );
  const found = wanted.map((one): FileTables => {
    const { name } = one;
    const sheetNotes: SheetNotes = { ...(sheets.length === 1 ? own : {}), ...bySheet?.[name] };
    const stem = only ? getFileStem(file.name) : name;
    try {
      const raw = buildSheetTables(file.file, one, { ...sheetNotes, names: getGivenNames(sheetNotes) });
      if (sheets.length > 1 && bySheet?.[name] === undefined && isNotePage(raw)) {
        const place = { file: file.file, cell: `${name}!A1` };
        return toRefusal(createProblem('left-out-sheet', place, { sheet: name }));
      }
      return buildSourceTables({ file, sha256, stem, sheet: name }, raw, sheetNotes, reading);
    } catch (error) {
      if (!(error instanceof SheetLimitError)) throw error;
      return toRefusal(error.at({ file: file.file, cell: `${name}!A1` }));
    }
  });
  return {
    tables: found.flatMap((one) => one.tables),
    problems: found.flatMap((one) => one.problems),
    sheets: sheets.map(({ name }) => name),
  };
}
