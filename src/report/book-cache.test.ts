import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { courseFile } from '../schema/course-file.ts';
import { createSampleBook } from '../test/sample-book.ts';
import { buildFolders, computeReportKeys, readCache, writeCache } from './book-cache.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fupan-cache-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const built = { report: 'r', title: 'R', problems: [] };

test('what was built from the same files is recalled, from others not', async () => {
  await writeCache(folder, 'a', built);
  expect(await readCache(folder, 'r', 'a')).toEqual(built);
  expect(await readCache(folder, 'r', 'b')).toBeUndefined();
  expect(await readCache(folder, 's', 'a')).toBeUndefined();
});

test('a changed entry, or downloads that are not what was written, count as nothing', async () => {
  const book = createSampleBook();
  const [dataset] = book.datasets;
  const sha256 = createHash('sha256').update('a,b').digest('hex');
  const written = {
    ...built,
    book: { ...book, datasets: [{ ...dataset!, download: { bytes: 3, sha256, guarded: 0 } }] },
  };
  const downloads = join(folder, 'downloads');
  const table = join(downloads, `${dataset!.name}.csv`);
  await mkdir(downloads);
  await writeFile(table, 'a,b');
  await writeCache(folder, 'a', written);
  // An image that was not written yet.
  expect(await readCache(folder, 'r', 'a', downloads)).toBeUndefined();
  await mkdir(join(downloads, 'media'));
  for (const { sizes } of Object.values(book.images))
    for (const { name } of sizes) await writeFile(join(downloads, 'media', name), '');
  expect(await readCache(folder, 'r', 'a', downloads)).toEqual(written);
  await writeFile(table, 'a,c');
  expect(await readCache(folder, 'r', 'a', downloads)).toBeUndefined();
  expect(await readCache(folder, 'r', 'a')).toEqual(written);
  const kept = await readFile(join(folder, 'r.json'), 'utf8');
  await writeFile(join(folder, 'r.json'), kept.replace('"title":"R"', '"title":"S"'));
  expect(await readCache(folder, 'r', 'a')).toBeUndefined();
});

const source = {
  report: 'r',
  folder: 'content/reports/r',
  chapters: [],
  charts: [],
  assets: [],
  problems: [],
};
const course = courseFile.parse({ title: 'C' });

test('the key follows every input', async () => {
  const computeWhole = async (...of: Parameters<typeof computeReportKeys>) =>
    JSON.stringify((await computeReportKeys(...of)).whole);
  const first = await computeWhole(folder, source, course);
  expect(await computeWhole(folder, source, course)).toBe(first);
  expect(await computeWhole(folder, { ...source, assets: ['x.png'] }, course)).not.toBe(first);
  expect(await computeWhole(folder, source, { ...course, title: 'D' })).not.toBe(first);
});

test('the keys of the data follow data and course, and no text', async () => {
  const computeData = async (...of: Parameters<typeof computeReportKeys>) =>
    (await computeReportKeys(...of)).data;
  const first = await computeData(folder, source, course);
  expect(await computeData(folder, { ...source, assets: ['x.png'] }, course)).toEqual(first);
  const { rules, ...others } = await computeData(folder, source, { ...course, title: 'D' });
  expect(rules).not.toBe(first.rules);
  expect(others).toEqual({ program: first.program, notes: first.notes });
  const write = async (name: string, text: string) => {
    await mkdir(dirname(join(folder, 'data/r', name)), { recursive: true });
    await writeFile(join(folder, 'data/r', name), text);
    return computeData(folder, source, course);
  };
  const withTable = await write('a.csv', 'a\n1\n');
  expect(withTable.rules).not.toBe(first.rules);
  expect(withTable.notes).toBe(first.notes);
  const withNotes = await write('tables.yaml', 'a.csv: { title: A }');
  expect(withNotes.notes).not.toBe(first.notes);
  expect(withNotes.rules).not.toBe(withTable.rules);
  const withMetrics = await write('metrics.yaml', 'a: 1');
  expect(await write('metrics.yaml', 'a: 2')).toEqual(withMetrics);
  const withChart = await write('charts/a.vl.yaml', 'a: 1');
  expect(await write('charts/a.vl.yaml', 'a: 2')).toEqual(withChart);
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
