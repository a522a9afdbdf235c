import { open, stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import type { Problem } from '../../base/problem.ts';
import { toFileName } from '../../base/safety/file-name.ts';
import type { SourceTable } from '../../base/source-table.ts';
import { createProblem } from '../../problems/catalog.ts';
import { createReadProblem } from '../../problems/read-problem.ts';
import { findKnownTable } from '../../schema/tables/known-tables.ts';
import { type FileNotes, ownTable } from '../../schema/tables-file.ts';
import type { FileTables } from '../../source/build-source-table.ts';
import { type DataFile, detectDataFormat } from '../../source/data-files.ts';
import { toSlashPath } from '../../source/file-names.ts';
import { getFileStem } from '../../source/match-known-table.ts';
import { readFileTables, wholeFileLimit } from '../../source/read-file.ts';
import { type Context, UsageError } from '../command.ts';

/** A file to import: anything that is there, its kind not yet known. */
export interface ImportFile {
  /** As it was typed, with `/` on every system. */
  typed: string;
  absolute: string;
  bytes: number;
}

/** One table of a file, and where it goes. */
export interface ImportPiece {
  file: ImportFile;
  table: SourceTable;
  /** From the course root: `data/team-1/ad_spend.csv`. */
  target: string;
  recognisedBy: 'name' | 'headers' | 'told' | undefined;
  /** Of a known name, but told to be none. */
  isOwn: boolean;
  /** Shapes have no place in a CSV file: a map stays what it is. */
  isMap: boolean;
}

/** `from`: the folder that the name was typed in. */
export async function findImportFile(typed: string, from: string): Promise<ImportFile | undefined> {
  const absolute = resolve(from, typed);
  try {
    const found = await stat(absolute);
    return found.isFile() ? { typed: toSlashPath(typed), absolute, bytes: found.size } : undefined;
  } catch {
    return undefined;
  }
}

/** Every table of the files, read as a report would read it; places in problems name the files as typed. */
export async function readImportPieces(
  files: readonly ImportFile[],
  folder: string,
  context: Context,
): Promise<{ pieces: ImportPiece[]; problems: Problem[] }> {
  const { language, terminal, words } = context;
  const pieces: ImportPiece[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    terminal.progress(words.importing.reading, file.typed);
    const { absolute, bytes, typed } = file;
    const kind = await detectFileFormat(file).catch((error: unknown) =>
      createReadProblem(error, typed, absolute),
    );
    if (!kind || 'id' in kind) {
      const unknown = () => createProblem('unsupported-file', { file: typed }, { name: basename(typed) });
      problems.push(kind ?? unknown());
      continue;
    }
    const data: DataFile = { name: basename(absolute), file: typed, absolute, bytes, ...kind };
    const found = await readFileTables(data, toFileNotes(context), {
      language,
      taken: new Set(),
      large: wholeFileLimit,
      ...(context.sheets && { sheets: context.sheets }),
    }).catch(
      (error: unknown): FileTables => ({
        tables: [],
        problems: [createReadProblem(error, typed, absolute)],
      }),
    );
    const { sheets: wanted } = context;
    const unknown = wanted?.find((name) => found.sheets && !found.sheets.includes(name));
    if (unknown) throw new UsageError(words.importing.noSheet(unknown, found.sheets!.join('、')));
    // What a table is taken for is said beside it.
    problems.push(...found.problems.filter(({ id }) => id !== 'known-by-headers'));
    pieces.push(...found.tables.map((table) => toImportPiece(data, { file, table, folder }, context)));
  }
  return { pieces, problems };
}

function toFileNotes({ as, encoding, dateOrder, names }: Context): FileNotes {
  return {
    ...(as && { table: as.toLowerCase() }),
    ...(encoding && { encoding }),
    ...(dateOrder && { dateOrder }),
    ...(names && { columns: [...names] }),
  };
}

/** By its extension; what platforms call `.txt` is often a text with tabs, and a map is often called `.json`. */
async function detectFileFormat(file: ImportFile): Promise<Pick<DataFile, 'format' | 'packing'> | undefined> {
  const extension = extname(file.absolute).toLowerCase();
  if (extension === '.txt') return { format: 'csv' };
  if (extension === '.json' && isFeatureCollection(await readFirstBytes(file.absolute)))
    return { format: 'geojson' };
  return detectDataFormat(file.absolute);
}

/** Enough to tell what a file is. */
const firstLength = 1000;

function isFeatureCollection(bytes: Buffer): boolean {
  return /^[^[]*"type"\s*:\s*"FeatureCollection"/.test(bytes.toString('latin1'));
}

async function readFirstBytes(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(firstLength), 0, firstLength, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function toImportPiece(
  { format, packing }: DataFile,
  { file, table, folder }: Pick<ImportPiece, 'file' | 'table'> & { folder: string },
  { as }: Context,
): ImportPiece {
  const named = findKnownTable(table.sheet ?? '') ?? findKnownTable(getFileStem(basename(file.absolute)));
  const by = as ? 'told' : !table.known ? undefined : named?.name === table.name ? 'name' : 'headers';
  const isMap = format === 'geojson';
  const kind = table.content.kind === 'engine' ? 'parquet' : isMap ? 'geojson' : 'csv';
  const extension = isMap && packing ? `${kind}.${packing}` : kind;
  return {
    file,
    table,
    target: `${folder}/${toFileName(table.name, 'table')}.${extension}`,
    recognisedBy: by,
    isOwn: as?.toLowerCase() === ownTable,
    isMap,
  };
}
