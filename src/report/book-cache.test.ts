import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { courseFile } from '../schema/course-file.ts';
import { computeReportKey, readCache, writeCache } from './book-cache.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fupan-cache-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const settled = { report: 'r', title: 'R', problems: [] };

test('what was settled from the same files is recalled, from others not', async () => {
  await writeCache(folder, { key: 'a', settled });
  expect(await readCache(folder, 'r', 'a')).toEqual(settled);
  expect(await readCache(folder, 'r', 'b')).toBeUndefined();
  expect(await readCache(folder, 's', 'a')).toBeUndefined();
});

test('a spoiled file, or downloads of another state, count as nothing', async () => {
  const downloads = join(folder, 'r');
  await writeCache(folder, { key: 'a', settled }, downloads);
  expect(await readCache(folder, 'r', 'a', downloads)).toEqual(settled);
  await writeFile(`${downloads}.key`, 'b');
  expect(await readCache(folder, 'r', 'a', downloads)).toBeUndefined();
  await writeFile(join(folder, 'r.json'), '{');
  expect(await readCache(folder, 'r', 'a')).toBeUndefined();
});

test('the key follows every input', async () => {
  const source = { report: 'r', folder: 'content/reports/r', chapters: [], charts: [], assets: [] };
  const course = courseFile.parse({ title: 'C' });
  const first = await computeReportKey(folder, source, course);
  expect(await computeReportKey(folder, source, course)).toBe(first);
  expect(await computeReportKey(folder, { ...source, assets: ['x.png'] }, course)).not.toBe(first);
  expect(await computeReportKey(folder, source, { ...course, title: 'D' })).not.toBe(first);
});
