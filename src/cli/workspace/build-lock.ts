import { existsSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { removeInside, writeNew } from '../../files/door.ts';
import { getErrorCode } from '../../problems/error-code.ts';
import type { CommandWords } from '../../words/command-words.ts';
import { UsageError } from '../command.ts';
import { claimWorkFolder, computeStamp, isClaimed } from './claim-work-folder.ts';
import { isStillRunning, readStartTicks } from './process-age.ts';
import { restoreInterrupted } from './replace-atomically.ts';

/** From the course root. */
export const lockFile = '.fupan/build.lock';

interface Holder {
  pid: number;
  /** When it began, see `readStartTicks`. */
  ticks: string;
  host: string;
  /** The folder as this disk knows it: a lock that came with a course, or was copied with it, is of another. */
  folder: string;
}

/**
 * Does `work` while no other build writes under `<root>/.fupan`. Throws UsageError, with the file and its holder, when
 * one does; the lock of a process that died is taken over.
 */
export async function withLock<T>(root: string, words: CommandWords, work: () => Promise<T>): Promise<T> {
  await claimWorkFolder(root);
  await acquireLock(root, words);
  try {
    await restoreOutput(root);
    return await work();
  } finally {
    await removeInside(root, lockFile);
  }
}

/** Puts back an output that a killed build has left half moved, unless a build runs that is just moving it. */
export async function restoreOutput(root: string): Promise<void> {
  const dist = join(root, 'dist');
  if (!existsSync(dist) && isClaimed(root) && !(await findHolder(root)))
    await restoreInterrupted(join(root, '.fupan'), dist);
}

/** `writeNew` makes the file or fails: of two builds that start together one gets it. */
async function acquireLock(root: string, words: CommandWords): Promise<void> {
  const { pid } = process;
  const own: Holder = { pid, ticks: readStartTicks(pid), host: hostname(), folder: computeStamp(root) };
  try {
    await writeNew(root, lockFile, JSON.stringify(own));
  } catch (error) {
    if (getErrorCode(error) !== 'EEXIST') throw error;
    const holder = await findHolder(root);
    if (holder) {
      const elsewhere = holder.host === hostname() ? '' : holder.host;
      throw new UsageError(words.busy(holder.pid, elsewhere), words.busyCure(join(root, lockFile)));
    }
    await removeInside(root, lockFile);
    await acquireLock(root, words);
  }
}

/** Which other process builds in this folder now. Of one on another machine nobody here can tell whether it still runs. */
async function findHolder(root: string): Promise<Holder | undefined> {
  const lock = join(root, lockFile);
  const holder = await readHolder(lock);
  if (!holder || holder.folder !== computeStamp(root)) return undefined;
  if (holder.host !== hostname()) return holder;
  const { pid, ticks } = holder;
  return pid !== process.pid && (await isStillRunning(pid, ticks, lock)) ? holder : undefined;
}

/** Between its making and its writing a lock is empty for a moment; one that stays so is nobody's. */
async function readHolder(lock: string): Promise<Holder | undefined> {
  for (let attempt = 0; attempt < 10; attempt++) {
    try {
      const found = JSON.parse(readFileSync(lock, 'utf8')) as Holder | null;
      return Number.isInteger(found?.pid) ? (found ?? undefined) : undefined;
    } catch (error) {
      if (!(error instanceof SyntaxError)) return undefined;
      await setTimeout(20);
    }
  }
  return undefined;
}
