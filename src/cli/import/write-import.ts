import { open, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { formatPlace } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { formatCsv } from '../../data/csv-export.ts';
import { copyInto, writeInside } from '../../files/door.ts';
import { resolvePlain } from '../../files/path-guard.ts';
import { isNotFound } from '../../problems/error-code.ts';
import { createReadProblem } from '../../problems/read-problem.ts';
import { getFileStem } from '../../source/match-known-table.ts';
import type { Context } from '../command.ts';
import type { ImportPiece } from './import-pieces.ts';
import { findNotesProblem } from './source-notes.ts';

/** What stands in the way of writing, and the pieces whose file has their content already. */
export async function findConflicts(
  root: string,
  folder: string,
  pieces: readonly ImportPiece[],
  { force, language, words: { importing } }: Pick<Context, 'force' | 'language' | 'words'>,
): Promise<{ conflicts: string[]; unchanged: Set<ImportPiece> }> {
  const existing = await readdir(join(root, folder)).catch((): string[] => []);
  const unchanged = new Set<ImportPiece>();
  const conflicts: string[] = [];
  for (const [target, of] of Map.groupBy(pieces, (piece) => piece.target.toLowerCase())) {
    if (of.length > 1)
      conflicts.push(importing.twice(of[0]!.target, of.map(({ file }) => file.typed).join('、')));
    const name = basename(target);
    const other = existing.find(
      (one) =>
        isTableFile(one) &&
        one.toLowerCase() !== name &&
        getFileStem(one).toLowerCase() === getFileStem(name),
    );
    if (other) conflicts.push(importing.sameTable(of[0]!.target, `${folder}/${other}`));
  }
  const notes = `${folder}/tables.yaml`;
  for (const file of [...pieces.map(({ target }) => target), notes]) {
    const refusal =
      (await findRefusal(root, file)) ?? (file === notes ? await findNotesProblem(root, file) : undefined);
    if (!refusal) continue;
    conflicts.push(`${formatPlace(refusal.place)}: ${refusal.what[language]} ${refusal.cure[language]}`);
  }
  if (conflicts.length > 0) return { conflicts, unchanged };
  for (const piece of pieces) {
    const text = toCleanCsv(piece);
    const found = await readFile(resolvePlain(root, piece.target)).catch(() => undefined);
    if (found === undefined) continue;
    const wanted = text === undefined ? await readFile(piece.file.absolute) : Buffer.from(text);
    if (found.equals(wanted)) unchanged.add(piece);
    else if (!force) conflicts.push(importing.exists(piece.target));
  }
  return { conflicts, unchanged };
}

/** Why a file that is there cannot be written over: mostly because it is open in Excel. */
async function findRefusal(root: string, file: string): Promise<Problem | undefined> {
  const path = resolvePlain(root, file);
  try {
    await (await open(path, 'r+')).close();
    return undefined;
  } catch (error) {
    return isNotFound(error) ? undefined : createReadProblem(error, file, path);
  }
}

function isTableFile(name: string): boolean {
  return !/^[.~]/.test(name) && !['metrics.yaml', 'tables.yaml'].includes(name.toLowerCase());
}

/** Writes a table where it goes, over what is there. */
export async function writeImportPiece(root: string, piece: ImportPiece): Promise<void> {
  const text = toCleanCsv(piece);
  if (text === undefined) await copyInto(piece.file.absolute, root, piece.target);
  else await writeInside(root, piece.target, text);
}

/**
 * A table as UTF-8 CSV, with a byte order mark (without it Excel takes Chinese for GBK): names of the schema where a
 * column is known, values as they were read. Undefined for a file that is copied as it is.
 */
function toCleanCsv({ table, isMap }: Pick<ImportPiece, 'table' | 'isMap'>): string | undefined {
  const { columns, content } = table;
  if (content.kind !== 'rows' || isMap) return undefined;
  return `\uFEFF${formatCsv([columns.map(({ name }) => name), ...content.rows])}`;
}
