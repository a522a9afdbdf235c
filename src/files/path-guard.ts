/** What a path leads to, links not followed: the ground under the door for writing and the one for reading. */
import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';

/** What is no file and no folder of its own. */
export type OddKind = 'link' | 'pipe' | 'device' | 'socket';

/** A path that is neither written nor removed: it leads out of its folder, or through something odd. */
export class RefusedPathError extends Error {
  readonly path: string;
  readonly why: OddKind | 'outside';

  constructor(path: string, why: OddKind | 'outside') {
    super(`${path}: ${why}`);
    this.path = path;
    this.why = why;
  }
}

export function findOddKind(
  entry: Pick<Stats, 'isSymbolicLink' | 'isFIFO' | 'isSocket' | 'isFile' | 'isDirectory'>,
): OddKind | undefined {
  if (entry.isFile() || entry.isDirectory()) return undefined;
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isFIFO()) return 'pipe';
  return entry.isSocket() ? 'socket' : 'device';
}

/**
 * The path of `name` in `folder`. Throws RefusedPathError where it leads elsewhere, as `../x`, `/x`, and on Windows
 * `C:x` do. A name that is absolute already may lie in the folder.
 */
export function resolveInside(folder: string, name: string): string {
  const path = resolve(folder, name);
  const way = relative(resolve(folder), path);
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
    throw new RefusedPathError(path, 'outside');
  return path;
}

/** The first part of a path below `folder` that is odd, from the top; the folder itself may be a link, as it was typed. */
export function findOddPart(folder: string, path: string): { path: string; kind: OddKind } | undefined {
  let at = resolve(folder);
  for (const part of relative(at, path).split(sep).filter(Boolean)) {
    at = join(at, part);
    const kind = findOddKindAt(at);
    if (kind === 'none') return undefined;
    if (kind) return { path: at, kind };
  }
  return undefined;
}

/** `none`: there is nothing, or nobody may look. */
function findOddKindAt(path: string): OddKind | 'none' | undefined {
  try {
    return findOddKind(lstatSync(path));
  } catch {
    return 'none';
  }
}

/** The first odd thing in the folder `name` of `root`, itself included. */
export function findOddBelow(root: string, name: string): { path: string; kind: OddKind } | undefined {
  const top = findOddPart(root, join(root, name));
  if (top) return top;
  const entries = listEntries(join(root, name));
  for (const entry of entries) {
    const kind = findOddKind(entry);
    if (kind) return { path: join(root, name, entry.name), kind };
  }
  for (const entry of entries.filter((one) => one.isDirectory())) {
    const found = findOddBelow(root, join(name, entry.name));
    if (found) return found;
  }
  return undefined;
}

function listEntries(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** The path of `name` in `folder`, where no part of it is odd. Throws RefusedPathError. */
export function resolvePlain(folder: string, name: string): string {
  const path = resolveInside(folder, name);
  const odd = findOddPart(folder, path);
  if (odd) throw new RefusedPathError(odd.path, odd.kind);
  return path;
}
