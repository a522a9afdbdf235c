import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { courseFile } from '../schema/course.ts';
import { recall, remember, reportKey } from './cache.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fupan-cache-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const settled = { report: 'r', title: 'R', problems: [] };

test('what was settled from the same files is recalled, from others not', async () => {
  await remember(folder, { key: 'a', settled });
  expect(await recall(folder, 'r', 'a')).toEqual(settled);
  expect(await recall(folder, 'r', 'b')).toBeUndefined();
  expect(await recall(folder, 's', 'a')).toBeUndefined();
});

test('a spoiled file, or downloads of another state, count as nothing', async () => {
  const downloads = join(folder, 'r');
  await remember(folder, { key: 'a', settled }, downloads);
  expect(await recall(folder, 'r', 'a', downloads)).toEqual(settled);
  await writeFile(`${downloads}.key`, 'b');
  expect(await recall(folder, 'r', 'a', downloads)).toBeUndefined();
  await writeFile(join(folder, 'r.json'), '{');
  expect(await recall(folder, 'r', 'a')).toBeUndefined();
});

test('the key follows every input', async () => {
  const source = { report: 'r', folder: 'content/reports/r', chapters: [], charts: [], assets: [] };
  const course = courseFile.parse({ title: 'C' });
  const first = await reportKey(folder, source, course);
  expect(await reportKey(folder, source, course)).toBe(first);
  expect(await reportKey(folder, { ...source, assets: ['x.png'] }, course)).not.toBe(first);
  expect(await reportKey(folder, source, { ...course, title: 'D' })).not.toBe(first);
});
