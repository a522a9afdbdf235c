import { appendFile, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findPublished, keepReport, notePublished, PublishedSite } from './published-site.ts';

let root = '';
const ground = { program: 'p', course: 'c', printed: true };
const at = (...names: string[]) => join(root, ...names);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'fupan-site-'));
  await mkdir(at('dist', 'reports', 'r'), { recursive: true });
  await writeFile(at('dist', 'index.html'), 'home');
  await writeFile(at('dist', 'reports', 'r', 'index.html'), 'report');
  await writeFile(at('dist', 'reports', 'r.pdf'), 'printed');
  await notePublished(at('kept'), at('dist'), {
    keys: { course: 'k', 'reports/r': 'l' },
    parts: {},
    ground,
    summaries: [],
  });
});
afterEach(() => rm(root, { recursive: true, force: true }));

const keys = { course: 'k', 'reports/r': 'l' };
const recall = async (changed = {}) => {
  await rm(at('out'), { recursive: true, force: true });
  const last = await PublishedSite.open(at('kept'), { dist: at('dist'), out: at('out') });
  const same = last.findSameParts({ ...keys, ...changed });
  for (const name of same) await last.layPart(name);
  return same;
};

test('parts of the same key are laid out again, without the PDFs, and again after that', async () => {
  expect(await recall()).toEqual(new Set(['course', 'reports/r']));
  expect(await readFile(at('out', 'reports', 'r', 'index.html'), 'utf8')).toBe('report');
  await expect(readFile(at('out', 'reports', 'r.pdf'))).rejects.toThrow();
  await writeFile(at('out', 'reports', 'r.pdf'), 'printed anew');
  expect(await readFile(at('dist', 'reports', 'r.pdf'), 'utf8')).toBe('printed');
  await rm(at('dist'), { recursive: true });
  await rename(at('out'), at('dist'));
  expect(await recall()).toEqual(new Set(['course', 'reports/r']));
});

test('a part with another key, or with a file that somebody touched, is made again, and no other', async () => {
  expect(await recall({ course: 'other' })).toEqual(new Set(['reports/r']));
  expect(await readdir(at('out'))).toEqual(['reports']);
  await appendFile(at('dist', 'reports', 'r', 'index.html'), '!');
  expect(await recall()).toEqual(new Set(['course']));
  expect(await readdir(at('out'))).toEqual(['index.html']);
});

test('so is one with a file too many or too few, and all without a note', async () => {
  await writeFile(at('dist', 'more.html'), '');
  expect(await recall()).toEqual(new Set(['reports/r']));
  await rm(at('dist', 'more.html'));
  await rm(at('dist', 'reports', 'r', 'index.html'));
  expect(await recall()).toEqual(new Set(['course']));
  await rm(at('kept'), { recursive: true });
  expect(await recall()).toEqual(new Set());
});

const findNow = (changes = {}) => findPublished(at('kept'), at('dist'), { ...ground, ...changes });

test('what is published can stay while program, course and files are the same', async () => {
  expect(await findNow()).toEqual([]);
  expect(await findNow({ program: 'q' })).toBe('program');
  expect(await findNow({ course: 'd' })).toBe('course');
  expect(await findNow({ printed: false })).toBe('printed');
  await appendFile(at('dist/reports/r.pdf'), '!');
  expect(await findNow()).toBe('touched');
  await rm(at('dist'), { recursive: true });
  expect(await findNow()).toBeUndefined();
});

test('a dist that no note tells of, as one that was handed in, is not believed', async () => {
  await rm(at('kept'), { recursive: true });
  expect(await findNow()).toBe('touched');
});

test('a report is kept with its PDF, beside what is new', async () => {
  await mkdir(at('out/reports/s'), { recursive: true });
  await mkdir(at('dist/reports/r-2'));
  await writeFile(at('dist/reports/r-2/index.html'), 'another');
  await keepReport('r', { dist: at('dist'), out: at('out') });
  const kept = await readdir(at('out/reports'), { recursive: true });
  expect(kept.sort()).toEqual(['r', 'r.pdf', 'r/index.html', 's']);
});
