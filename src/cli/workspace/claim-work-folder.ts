import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, removeInside, writeInside } from '../../files/door.ts';
import { restoreInterrupted } from './replace-atomically.ts';
import { assertPlainWorkFolders } from './work-folders.ts';

const folder = '.fupan';
const stamp = 'made-here';

/**
 * Makes `.fupan` ready to be written to. One that came with a course handed in is emptied: what it keeps would be printed
 * as it lies, and Astro would run what it finds there. Its stamp names the folder as this disk knows it, which nobody
 * elsewhere can foresee. Throws RefusedPathError where it, or `dist`, holds a link. An output
 * that a killed build has left half moved is put back.
 */
export async function claimWorkFolder(root: string): Promise<void> {
  assertPlainWorkFolders(root);
  await makeFolder(root, folder);
  if (readStamp(root) === computeStamp(root))
    return restoreInterrupted(join(root, folder), join(root, 'dist'));
  const left = readdirSync(join(root, folder)).filter((name) => name !== 'build.pid');
  for (const name of left) await removeInside(root, join(folder, name));
  await writeInside(root, join(folder, stamp), computeStamp(root));
}

function computeStamp(root: string): string {
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
