/** The demo course, built once as its readers get it. */
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageDir } from '../cli/work-folders.ts';
import { filesIn, fupan, type Said } from './course-copy.ts';
import { walkLinks } from './link-walk.ts';

let root = '';
let said: Said;

interface Report {
  title: string;
  chapters: { slug: string }[];
  figures: { id: string; number: string; kind: string; chapter: string }[];
  tables: { id: string; number: string }[];
  values: { name: string; value: number | null; unit: string; text: string; chapters: string[] }[];
  coverage: { done: number; total: number };
}

const demo = (file: string) => join(root, 'dist/reports/growth-lab', file);
const readReport = async () => JSON.parse(await readFile(demo('report.json'), 'utf8')) as Report;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'fupan-demo-'));
  for (const folder of ['content', 'data']) {
    await cp(join(packageDir, folder), join(root, folder), { recursive: true });
  }
  said = await fupan('build', '--root', root);
}, 180_000);

afterAll(() => rm(root, { recursive: true, force: true }));

describe('demo course', () => {
  test('builds without an error or a warning', () => {
    expect(said.out).not.toMatch(/ (错误|警告) /);
    expect(said.code).toBe(0);
  });

  test('has its pages', async () => {
    const files = await filesIn(join(root, 'dist'));
    const { chapters } = await readReport();
    expect(chapters).toHaveLength(6);
    const pages = ['index', 'numbers', 'data', ...chapters.map(({ slug }) => slug)];
    expect(files).toEqual(
      expect.arrayContaining([
        'index.html',
        'course.json',
        'reports/growth-lab.pdf',
        'reports/growth-lab/report.json',
        ...pages.map((page) => `reports/growth-lab/${page}.html`),
      ]),
    );
  });

  test('has at least 12 numbered figures over five kinds, each with drawing, table and text', async () => {
    const { figures, chapters } = await readReport();
    expect(figures.length).toBeGreaterThanOrEqual(12);
    expect(new Set(figures.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(5);
    for (const { id, number, chapter } of figures) {
      const html = await readFile(demo(`${chapter}.html`), 'utf8');
      const place = html.indexOf(` id="${id}"`);
      expect(place, id).toBeGreaterThan(0);
      const part = html.slice(place, html.indexOf('</figure>', place));
      expect(part, id).toMatch(/<svg[\s\S]*<title|<svg[^>]*aria-label/);
      expect(part, id).toContain('<table');
      expect(part, id).toContain(number);
    }
    expect(new Set(figures.map(({ chapter }) => chapter)).size).toBe(chapters.length);
  });

  test('cites at least two values and one figure in every chapter', async () => {
    const { chapters, values } = await readReport();
    for (const { slug } of chapters) {
      const cited = values.filter((value) => value.chapters.includes(slug));
      expect(cited.length, slug).toBeGreaterThanOrEqual(2);
    }
  });

  test('covers every required part', async () => {
    const { coverage } = await readReport();
    expect(coverage.done).toBe(coverage.total);
  });

  test('has no dead link and fetches nothing from elsewhere', async () => {
    const { links, dead, requests } = await walkLinks(join(root, 'dist'));
    expect(links.length).toBeGreaterThan(100);
    expect(dead).toEqual([]);
    expect(requests).toEqual([]);
  });

  test('says that its data are simulated', async () => {
    expect(await readFile(demo('index.html'), 'utf8')).toContain('模拟数据');
  });

  test('has a PDF of at least 15 pages', () => {
    expect(Number(/PDF 页 (\d+)/.exec(said.out)?.[1])).toBeGreaterThanOrEqual(15);
  });
});
