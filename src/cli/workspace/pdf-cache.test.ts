import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPdfCache, writePdfCache } from './pdf-cache.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fupan-pdfs-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const printed = { pdf: new Uint8Array([1, 2, 3]), pages: 7, problems: [] };

test('what was printed from the same book is recalled, from another not', async () => {
  await writePdfCache(folder, 'r', 'a', printed);
  expect(readPdfCache(folder, 'r', 'a')).toEqual(printed);
  expect(readPdfCache(folder, 'r', 'b')).toBeUndefined();
  expect(readPdfCache(folder, 's', 'a')).toBeUndefined();
});

test('a spoiled PDF counts as nothing', async () => {
  await writePdfCache(folder, 'r', 'a', printed);
  await writeFile(join(folder, 'r.pdf'), 'spoiled');
  expect(readPdfCache(folder, 'r', 'a')).toBeUndefined();
});
