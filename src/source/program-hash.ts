import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from '../files/folder-files.ts';

const packageDir = join(import.meta.dirname, '..', '..');

const hashes = new Map<string, Promise<string>>();

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
  for (const folder of folders) await hashFolder(hash, join(packageDir, folder));
  return hash.digest('hex');
}

/** Names and contents of a folder's files, in order of name; a missing folder counts as empty, and a file that cannot be read as one of its own. */
export async function hashFolder(hash: Hash, folder: string): Promise<void> {
  for (const file of await listFiles(folder).catch(() => [])) {
    hash.update(`\0/${file}\0`);
    try {
      for await (const chunk of createReadStream(join(folder, file))) hash.update(chunk as Buffer);
    } catch (error) {
      // A file that another program holds is a problem where it is read; a lock file of Excel is not read at all.
      hash.update(`\0${String(error)}`);
    }
  }
}
