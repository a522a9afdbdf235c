import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { summarizeReport } from '../components/summary/report-summary.ts';
import { createSampleBook } from '../test/sample-book.ts';
import type { Site } from './site-memory.ts';
import { computePartKey, findPart, splitSite } from './site-parts.ts';

function createSite(): Site {
  const folder = mkdtempSync(join(tmpdir(), 'fupan-parts-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'a.csv'), '1');
  const books = ['a', 'a-2'].map((report) => ({ ...createSampleBook(), report }));
  return {
    content: {
      course: { title: '课', description: '', term: '', language: 'zh', mentors: [], phases: [], parts: [] },
      pages: [],
      reports: books,
      summaries: books.map((one) => summarizeReport(one, [])),
      gallery: [],
      printed: true,
    },
    texts: { 'pages/x': 'x', 'reports/a/index': 'a', 'reports/a-2/index': 'b' },
    files: [
      { from: join(folder, 'a.csv'), to: 'reports/a/data/a.csv' },
      { from: join(folder, 'a.csv'), to: 'reports/a-2/data/a.csv' },
    ],
  };
}

const computeKeys = async (site: Site) =>
  Object.fromEntries(
    await Promise.all(splitSite(site).map(async (part) => [part.name, await computePartKey(part)])),
  ) as Record<string, string>;

/** Names of the parts whose keys differ. */
async function findChanged(site: Site, change: (changed: Site) => void): Promise<string[]> {
  const before = await computeKeys(site);
  const changed = structuredClone(site);
  change(changed);
  const after = await computeKeys(changed);
  return Object.keys(after).filter((name) => after[name] !== before[name]);
}

test('each path belongs to one part', () => {
  const paths = {
    'index.html': 'course',
    'assets/site.css': 'course',
    'guide.html': 'course',
    'guide/tags.html': 'guide',
    'guide/figures/bars.svg': 'guide',
    'reports/a.pdf': 'reports/a',
    'reports/a/index.html': 'reports/a',
    'reports/a/data/a.csv': 'reports/a',
    'reports/a-2/index.html': 'reports/a-2',
  };
  for (const [path, part] of Object.entries(paths)) expect(findPart(path), path).toBe(part);
});

test('every text and every file belongs to a part', () => {
  const site = createSite();
  const parts = splitSite(site);
  expect(parts.map(({ name }) => name)).toEqual(['course', 'guide', 'reports/a', 'reports/a-2']);
  expect(Object.assign({}, ...parts.map(({ texts }) => texts))).toEqual(site.texts);
  expect(parts.flatMap(({ files }) => files)).toEqual(site.files);
});

test('a change of one report changes its own part, and the course where its summary changes', async () => {
  const site = createSite();
  expect(await findChanged(site, () => undefined)).toEqual([]);
  expect(
    await findChanged(site, ({ texts }) => {
      texts['reports/a/index'] = 'c';
    }),
  ).toEqual(['reports/a']);
  expect(await findChanged(site, ({ content }) => content.summaries.pop())).toEqual(['course']);
});

test('a change of the course changes every part, and one of a file its own', async () => {
  const site = createSite();
  const changeTitle = ({ content }: Site) => {
    content.course.title = '另一门课';
  };
  expect(await findChanged(site, changeTitle)).toEqual(['course', 'guide', 'reports/a', 'reports/a-2']);
  const before = await computeKeys(site);
  writeFileSync(site.files[0]!.from, '2');
  const after = await computeKeys({ ...site, files: site.files.slice(0, 1) });
  expect(after['reports/a']).not.toBe(before['reports/a']);
});
