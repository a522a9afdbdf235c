import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Cache, hashFile } from '../../files/cache.ts';
import { emptyInside, linkInto } from '../../files/door.ts';
import type { Site } from '../../integration/site-memory.ts';
import { computeProgramHash } from '../../source/program-hash.ts';

/** What a site depends on: this program, and the course as its pages see it. */
export async function computeSiteKey({ content, files }: Site): Promise<string> {
  const hash = createHash('sha256');
  hash.update(await computeProgramHash(['src', 'public']));
  hash.update(JSON.stringify(content));
  for (const { from, to } of files) hash.update(`\0${to}\0${await hashFile(from)}`);
  return hash.digest('hex');
}

const entry = 'site.json';

/**
 * Lays the pages of the last build into `out`, when they were made from what `key` stands for and each file in `dist`
 * is as it was written. PDFs are not of the site and are written anew. `folder`: where the note of them is kept.
 */
export async function restoreCachedSite(
  folder: string,
  key: string,
  { dist, out }: { dist: string; out: string },
): Promise<boolean> {
  const noted = new Cache(folder).readJson<SiteFiles>(entry, key);
  if (!noted) return false;
  const current = await listSiteFiles(dist);
  if (JSON.stringify(current) !== JSON.stringify(noted)) return false;
  await emptyInside(out, '.');
  for (const file of Object.keys(current)) await linkInto(join(dist, file), out, file);
  return true;
}

/** Notes what a site was made from; called when it lies in `dist`. */
export async function writeSiteCache(folder: string, key: string, dist: string): Promise<void> {
  await new Cache(folder).writeJson(entry, key, await listSiteFiles(dist));
}

const pdf = /^reports[\\/][^\\/]+\.pdf$/;

/** Digests by path. */
type SiteFiles = Record<string, string>;

/** Every file of the site, in order of name. */
async function listSiteFiles(dist: string): Promise<SiteFiles> {
  const items = await readdir(dist, { withFileTypes: true, recursive: true }).catch(() => []);
  const names = items
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(dist.length + 1))
    .filter((name) => !pdf.test(name))
    .sort();
  const files: SiteFiles = {};
  for (const name of names) files[name] = (await hashFile(join(dist, name))) ?? '';
  return files;
}
