import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFolder, programHash } from '../source/program-hash.ts';
import { share } from './share.ts';

/** What a site depends on: this program, and the course as it lies on the shelf. */
export async function siteKey(shelf: string): Promise<string> {
  const hash = createHash('sha256');
  hash.update(await programHash(['src', 'public']));
  await hashFolder(hash, shelf);
  return hash.digest('hex');
}

interface Kept {
  key: string;
  files: Record<string, string>;
}

/**
 * Lays the pages of the last build into `out`, when they were made from what `key` stands for and are as they were
 * written: each file in `dist` still has its size and time. PDFs are not of the site and are written anew.
 */
export async function recallSite(note: string, key: string, { dist, out }: { dist: string; out: string }) {
  const kept = await readNote(note);
  if (kept?.key !== key) return false;
  const there = await filesOf(dist);
  if (JSON.stringify(there) !== JSON.stringify(kept.files)) return false;
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  for (const file of Object.keys(there)) await share(join(dist, file), join(out, file));
  return true;
}

/** Notes what a site was made from; called when it lies in `dist`. */
export async function rememberSite(note: string, key: string, dist: string): Promise<void> {
  const kept: Kept = { key, files: await filesOf(dist) };
  await writeFile(note, JSON.stringify(kept));
}

async function readNote(note: string): Promise<Kept | undefined> {
  try {
    return JSON.parse(await readFile(note, 'utf8')) as Kept;
  } catch {
    // Whatever is wrong with a note, the site is made again.
    return undefined;
  }
}

const pdf = /^reports[\\/][^\\/]+\.pdf$/;

/** Size and time of every file of the site, in order of name. */
async function filesOf(dist: string): Promise<Record<string, string>> {
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
