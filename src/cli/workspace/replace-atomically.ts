import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/**
 * Puts the folder `fresh` in the place of `target`. Until the last rename the old one is whole; when that
 * fails the old one is put back. Both must lie on one file system.
 */
export async function replaceAtomically(fresh: string, target: string): Promise<void> {
  const backup = join(dirname(fresh), 'old');
  await rm(backup, { recursive: true, force: true });
  const hadOld = await moveIfPresent(target, backup);
  try {
    await retryWhileLocked(() => rename(fresh, target));
  } catch (error) {
    if (hadOld) await rename(backup, target);
    throw error;
  }
  await rm(backup, { recursive: true, force: true, maxRetries: 3 });
}

/** False when there is nothing at `from`. */
async function moveIfPresent(from: string, to: string): Promise<boolean> {
  try {
    await retryWhileLocked(() => rename(from, to));
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
