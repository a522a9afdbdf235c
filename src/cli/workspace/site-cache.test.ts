import { appendFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { computeSiteKey, restoreCachedSite, writeSiteCache } from './site-cache.ts';

let root = '';
const at = (...names: string[]) => join(root, ...names);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'fupan-site-'));
  await mkdir(at('dist', 'reports', 'r'), { recursive: true });
  await writeFile(at('dist', 'index.html'), 'home');
  await writeFile(at('dist', 'reports', 'r', 'index.html'), 'report');
  await writeFile(at('dist', 'reports', 'r.pdf'), 'printed');
  await writeSiteCache(at('kept'), 'k', at('dist'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const recall = (key = 'k') => restoreCachedSite(at('kept'), key, { dist: at('dist'), out: at('out') });

test('pages of the same key are laid out again, without the PDFs, and again after that', async () => {
  expect(await recall()).toBe(true);
  expect(await readFile(at('out', 'reports', 'r', 'index.html'), 'utf8')).toBe('report');
  await expect(readFile(at('out', 'reports', 'r.pdf'))).rejects.toThrow();
  await writeFile(at('out', 'reports', 'r.pdf'), 'printed anew');
  expect(await readFile(at('dist', 'reports', 'r.pdf'), 'utf8')).toBe('printed');
  await rm(at('dist'), { recursive: true });
  await rename(at('out'), at('dist'));
  expect(await recall()).toBe(true);
});

test('another key, or a folder that somebody touched, is made again', async () => {
  expect(await recall('other')).toBe(false);
  await appendFile(at('dist', 'index.html'), '!');
  expect(await recall()).toBe(false);
});

test('so is one with a file too many or too few, and one without a note', async () => {
  await writeFile(at('dist', 'more.html'), '');
  expect(await recall()).toBe(false);
  await rm(at('dist', 'more.html'));
  expect(await recall()).toBe(true);
  await rm(at('dist', 'index.html'));
  expect(await recall()).toBe(false);
  await rm(at('kept'), { recursive: true });
  expect(await recall()).toBe(false);
});

test('the key follows what the pages see and what lies beside them', async () => {
  const course = { title: '', description: '', term: '', language: 'zh', mentors: [], phases: [] } as const;
  const content = {
    course: { ...course, mentors: [], phases: [] },
    pages: [],
    reports: [],
    gallery: [],
    printed: true,
  };
  const site = { content, texts: {}, files: [{ from: at('table.csv'), to: 'reports/r/data/table.csv' }] };
  await writeFile(at('table.csv'), '1');
  const first = await computeSiteKey(site);
  expect(await computeSiteKey(site)).toBe(first);
  expect(await computeSiteKey({ ...site, content: { ...content, printed: false } })).not.toBe(first);
  await writeFile(at('table.csv'), '2');
  expect(await computeSiteKey(site)).not.toBe(first);
});
