import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { removeInside, writeInside } from '../../files/door.ts';

const day = 24 * 60 * 60 * 1000;
const stamp = 'pruned';
/** Days after which something made and not made again since is taken for forgotten. What is still in use is made anew. */
const lifetimes = { drawings: 60, code: 60, pages: 60, courses: 180 };

/** Removes what is forgotten from the folder of caches, at most once a day. Never fails: a cache is no reason to. */
export async function pruneCache(folder: string, now = Date.now()): Promise<void> {
  try {
    if (now - (await readTime(join(folder, stamp))) < day) return;
    await writeInside(folder, stamp, '');
    for (const kind of ['drawings', 'code'] as const)
      for (const part of await list(join(folder, kind)))
        for (const name of await list(join(folder, kind, part)))
          await removeOld(folder, join(kind, part, name), now - lifetimes[kind] * day);
    for (const name of await list(join(folder, 'pages')))
      await removeOld(folder, join('pages', name), now - lifetimes.pages * day);
    for (const course of await list(join(folder, 'courses')))
      await removeOld(folder, join('courses', course), now - lifetimes.courses * day, 'books');
  } catch {
    // Another process may be at the same; what it left is looked at tomorrow.
  }
}

/** `within`: what tells by its own time how old all of it is. */
async function removeOld(folder: string, name: string, before: number, within = '.'): Promise<void> {
  const time = await readTime(join(folder, name, within));
  if (time > 0 && time < before) await removeInside(folder, name);
}

const list = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

/** Of the last change, in milliseconds; 0 when there is nothing. */
async function readTime(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found?.mtimeMs ?? 0;
}
