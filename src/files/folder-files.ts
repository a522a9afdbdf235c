import { createHash, hash } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Paths of all files below a folder, with `/` on every system, in order. Throws where there is no folder. */
export async function listFiles(folder: string): Promise<string[]> {
  // At once: a build lists thousands, and to wait for each folder costs more than to look.
  const items = readdirSync(folder, { withFileTypes: true, recursive: true });
  return items
    .filter((item) => item.isFile())
    .map((item) => relative(folder, join(item.parentPath, item.name)).replaceAll('\\', '/'))
    .sort();
}

/** SHA-256 of a text or of bytes as hexadecimal digits. */
export const hashContent = (content: string | Uint8Array): string => hash('sha256', content);

/** Bytes of a file that is read at once: a stream takes a buffer and three waits for each. */
const mostAtOnce = 2 ** 20;

/** SHA-256 of a file as hexadecimal digits; a large one is read as a stream. Throws where it cannot be read. */
export async function hashFile(file: string): Promise<string> {
  const found = statSync(file);
  if (found.isFile() && found.size <= mostAtOnce) return hashContent(readFileSync(file));
  const whole = createHash('sha256');
  for await (const part of createReadStream(file, { highWaterMark: mostAtOnce }))
    whole.update(part as Uint8Array);
  return whole.digest('hex');
}

/** What the disk says of a file: another one, or another content, has another stamp. */
async function stampFile(file: string): Promise<{ stamp: string; written: number }> {
  const { mtimeNs, ctimeNs, mtimeMs, ctimeMs, size, ino, dev } = await stat(file, { bigint: true });
  const written = Math.max(Number(mtimeMs), Number(ctimeMs));
  return { stamp: [mtimeNs, ctimeNs, size, ino, dev].join(' '), written };
}

/** Of all files below a folder; tells whether one of them was written meanwhile. */
export async function stampFolder(folder: string): Promise<string> {
  const files = await listFiles(folder).catch(() => []);
  const stamps = await Promise.all(files.map((file) => stampFile(join(folder, file)).catch(() => undefined)));
  return JSON.stringify([files, stamps.map((one) => one?.stamp)]);
}

/** A file that was written this short a time ago may be written again within the same tick of its disk's clock: FAT counts two seconds. */
const settled = 3000;

/** `hashFile` for a process that asks again and again: read anew where times, size or place on the disk may be those of another file. */
export class FileDigester {
  readonly #digests = new Map<string, { stamp: string; digest: Promise<string> }>();
  readonly #now: () => number;

  /** `now`: the clock, in milliseconds since 1970. */
  constructor(now: () => number) {
    this.#now = now;
  }

  readonly digest = async (file: string): Promise<string> => {
    const { stamp, written } = await stampFile(file);
    const known = this.#digests.get(file);
    if (known?.stamp === stamp) return known.digest;
    this.#digests.delete(file);
    const digest = hashFile(file);
    if (this.#now() - written > settled) {
      this.#digests.set(file, { stamp, digest });
      digest.catch(() => this.#digests.delete(file));
    }
    return digest;
  };
}

/** Digests by path, in order of path. */
export type FileDigests = Record<string, string>;

/** Of all files below a folder; '' for one that cannot be read. A missing folder has none. `known`: of files that are not read. */
export async function computeDigests(
  folder: string,
  known: Readonly<FileDigests> = {},
): Promise<FileDigests> {
  const digests: FileDigests = {};
  for (const path of await listFiles(folder).catch(() => []))
    digests[path] = known[path] ?? (await hashFile(join(folder, path)).catch(() => ''));
  return digests;
}
