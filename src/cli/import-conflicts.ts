import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { stemOf } from '../source/identity.ts';
import type { Context } from './command.ts';
import type { Piece } from './import-read.ts';
import { cleanCsv } from './import-write.ts';

/** What stands in the way of writing, and the pieces whose file has their content already. */
export async function conflictsOf(
  root: string,
  folder: string,
  pieces: readonly Piece[],
  { force, words: { importing } }: Pick<Context, 'force' | 'words'>,
): Promise<{ conflicts: string[]; unchanged: Set<Piece> }> {
  const there = await readdir(join(root, folder)).catch((): string[] => []);
  const unchanged = new Set<Piece>();
  const conflicts: string[] = [];
  for (const [target, of] of Map.groupBy(pieces, (piece) => piece.target.toLowerCase())) {
    if (of.length > 1)
      conflicts.push(importing.twice(of[0]!.target, of.map(({ file }) => file.typed).join('、')));
    const name = basename(target);
    const other = there.find(
      (one) => isTable(one) && one.toLowerCase() !== name && stemOf(one).toLowerCase() === stemOf(name),
    );
    if (other) conflicts.push(importing.sameTable(of[0]!.target, `${folder}/${other}`));
  }
  for (const piece of pieces) {
    const text = cleanCsv(piece);
    const found = await readFile(join(root, piece.target)).catch(() => undefined);
    if (found === undefined) continue;
    const wanted = text === undefined ? await readFile(piece.file.absolute) : Buffer.from(text);
    if (found.equals(wanted)) unchanged.add(piece);
    else if (!force) conflicts.push(importing.exists(piece.target));
  }
  return { conflicts, unchanged };
}

function isTable(name: string): boolean {
  return !/^[.~]/.test(name) && !['metrics.yaml', 'tables.yaml'].includes(name.toLowerCase());
}
