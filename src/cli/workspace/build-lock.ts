import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { removeInside, writeNew } from '../../files/door.ts';
import type { CommandWords } from '../../words/command-words.ts';
import { UsageError } from '../command.ts';
import { claimWorkFolder } from './claim-work-folder.ts';

/** Does `work` while no other build writes under `<root>/.fupan`. The claim of a process that died is taken over. */
export async function withLock<T>(root: string, words: CommandWords, work: () => Promise<T>): Promise<T> {
  await acquireLock(root, words);
  try {
    await claimWorkFolder(root);
    return await work();
  } finally {
    await removeInside(root, lockFile);
  }
}

/** From the course root. */
const lockFile = '.fupan/build.pid';

/** `writeNew` makes the file or fails: of two builds that start together one gets it. */
async function acquireLock(root: string, words: CommandWords): Promise<void> {
  try {
    await writeNew(root, lockFile, String(process.pid));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    const owner = await readOwner(join(root, lockFile));
    if (owner !== undefined) throw new UsageError(words.busy(owner));
    await removeInside(root, lockFile);
    await acquireLock(root, words);
  }
}

async function readOwner(file: string): Promise<number | undefined> {
  try {
    const pid = Number(await readFile(file, 'utf8'));
    if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return undefined;
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}
