import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { moveInside, removeInside } from '../../files/door.ts';

/**
 * Puts the folder `fresh` in the place of `target`. Until the last rename the old one is whole; when that
 * fails the old one is put back. `fresh` lies below the folder of `target`.
 */
export async function replaceAtomically(fresh: string, target: string): Promise<void> {
  const root = dirname(target);
  const backup = join(dirname(fresh), old);
  await removeInside(root, backup);
  const hadOld = await moveIfPresent(root, target, backup);
  try {
    await retryWhileLocked(() => moveInside(root, fresh, target));
  } catch (error) {
    if (hadOld) await moveInside(root, backup, target);
    throw error;
  }
  await removeInside(root, backup);
}

/**
 * Puts the old folder back where a process that was killed between the two renames has left none. `scratch`: the folder
 * that `fresh` lay in.
 */
export async function restoreInterrupted(scratch: string, target: string): Promise<void> {
  if (!existsSync(target)) await moveIfPresent(dirname(target), join(scratch, old), target);
}

/** Name of the folder that was, until the new one stands in its place. */
const old = 'old';

/** False when there is nothing at `from`. */
async function moveIfPresent(root: string, from: string, to: string): Promise<boolean> {
  try {
    await retryWhileLocked(() => moveInside(root, from, to));
    return true;
  } catch (error) {
    if (getErrorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** On Windows a virus scanner or a preview may hold a file for a moment. */
async function retryWhileLocked(action: () => Promise<void>): Promise<void> {
  for (let wait = 50; ; wait *= 2) {
    try {
      return await action();
    } catch (error) {
      if (!['EPERM', 'EBUSY', 'EACCES'].includes(getErrorCode(error)) || wait > 1000) throw error;
      await setTimeout(wait);
    }
  }
}

function getErrorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
