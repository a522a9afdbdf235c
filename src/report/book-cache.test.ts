import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { courseFile } from '../schema/course-file.ts';
import { buildFolders, computeReportKey, readCache, writeCache } from './book-cache.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fupan-cache-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const built = { report: 'r', title: 'R', problems: [] };

test('what was built from the same files is recalled, from others not', async () => {
  await writeCache(folder, { key: 'a', built });
  expect(await readCache(folder, 'r', 'a')).toEqual(built);
  expect(await readCache(folder, 'r', 'b')).toBeUndefined();
  expect(await readCache(folder, 's', 'a')).toBeUndefined();
});

test('a spoiled file, or downloads of another state, count as nothing', async () => {
  const downloads = join(folder, 'r');
  await writeCache(folder, { key: 'a', built }, downloads);
  expect(await readCache(folder, 'r', 'a', downloads)).toEqual(built);
  await writeFile(`${downloads}.key`, 'b');
  expect(await readCache(folder, 'r', 'a', downloads)).toBeUndefined();
  await writeFile(join(folder, 'r.json'), '{');
  expect(await readCache(folder, 'r', 'a')).toBeUndefined();
});

test('the key follows every input', async () => {
  const source = {
    report: 'r',
    folder: 'content/reports/r',
    chapters: [],
    charts: [],
    assets: [],
    problems: [],
  };
  const course = courseFile.parse({ title: 'C' });
  const first = await computeReportKey(folder, source, course);
  expect(await computeReportKey(folder, source, course)).toBe(first);
  expect(await computeReportKey(folder, { ...source, assets: ['x.png'] }, course)).not.toBe(first);
  expect(await computeReportKey(folder, source, { ...course, title: 'D' })).not.toBe(first);
});

test('the key follows every folder of the program that building imports', () => {
  const src = join(import.meta.dirname, '..');
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    const specifiers = readFileSync(file, 'utf8').matchAll(/(?:from|import\(|URL\()\s*'(\.[^']+\.ts)'/g);
    for (const [, target = ''] of specifiers) visit(join(dirname(file), target));
  };
  visit(join(import.meta.dirname, 'build-book.ts'));
  const folders = [...seen].map((file) => `src/${relative(src, file).split(/[\\/]/)[0]}`);
  expect([...new Set(folders)].sort()).toEqual(buildFolders.toSorted());
});
