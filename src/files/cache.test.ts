import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { Cache, watchDamage } from './cache.ts';

const folder = await mkdtemp(join(tmpdir(), 'fupan-cache-test-'));
const cache = new Cache(folder);
afterAll(() => rm(folder, { recursive: true }));

test('what was kept is read, for its key only', async () => {
  await cache.writeJson('books/a.json', 'key', { name: '甲', rows: [1, 2] });
  expect(cache.readJson('books/a.json', 'key')).toEqual({ name: '甲', rows: [1, 2] });
  expect(new Cache(join(folder, 'books')).readJson('a.json', 'key')).toEqual({ name: '甲', rows: [1, 2] });
  expect(cache.readJson('books/a.json', 'other')).toBeUndefined();
  expect(cache.readJson('books/b.json', 'key')).toBeUndefined();
});

test('bytes come back as they were, none as well', async () => {
  const bytes = Uint8Array.from({ length: 5000 }, (_, i) => i % 256);
  await cache.write('x.bin', bytes);
  expect(Buffer.from(cache.read('x.bin')!).equals(bytes)).toBe(true);
  await cache.write('empty', '');
  expect(cache.read('empty')).toHaveLength(0);
});

test('a changed, cut, empty or strange entry is none', async () => {
  const damaged: string[] = [];
  watchDamage((file) => damaged.push(file));
  onTestFinished(() => watchDamage(() => undefined));
  await cache.writeJson('a.json', 'key', { total: 100 });
  const whole = await readFile(join(folder, 'a.json'));
  const forged = Buffer.from(whole.toString('utf8').replace('100', '900'));
  for (const bytes of [
    forged,
    whole.subarray(0, -1),
    whole.subarray(0, 20),
    Buffer.alloc(0),
    Buffer.from('{}'),
  ]) {
    await writeFile(join(folder, 'a.json'), bytes);
    expect(cache.read('a.json')).toBeUndefined();
  }
  expect(damaged).toEqual(Array(5).fill(join(folder, 'a.json')));
  expect(cache.read('none.json')).toBeUndefined();
  expect(damaged).toHaveLength(5);
});

test('what cannot be written is not kept, and nobody is stopped', async () => {
  await writeFile(join(folder, 'file'), '');
  await cache.write('file/below', 'x');
  expect(cache.read('file/below')).toBeUndefined();
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
});
