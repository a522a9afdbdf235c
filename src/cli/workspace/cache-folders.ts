/**
 * Where caches lie: outside of every course, so that a folder handed in brings none. `FUPAN_CACHE_DIR`, else the user's
 * folder for caches, else, where nothing can be written there, a folder that lives as long as the process.
 */
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { findCacheFolder } from '../../files/cache-place.ts';
import { makeScratch, removeScratch, writeInside } from '../../files/door.ts';

interface CacheFolders {
  /** All of it. */
  whole: string;
  /** Reports as built. */
  books: string;
  /** Tables as CSV: `<report>/<table>.csv`. */
  downloads: string;
  pdfs: string;
  /** What is known of the data: `facts/`, `answers/` and `downloads/`, `<report>.json` in each. */
  data: string;
  /** Copies of Parquet files: `<report>/`. */
  copies: string;
  /** Note of what the pages in `dist` were made from. */
  site: string;
  /** Charts of any course. */
  drawings: string;
  /** Pages as compiled, of any course. */
  pages: string;
}

let opened: string | undefined;

/** Makes the folder ready, once a process. `tell` is called where nothing can be kept there, and this run begins cold. */
export async function openCacheFolder(tell: (folder: string) => void): Promise<void> {
  if (opened !== undefined) return;
  const folder = findCacheFolder(process.env, process.platform, homedir());
  try {
    // What programs that back up or clean look for: bford.info/cachedir.
    await writeInside(folder, 'CACHEDIR.TAG', 'Signature: 8a477f597d28d172789f06886806bc55\n');
    opened = folder;
  } catch {
    tell(folder);
    const scratch = makeScratch();
    process.once('exit', () => removeScratch(scratch));
    opened = scratch;
  }
}

/** Those of the course in `root`; `openCacheFolder` comes first. */
export function getCacheFolders(root: string): CacheFolders {
  const folder = opened ?? findCacheFolder(process.env, process.platform, homedir());
  const course = join(folder, 'courses', nameCourse(root));
  return {
    whole: folder,
    books: join(course, 'books'),
    downloads: join(course, 'downloads'),
    pdfs: join(course, 'pdfs'),
    data: join(course, 'data'),
    copies: join(course, 'parquet'),
    site: course,
    drawings: join(folder, 'drawings'),
    pages: join(folder, 'pages'),
  };
}

/** Two courses in two folders never share what was built from them. */
function nameCourse(root: string): string {
  let path = resolve(root);
  try {
    path = realpathSync(path);
  } catch {
    // A course that is not there has nothing kept either.
  }
  return createHash('sha256').update(path).digest('hex').slice(0, 24);
}
