import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { emptyInside, linkInto, writeInside } from '../../files/door.ts';
import type { Site } from '../../integration/site-memory.ts';
import { hashFile } from '../../source/data-files.ts';
import { computeProgramHash } from '../../source/program-hash.ts';

/** What a site depends on: this program, and the course as its pages see it. */
export async function computeSiteKey({ content, files }: Site): Promise<string> {
  const hash = createHash('sha256');
  hash.update(await computeProgramHash(['src', 'public']));
  hash.update(JSON.stringify(content));
  for (const { from, to } of files) hash.update(`\0${to}\0${await hashFile(from)}`);
  return hash.digest('hex');
}

interface SiteCacheEntry {
  key: string;
  files: Record<string, string>;
}

/**
 * Lays the pages of the last build into `out`, when they were made from what `key` stands for and are as they were
 * written: each file in `dist` still has its size and time. PDFs are not of the site and are written anew.
 */
export async function restoreCachedSite(
  cacheFile: string,
  key: string,
  { dist, out }: { dist: string; out: string },
) {
  const entry = await readSiteCacheEntry(cacheFile);
  if (entry?.key !== key) return false;
  const current = await listSiteFiles(dist);
  if (JSON.stringify(current) !== JSON.stringify(entry.files)) return false;
  await emptyInside(out, '.');
  for (const file of Object.keys(current)) await linkInto(join(dist, file), out, file);
  return true;
}

/** Notes what a site was made from; called when it lies in `dist`. */
export async function writeSiteCache(cacheFile: string, key: string, dist: string): Promise<void> {
  const entry: SiteCacheEntry = { key, files: await listSiteFiles(dist) };
  await writeInside(dirname(cacheFile), cacheFile, JSON.stringify(entry));
}

async function readSiteCacheEntry(cacheFile: string): Promise<SiteCacheEntry | undefined> {
  try {
    return JSON.parse(await readFile(cacheFile, 'utf8')) as SiteCacheEntry;
  } catch {
    // Whatever is wrong with a note, the site is made again.
    return undefined;
  }
}

const pdf = /^reports[\\/][^\\/]+\.pdf$/;

/** Size and time of every file of the site, in order of name. */
async function listSiteFiles(dist: string): Promise<Record<string, string>> {
  const items = await readdir(dist, { withFileTypes: true, recursive: true }).catch(() => []);
  const names = items
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(dist.length + 1))
    .filter((name) => !pdf.test(name))
    .sort();
  const files = names.map(async (name) => {
    const { size, mtimeMs } = await stat(join(dist, name));
    return [name, `${size} ${mtimeMs}`] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}
