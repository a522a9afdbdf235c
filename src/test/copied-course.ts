import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { listFiles } from '../files/folder-files.ts';

export { listFiles };

// Not the cache of who runs the tests. Charts that another test has drawn are not drawn again; the rest is kept by the
// path of the course, a new one each.
process.env.FUPAN_CACHE_DIR = join(tmpdir(), 'fupan-test-cache');

export const fixtures = fileURLToPath(new URL('./fixtures', import.meta.url));
const main = fileURLToPath(new URL('../cli/fupan.mjs', import.meta.url));

/** A course in a temporary folder made of fixtures laid over each other; gone when the test has ended. */
export async function copyCourse(...layers: string[]): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'fupan-course-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  for (const layer of layers) await cp(join(fixtures, layer), root, { recursive: true });
  return root;
}

/** The course `base` with more files, or others. */
export async function writeCourse(files: Record<string, string | Uint8Array>): Promise<string> {
  const root = await copyCourse('base');
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), content);
  }
  return root;
}

export interface CommandResult {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the command line as a process of its own, without colours. */
export function runFupan(
  args: string[],
  extra: Record<string, string> = {},
  cwd?: string,
  program = main,
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: '1', CI: '1', ...extra };
    const child = spawn(process.execPath, [program, ...args], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const result: CommandResult = { code: null, out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      result.out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      result.err += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...result, code }));
  });
}

/** Every file of a course's output with its bytes, to compare with those of another. */
export async function readSite(root: string): Promise<Map<string, string>> {
  const files = await listFiles(join(root, 'dist'));
  const texts = files.map(
    async (file) => [file, await readFile(join(root, 'dist', file), 'base64')] as const,
  );
  return new Map(await Promise.all(texts));
}
