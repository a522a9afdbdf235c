import { createHash, type Hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFile, listFiles } from '../files/folder-files.ts';

const packageDir = join(import.meta.dirname, '..', '..');

const hashes = new Map<string, Promise<string>>();

/** Of the program's own files, which are part of several such hashes. */
const digests = new Map<string, Promise<string>>();

function digestOnce(file: string): Promise<string> {
  const made = digests.get(file) ?? hashFile(file);
  digests.set(file, made);
  return made;
}

/**
 * A change of the program is a change of everything it made: hash of its libraries and of some of its folders, from
 * that of the package. Read once a process.
 */
export function computeProgramHash(folders: readonly string[]): Promise<string> {
  const name = folders.join(' ');
  const made = hashes.get(name) ?? hashProgram(folders);
  hashes.set(name, made);
  return made;
}

async function hashProgram(folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  // An installed package has no lock file; its version stands for what it was made of.
  const readOwn = (file: string) => readFile(join(packageDir, file));
  hash.update(await readOwn('package-lock.json').catch(() => readOwn('package.json')));
  for (const folder of folders)
    await hashFolder(hash, join(packageDir, folder), { digest: digestOnce, isPart: isProduct });
  return hash.digest('hex');
}

/** Half of the files are tests and measurements, which make nothing. */
const isProduct = (path: string): boolean => !/^(?:test|bench)\/|\.(?:test|sample)\.ts$/.test(path);

interface FolderHash {
  /** SHA-256 of a file; `hashFile` unless something remembers it. */
  digest?: (file: string) => Promise<string>;
  /** Whether a file counts with what is in it, or by its name alone. */
  isRead?: (path: string) => boolean;
  /** Whether a file counts at all. */
  isPart?: (path: string) => boolean;
}

/** Names and contents of a folder's files, in order of name; a missing folder counts as empty, and a file that cannot be read as one of its own. */
export async function hashFolder(
  hash: Hash,
  folder: string,
  { digest = hashFile, isRead = () => true, isPart = () => true }: FolderHash = {},
): Promise<void> {
  const files = await listFiles(folder).catch(() => []);
  for (const path of files.filter(isPart)) {
    hash.update(`\0/${path}\0`);
    // A file that another program holds is a problem where it is read; a lock file of Excel is not read at all.
    if (isRead(path)) hash.update(await digest(join(folder, path)).catch(String));
  }
}
