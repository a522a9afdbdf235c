import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/**
 * Puts the folder `fresh` in the place of `target`. Until the last rename the old one is whole; when that
 * fails the old one is put back. Both must lie on one file system.
 */
export async function swapIn(fresh: string, target: string): Promise<void> {
  const aside = join(dirname(fresh), 'old');
  await rm(aside, { recursive: true, force: true });
  const hadOld = await moved(target, aside);
  try {
    await patiently(() => rename(fresh, target));
  } catch (error) {
    if (hadOld) await rename(aside, target);
    throw error;
  }
  await rm(aside, { recursive: true, force: true, maxRetries: 3 });
}

/** False when there is nothing at `from`. */
async function moved(from: string, to: string): Promise<boolean> {
  try {
    await patiently(() => rename(from, to));
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** On Windows a virus scanner or a preview may hold a file for a moment. */
async function patiently(action: () => Promise<void>): Promise<void> {
  for (let wait = 50; ; wait *= 2) {
    try {
      return await action();
    } catch (error) {
      if (!['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(error)) || wait > 1000) throw error;
      await setTimeout(wait);
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
