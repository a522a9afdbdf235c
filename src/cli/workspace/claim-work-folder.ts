import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, removeInside, writeInside } from '../../files/door.ts';
import { assertPlainWorkFolders } from './work-folders.ts';

const folder = '.fupan';
const stamp = 'made-here';

/**
 * Makes `.fupan` ready to be written to. One that came with a course handed in is emptied: what it keeps would be printed
 * as it lies, and Astro would run what it finds there. Its stamp names the folder as this disk knows it, which nobody
 * elsewhere can foresee. Throws RefusedPathError where it, or `dist`, holds a link.
 */
export async function claimWorkFolder(root: string): Promise<void> {
  assertPlainWorkFolders(root);
  await makeFolder(root, folder);
  if (isClaimed(root)) return;
  // A lock of a build that began at the same moment says itself which folder it is of.
  const left = readdirSync(join(root, folder)).filter((name) => name !== 'build.lock');
  for (const name of left) await removeInside(root, join(folder, name));
  await writeInside(root, join(folder, stamp), computeStamp(root));
}

/** Whether `.fupan` is there and was made here. */
export function isClaimed(root: string): boolean {
  const found = readStamp(root);
  return found !== undefined && found === computeStamp(root);
}

/** What names the folder `.fupan` on this disk, and no copy of it. */
export function computeStamp(root: string): string {
  const { dev, ino, birthtimeNs } = statSync(join(root, folder), { bigint: true });
  return `${dev} ${ino} ${birthtimeNs}\n`;
}

function readStamp(root: string): string | undefined {
  try {
    return readFileSync(join(root, folder, stamp), 'utf8');
  } catch {
    return undefined;
  }
}
