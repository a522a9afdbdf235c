import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import type { CommandWords } from '../../words/command-words.ts';
import { UsageError } from '../command.ts';

/** Does `work` while no other build writes under `<root>/.fupan`. The claim of a process that died is taken over. */
export async function withLock<T>(root: string, words: CommandWords, work: () => Promise<T>): Promise<T> {
  const file = join(root, '.fupan', 'build.pid');
  await mkdir(join(root, '.fupan'), { recursive: true });
  await acquireLock(file, words);
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

/** `wx` makes the file or fails: of two builds that start together one gets it. */
async function acquireLock(file: string, words: CommandWords): Promise<void> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    const owner = await readOwner(file);
    if (owner !== undefined) throw new UsageError(words.busy(owner));
    await rm(file, { force: true });
    await acquireLock(file, words);
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
