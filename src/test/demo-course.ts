import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageDir } from '../cli/work-folders.ts';
import { fupan, type Said } from './course-copy.ts';

export interface Demo {
  /** Folder of the copied course; the site is in `dist`. */
  root: string;
  said: Said;
  remove: () => Promise<void>;
}

/** Copies the course of this repository and builds it as its readers get it. */
export async function buildDemo(env: Record<string, string> = {}): Promise<Demo> {
  const root = await mkdtemp(join(tmpdir(), 'fupan-demo-'));
  for (const folder of ['content', 'data']) {
    await cp(join(packageDir, folder), join(root, folder), { recursive: true });
  }
  const said = await fupan(['build', '--root', root], env);
  return { root, said, remove: () => rm(root, { recursive: true, force: true }) };
}
