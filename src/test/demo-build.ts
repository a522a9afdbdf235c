import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { packageDir } from '../cli/workspace/work-folders.ts';
import { type CommandResult, runFupan } from './copied-course.ts';

export interface DemoBuild {
  /** Folder of the copied course; the site is in `dist`. */
  root: string;
  result: CommandResult;
  remove: () => Promise<void>;
}

/** Copies the course of this repository and builds it as its readers get it. */
export async function buildDemo(env: Record<string, string> = {}): Promise<DemoBuild> {
  const root = await mkdtemp(join(tmpdir(), 'fupan-demo-'));
  for (const folder of ['content', 'data']) {
    await cp(join(packageDir, folder), join(root, folder), { recursive: true });
  }
  const build = () => runFupan(['build', '--root', root], env);
  let result = await build();
  // Once, beside other builds of the same package, it ended with no problem listed: what it printed then is shown.
  if (result.code !== 0 && !/ (错误|警告) /.test(result.out)) {
    process.stderr.write(`demo build ended with ${result.code}:\n${result.out.slice(-500)}\n${result.err}\n`);
    result = await build();
  }
  return { root, result, remove: () => rm(root, { recursive: true, force: true }) };
}
