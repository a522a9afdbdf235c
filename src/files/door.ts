/**
 * The one door for writing: whoever writes, moves or removes says in which folder, and no path leaves it, neither by its
 * name nor through a link. Nothing else in the program changes a file; `src/test/door.test.ts` holds it.
 */
import { createWriteStream, mkdtempSync, rmSync, type WriteStream } from 'node:fs';
import { copyFile, cp, link, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { getErrorCode } from '../problems/error-code.ts';
import { resolvePlain } from './path-guard.ts';

type Content = string | Uint8Array;

/** Makes a folder in `folder`, and those above it. */
export async function makeFolder(folder: string, name = '.'): Promise<void> {
  await makePath(resolvePlain(folder, name));
}

/** Folder by folder: asked for all at once, Node goes round for ever where a system lets nobody make any (`/proc`). */
async function makePath(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (getErrorCode(error) === 'ENOENT' && dirname(path) !== path) {
      await makePath(dirname(path));
      await mkdir(path).catch(ignoreExisting);
    } else await ignoreExisting(error, path);
  }
}

/** Another process may have made it meanwhile; a drive's root on Windows answers otherwise than by EEXIST. */
async function ignoreExisting(error: unknown, path?: string): Promise<void> {
  if (getErrorCode(error) === 'EEXIST') return;
  if (path !== undefined && (await stat(path).catch(() => undefined))?.isDirectory()) return;
  throw error;
}

async function makeRoom(folder: string, name: string): Promise<string> {
  const path = resolvePlain(folder, name);
  await makePath(dirname(path));
  return path;
}

/** Writes over what is there; the folders above are made. */
export async function writeInside(folder: string, name: string, content: Content): Promise<void> {
  await writeFile(await makeRoom(folder, name), content);
}

/** Throws with the code EEXIST when there is something. */
export async function writeNew(folder: string, name: string, content: Content): Promise<void> {
  await writeFile(await makeRoom(folder, name), content, { flag: 'wx' });
}

let halves = 0;

/**
 * Written beside and moved, so that no reader ever sees half of it. Two may write the same at the same time, in one process
 * or in two.
 */
export async function writeWhole(folder: string, name: string, content: Content): Promise<void> {
  const path = await makeRoom(folder, name);
  const half = resolvePlain(folder, `${name}.${process.pid}-${halves++}.part`);
  await writeFile(half, content);
  await rename(half, path);
}

/** A file that is written piece by piece; the folder above is there. */
export function openInside(folder: string, name: string): WriteStream {
  return createWriteStream(resolvePlain(folder, name));
}

/** Removes a file or a folder with all that is in it; there may be nothing. */
export async function removeInside(folder: string, name: string): Promise<void> {
  await rm(resolvePlain(folder, name), { recursive: true, force: true, maxRetries: 3 });
}

/** A folder with nothing in it, whatever was there. */
export async function emptyInside(folder: string, name: string): Promise<void> {
  await removeInside(folder, name);
  await makeFolder(folder, name);
}

/** Both in `folder`. */
export async function moveInside(folder: string, from: string, to: string): Promise<void> {
  await rename(resolvePlain(folder, from), resolvePlain(folder, to));
}

/** `source`: a file of anywhere, which who calls has looked at. */
export async function copyInto(source: string, folder: string, name: string): Promise<void> {
  await copyFile(source, await makeRoom(folder, name));
}

/** `source`: a folder that this program made. */
export async function copyFolderInto(source: string, folder: string, name: string): Promise<void> {
  await cp(source, await makeRoom(folder, name), { recursive: true });
}

/** One file under two names where the disk can do that: tables may be large. */
export async function linkInto(source: string, folder: string, name: string): Promise<void> {
  const path = await makeRoom(folder, name);
  await link(source, path).catch(() => copyFile(source, path));
}

/** Folders that this process made for itself. */
const scratch = new Set<string>();

/** A new folder for what is not kept, in that of the system or in `folder`. */
export function makeScratch(folder: string = tmpdir(), prefix = 'fupan-'): string {
  const path = mkdtempSync(join(folder, prefix));
  scratch.add(path);
  return path;
}

/** Removes what `makeScratch` made, and nothing else. */
export function removeScratch(path: string): void {
  if (scratch.delete(path)) rmSync(path, { recursive: true, force: true });
}

/** Of this process, which ends before it could do so itself. */
export function removeAllScratch(): void {
  for (const path of scratch) removeScratch(path);
}
