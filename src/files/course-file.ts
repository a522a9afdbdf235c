import { lstatSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { Problem } from '../base/problem.ts';
import { createProblem } from '../problems/catalog.ts';
import { findOddPart, type OddKind } from './path-guard.ts';

/**
 * Why a file (or a folder) of a course is not read: it, or a folder above it, is a link, or it is no file at all. It is
 * looked at and not opened, since a pipe would be waited for. Undefined also when there is nothing.
 */
export function findOddFile(
  root: string,
  file: string,
  wanted: 'file' | 'folder' = 'file',
): Problem | undefined {
  const odd = findOddPart(root, join(root, file));
  if (odd) return createOddProblem(relative(root, odd.path).replaceAll('\\', '/'), odd.kind);
  return wanted === 'file' && isFolder(join(root, file)) ? createOddProblem(file, 'folder') : undefined;
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** `file`: from the course root. */
export function createOddProblem(file: string, kind: OddKind | 'folder'): Problem {
  const name = basename(file);
  if (kind === 'link') return createProblem('outside-file', { file }, { name });
  return createProblem('odd-file', { file }, { name, kind });
}
