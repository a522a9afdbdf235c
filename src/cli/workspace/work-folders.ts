import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findOddBelow, RefusedPathError } from '../../files/path-guard.ts';

/** Scratch of the running command: under `<root>/.fupan`, which git ignores. Nothing in it is ever believed. */
interface WorkFolders {
  /** Astro's root, with its notes. */
  astro: string;
  /** The output until it is whole. */
  out: string;
}

export function getWorkFolders(root: string): WorkFolders {
  const folder = join(root, '.fupan');
  return {
    astro: join(folder, 'astro'),
    out: join(folder, 'out'),
  };
}

/** What Astro is told, whoever starts it. */
export function getSiteFolders(root: string) {
  const { astro, out } = getWorkFolders(root);
  return { packageDir, cacheDir: astro, outDir: out };
}

/**
 * Throws RefusedPathError where one of the folders that commands write to, or anything in it, is a link, a pipe or a device:
 * a folder handed in with its own `.fupan` would else have other folders emptied, and other files read as a cache.
 */
export function assertPlainWorkFolders(root: string, names: readonly string[] = ['.fupan', 'dist']): void {
  for (const name of names) {
    const odd = findOddBelow(root, name);
    if (odd) throw new RefusedPathError(odd.path, odd.kind);
  }
}

/** This package: where `src` and `public` stand. */
export const packageDir = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[/\\]$/, '');
