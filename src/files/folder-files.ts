import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Paths of all files below a folder, with `/` on every system, in order. Throws where there is no folder. */
export async function listFiles(folder: string): Promise<string[]> {
  const items = await readdir(folder, { withFileTypes: true, recursive: true });
  return items
    .filter((item) => item.isFile())
    .map((item) => relative(folder, join(item.parentPath, item.name)).replaceAll('\\', '/'))
    .sort();
}

/** SHA-256 of a file as hexadecimal digits, read as a stream. Throws where it cannot be read. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part as Uint8Array);
  return hash.digest('hex');
}

/** Digests by path, in order of path. */
export type FileDigests = Record<string, string>;

/** Of all files below a folder; '' for one that cannot be read. A missing folder has none. */
export async function computeDigests(folder: string): Promise<FileDigests> {
  const digests: FileDigests = {};
  for (const path of await listFiles(folder).catch(() => []))
    digests[path] = await hashFile(join(folder, path)).catch(() => '');
  return digests;
}
