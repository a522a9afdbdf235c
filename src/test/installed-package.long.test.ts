/** The program below another folder's `node_modules`, as npm installs it: read-only, its libraries beside it. */
import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, mkdtemp, readdir, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageDir } from '../cli/workspace/work-folders.ts';
import { hashFolder } from '../source/program-hash.ts';
import { copyCourse, fixtures, listFiles, readSite, runFupan } from './copied-course.ts';

const minutes = 150_000;
let parent: string;
let installed: string;

/** A course beside the folder that has the program: content and data, no package and no TypeScript. */
async function createCourse(name: string): Promise<string> {
  const root = join(parent, name);
  await cp(join(fixtures, 'sound'), root, { recursive: true });
  return root;
}

async function setWritable(folder: string, writable: boolean): Promise<void> {
  const items = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const item of items) {
    const mode = item.isDirectory() ? 0o555 : 0o444;
    await chmod(join(item.parentPath, item.name), writable ? mode | 0o200 : mode);
  }
  await chmod(folder, writable ? 0o755 : 0o555);
}

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'fupan-installed-'));
  const modules = join(parent, 'other', 'node_modules');
  installed = join(modules, 'fupan');
  await mkdir(installed, { recursive: true });
  for (const name of await readdir(join(packageDir, 'node_modules')))
    if (!name.startsWith('.'))
      await symlink(join(packageDir, 'node_modules', name), join(modules, name), 'junction');
  for (const name of ['src', 'public', 'package.json', 'tsconfig.json'])
    await cp(join(packageDir, name), join(installed, name), { recursive: true });
  await setWritable(installed, false);
});
afterAll(async () => {
  await setWritable(installed, true);
  await rm(parent, { recursive: true, force: true });
});

const runInstalled = (args: string[], cwd: string) =>
  runFupan(args, {}, cwd, join(installed, 'src/cli/fupan.mjs'));

/** Names, contents and times of the package, and the names beside it. */
async function readInstalled(): Promise<string[]> {
  const files = await listFiles(installed);
  const times = await Promise.all(files.map(async (file) => (await stat(join(installed, file))).mtimeMs));
  const hash = createHash('sha256');
  await hashFolder(hash, installed);
  return [hash.digest('hex'), String(times), ...(await readdir(join(installed, '..')))];
}

test('builds the same bytes as elsewhere, and writes nothing into itself', {
  timeout: 4 * minutes,
}, async () => {
  const before = await readInstalled();
  const root = await createCourse('course');
  const { code, out, err } = await runInstalled(['build'], root);
  expect(code, out + err).toBe(0);
  expect(err).not.toMatch(/warning/i);
  const plain = await copyCourse('sound');
  expect((await runFupan(['build', '--root', plain])).code).toBe(0);
  expect(await readSite(root)).toEqual(await readSite(plain));
  expect(await readInstalled()).toEqual(before);
});

test('its threads run too', { timeout: minutes }, async () => {
  const root = await createCourse('simulated');
  const args = ['simulate', 'lab', '--world', 'growth-lab', '--scale', '4.1'];
  const { code, out, err } = await runInstalled(args, root);
  expect(code, out + err).toBe(0);
  expect((await readdir(join(root, 'data/lab'))).filter((file) => file.endsWith('.parquet'))).not.toEqual([]);
});

test('ten of ten pairs of builds at once are sound', { timeout: 20 * minutes }, async () => {
  let site: Map<string, string> | undefined;
  for (let pair = 0; pair < 10; pair++) {
    const roots = await Promise.all([`left-${pair}`, `right-${pair}`].map(createCourse));
    const built = await Promise.all(roots.map((root) => runInstalled(['build', '--root', root], parent)));
    for (const { code, out, err } of built) expect(code, out + err).toBe(0);
    for (const root of roots) {
      const own = await readSite(root);
      site ??= own;
      expect(own).toEqual(site);
      await rm(root, { recursive: true });
    }
  }
});
