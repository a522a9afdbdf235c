import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { makeFolder, moveInside, removeInside } from '../../files/door.ts';
import { listFiles } from '../../files/folder-files.ts';
import { getErrorCode, isHeld } from '../../problems/error-code.ts';

/**
 * Puts the folder `fresh` in the place of `target`. Until the last rename the old one is whole; when that
 * fails the old one is put back. `fresh` lies below the folder of `target`. Where a program holds a file of the old one,
 * as Windows lets it, no folder can be moved: the files are then replaced one by one. Gives the paths in `target` of
 * those that could not be.
 */
export async function replaceAtomically(fresh: string, target: string): Promise<string[]> {
  const root = dirname(target);
  const backup = join(dirname(fresh), old);
  await removeInside(root, backup);
  let hadOld: boolean;
  try {
    hadOld = await moveIfPresent(root, target, backup);
  } catch (error) {
    if (!isHeld(error)) throw error;
    return replaceFiles(fresh, target);
  }
  try {
    await retryWhileHeld(() => moveInside(root, fresh, target));
  } catch (error) {
    if (hadOld) await moveInside(root, backup, target);
    throw error;
  }
  await removeInside(root, backup);
  return [];
}

/** Gives those that are held and are not as they should be. */
async function replaceFiles(fresh: string, target: string): Promise<string[]> {
  const root = dirname(target);
  const held: string[] = [];
  const files = await listFiles(fresh);
  for (const file of files) {
    await makeFolder(target, dirname(file));
    const [from, to] = [join(fresh, file), join(target, file)];
    try {
      await moveInside(root, from, to);
    } catch (error) {
      if (!isHeld(error)) throw error;
      if (!(await isSame(from, to))) held.push(file);
    }
  }
  const wanted = new Set(files);
  for (const file of await listFiles(target)) {
    if (wanted.has(file)) continue;
    try {
      await removeInside(target, file);
    } catch (error) {
      if (!isHeld(error)) throw error;
      held.push(file);
    }
  }
  await removeInside(root, fresh);
  return held;
}

async function isSame(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((file) => readFile(file).catch(() => undefined)));
  return a !== undefined && b?.equals(a) === true;
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
    await retryWhileHeld(() => moveInside(root, from, to));
    return true;
  } catch (error) {
    if (getErrorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** On Windows a virus scanner or a preview may hold a file for a moment. */
async function retryWhileHeld(action: () => Promise<void>): Promise<void> {
  for (let wait = 50; ; wait *= 2) {
    try {
      return await action();
    } catch (error) {
      if (!isHeld(error) || wait > 1000) throw error;
      await setTimeout(wait);
    }
  }
}
