import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findOddBelow, RefusedPathError } from '../../files/path-guard.ts';

/** Where the commands keep what is not the output: under `<root>/.fupan`, which git ignores. */
interface WorkFolders {
  /** What was built and drawn from the very same files before. */
  cache: string;
  /** Tables as CSV, kept from build to build: `<report>/<table>.csv`. */
  downloads: string;
  /** PDFs printed from the very same books before. */
  pdfs: string;
  /** Astro's root, with its notes. */
  astro: string;
  /** Note of what the pages in `dist` were made from. */
  site: string;
  /** The output until it is whole. */
  out: string;
}

export function getWorkFolders(root: string): WorkFolders {
  const folder = join(root, '.fupan');
  return {
    cache: join(folder, 'cache'),
    downloads: join(folder, 'downloads'),
    pdfs: join(folder, 'cache', 'pdfs'),
    astro: join(folder, 'astro'),
    site: join(folder, 'site.json'),
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
