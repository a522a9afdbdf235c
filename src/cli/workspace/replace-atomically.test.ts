import promises, { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { replaceAtomically, restoreInterrupted } from './replace-atomically.ts';

let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'fupan-swap-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await mkdir(join(root, 'work/out'), { recursive: true });
  await writeFile(join(root, 'work/out/page.html'), 'new');
});

const page = () => readFile(join(root, 'dist/page.html'), 'utf8');

test('puts the new folder where there was none', async () => {
  await replaceAtomically(join(root, 'work/out'), join(root, 'dist'));
  expect(await page()).toBe('new');
  expect(await readdir(join(root, 'work'))).toEqual([]);
});

test('replaces the old folder whole', async () => {
  await mkdir(join(root, 'dist'));
  await writeFile(join(root, 'dist/page.html'), 'old');
  await writeFile(join(root, 'dist/gone.html'), 'old');
  await replaceAtomically(join(root, 'work/out'), join(root, 'dist'));
  expect(await readdir(join(root, 'dist'))).toEqual(['page.html']);
  expect(await page()).toBe('new');
  expect(await readdir(join(root, 'work'))).toEqual([]);
});

test('keeps the old folder when there is nothing new', async () => {
  await mkdir(join(root, 'dist'));
  await writeFile(join(root, 'dist/page.html'), 'old');
  await rm(join(root, 'work/out'), { recursive: true });
  await expect(replaceAtomically(join(root, 'work/out'), join(root, 'dist'))).rejects.toThrow('ENOENT');
  expect(await page()).toBe('old');
});

test('puts the old folder back that a killed build had moved away, and no other', async () => {
  await mkdir(join(root, 'work/old'));
  await writeFile(join(root, 'work/old/page.html'), 'old');
  await restoreInterrupted(join(root, 'work'), join(root, 'dist'));
  expect(await page()).toBe('old');
  await mkdir(join(root, 'work/old'));
  await writeFile(join(root, 'work/old/page.html'), 'older');
  await restoreInterrupted(join(root, 'work'), join(root, 'dist'));
  expect(await page()).toBe('old');
});

/** As Windows does while a program has the file open: neither it nor a folder above it can be moved or removed. */
function holdFile(file: string): void {
  const { rename, rm: remove } = promises;
  const refuse = (path: unknown): void => {
    if (`${join(root, file)}/`.startsWith(`${String(path)}/`))
      throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
  };
  promises.rename = async (from, to) => {
    refuse(from);
    refuse(to);
    return rename(from, to);
  };
  promises.rm = async (path, options) => {
    refuse(path);
    return remove(path, options);
  };
  syncBuiltinESMExports();
  onTestFinished(() => {
    Object.assign(promises, { rename, rm: remove });
    syncBuiltinESMExports();
  });
}

test('a file that a program holds stays and is named, the rest is replaced', {
  timeout: 20_000,
}, async () => {
  await mkdir(join(root, 'dist/reports'), { recursive: true });
  await mkdir(join(root, 'work/out/reports/r'), { recursive: true });
  await writeFile(join(root, 'dist/page.html'), 'old');
  await writeFile(join(root, 'dist/gone.html'), 'old');
  await writeFile(join(root, 'dist/reports/r.pdf'), 'old');
  await writeFile(join(root, 'work/out/reports/r.pdf'), 'new');
  await writeFile(join(root, 'work/out/reports/r/index.html'), 'new');
  holdFile('dist/reports/r.pdf');
  expect(await replaceAtomically(join(root, 'work/out'), join(root, 'dist'))).toEqual(['reports/r.pdf']);
  expect(await page()).toBe('new');
  expect((await readdir(join(root, 'dist'), { recursive: true })).sort()).toEqual([
    'page.html',
    'reports',
    'reports/r',
    'reports/r.pdf',
    'reports/r/index.html',
  ]);
  expect(await readdir(join(root, 'work'))).toEqual([]);
});

test('one that is as it should be is not named; one that should go is', { timeout: 20_000 }, async () => {
  for (const name of ['work/out', 'dist']) {
    await mkdir(join(root, name, 'reports'), { recursive: true });
    await writeFile(join(root, name, 'reports/r.pdf'), 'same');
  }
  holdFile('dist/reports/r.pdf');
  expect(await replaceAtomically(join(root, 'work/out'), join(root, 'dist'))).toEqual([]);
  await mkdir(join(root, 'work/out'));
  expect(await replaceAtomically(join(root, 'work/out'), join(root, 'dist'))).toEqual(['reports/r.pdf']);
});
