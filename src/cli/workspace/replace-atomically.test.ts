import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { replaceAtomically, restoreInterrupted } from './replace-atomically.ts';

let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'fupan-swap-'));
  await mkdir(join(root, 'work/out'), { recursive: true });
  await writeFile(join(root, 'work/out/page.html'), 'new');
});

afterEach(() => rm(root, { recursive: true, force: true }));

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
