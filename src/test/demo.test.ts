/** The demo course, built once as its readers get it, and then with more reports, as the weeks of a course go by. */
import { createHash } from 'node:crypto';
import { cp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listCodes } from '../base/registry/column-display.ts';
import { getCacheFolders } from '../cli/workspace/cache-folders.ts';
import { buildCourse } from '../report/build-course.ts';
import { numbersFile } from '../schema/numbers-file.ts';
import { fixtures, listFiles, runFupan } from './copied-course.ts';
import { buildDemo, type DemoBuild } from './demo-build.ts';
import { checkLinks } from './link-report.ts';
import { collectPaints } from './painted-names.ts';
import { PdfFile } from './pdf-file.ts';
import { readPageText, readPassageText } from './visible-text.ts';
import { workOut } from './worked-formula.ts';

let demo: DemoBuild;

interface Report {
  title: string;
  chapters: { slug: string }[];
  figures: { id: string; number: string; kind: string; chapter: string }[];
  tables: { id: string; number: string }[];
  values: { name: string; value: number | null; unit: string; text: string; chapters: string[] }[];
  coverage: { done: number; total: number };
}

const resolveReportPath = (file: string) => join(demo.root, 'dist/reports/growth-lab', file);
const readReport = async () => JSON.parse(await readFile(resolveReportPath('report.json'), 'utf8')) as Report;

beforeAll(async () => {
  demo = await buildDemo();
}, 400_000);

afterAll(() => demo.remove());

describe('demo course', () => {
  test('builds without an error or a warning', () => {
    expect(demo.result.out).not.toMatch(/ (错误|警告) /);
    expect(demo.result).toMatchObject({ code: 0 });
    expect(demo.result.out).toMatch(/报告 3 · 章 16 · 图 \d+ · 数值 \d+ · 网页 \d+ · PDF 页 \d+/);
  });

  test('has its pages', async () => {
    const files = await listFiles(join(demo.root, 'dist'));
    const { chapters } = await readReport();
    expect(chapters).toHaveLength(6);
    const pages = ['index', 'numbers', 'data', ...chapters.map(({ slug }) => slug)];
    expect(files).toEqual(
      expect.arrayContaining([
        'index.html',
        'course.json',
        'guide/metrics.json',
        'guide/metrics/index.html',
        'guide/metrics/retention.html',
        'reports/growth-lab.pdf',
        'guide/check.schema.json',
        'guide/checks.html',
        'guide/numbers.schema.json',
        'reports/growth-lab/report.json',
        'reports/growth-lab/numbers.json',
        ...pages.map((page) => `reports/growth-lab/${page}.html`),
      ]),
    );
  });

  test('has no card: that is for its authors', async () => {
    const files = await listFiles(join(demo.root, 'dist'));
    expect(files.filter((file) => /\/card\.html$/.test(file))).toEqual([]);
    const texts = await Promise.all(
      files
        .filter((file) => /\.(?:html|js|json)$/.test(file) && file.startsWith('reports/'))
        .map((file) => readFile(join(demo.root, 'dist', file), 'utf8')),
    );
    expect(texts.filter((text) => text.includes('card-lines') || text.includes('card.html"'))).toEqual([]);
  });

  test('has its ledger as data, with formulas that can be worked out by hand', async () => {
    let worked = 0;
    for (const report of ['growth-lab', 'search-lab', 'community-lab']) {
      const text = await readFile(join(demo.root, 'dist/reports', report, 'numbers.json'), 'utf8');
      const { values, tables } = numbersFile.parse(JSON.parse(text));
      for (const value of values.filter((one) => one.worked !== undefined && one.value !== null)) {
        const result = workOut(value.worked!);
        const stated = value.value! / (/^(%|个百分点|pp)$/.test(value.unit) ? 100 : 1);
        // Numbers stand there with six digits: a difference of two that are alike keeps fewer.
        const most = 1e-4 * Math.max(Math.abs(stated), ...result.inputs.map(Math.abs));
        expect(Math.abs(result.value - stated), `${value.name}: ${value.worked}`).toBeLessThan(most);
        worked++;
      }
      for (const { table, days } of tables) if (days) expect(days.from <= days.to, table).toBe(true);
    }
    expect(worked).toBeGreaterThan(30);
  });

  test('says on every page what the books say', async () => {
    const { books, drawings } = getCacheFolders(demo.root);
    const { reports, pages } = await buildCourse({ root: demo.root, cache: { books, drawings } });
    const readPage = async (page: string) =>
      readPageText(await readFile(join(demo.root, 'dist', page), 'utf8'));
    for (const { report, abstract, chapters } of reports.map(({ book }) => book!)) {
      const home = readPassageText(abstract);
      expect(await readPage(`reports/${report}/index.html`)).toBe(home);
      for (const chapter of chapters) {
        expect(await readPage(`reports/${report}/${chapter.slug}.html`), chapter.file).toBe(
          readPassageText(chapter),
        );
      }
    }
    for (const page of pages) {
      expect(await readPage(`${page.slug}.html`), page.slug).toBe(readPassageText(page));
    }
    expect(pages.length).toBeGreaterThan(5);
  });

  test('gives a name one colour in all figures of a report', async () => {
    const { books, drawings } = getCacheFolders(demo.root);
    const { course, reports } = await buildCourse({ root: demo.root, cache: { books, drawings } });
    const names = new Set(
      Object.values(course.codes).flatMap((codes) => listCodes(codes, 'zh').map(([, name]) => name)),
    );
    for (const { report, book } of reports) {
      const paints = new Map<string, string>();
      for (const { id, kind, svg, phone } of book!.figures) {
        for (const [name, paint] of [svg, phone.svg].flatMap((one) =>
          collectPaints({ kind, svg: one }, names),
        )) {
          const known = paints.get(name) ?? paint;
          expect(`${report} ${id}: ${name} ${paint}`).toBe(`${report} ${id}: ${name} ${known}`);
          paints.set(name, known);
        }
      }
      if (report === 'growth-lab') expect(paints.size).toBeGreaterThan(7);
    }
  });

  test('its drawings carry no script and load nothing', async () => {
    const dist = join(demo.root, 'dist');
    const drawings = (await listFiles(dist)).filter((file) => file.endsWith('.svg'));
    expect(drawings.length).toBeGreaterThan(100);
    for (const file of drawings) {
      const svg = await readFile(join(dist, file), 'utf8');
      expect(svg, file).not.toMatch(
        /<(?:script|foreignObject|a|use|iframe)\b|\son\w+="|javascript:|@import/i,
      );
      expect(svg.match(/(?:href="|url\()(?!#|data:image\/)[^")]*/g) ?? [], file).toEqual([]);
    }
  });

  test('says of each table the SHA-256 of the download, too', async () => {
    const files = await listFiles(resolveReportPath('data'));
    const pages = files.filter((file) => file.endsWith('.html'));
    const texts = await Promise.all(pages.map((file) => readFile(resolveReportPath(`data/${file}`), 'utf8')));
    const page = texts.join('');
    const tables = files.filter((file) => file.endsWith('.csv'));
    expect(tables.length).toBeGreaterThan(20);
    for (const file of tables) {
      const bytes = await readFile(resolveReportPath(`data/${file}`));
      const entry = page.slice(page.indexOf(`href="${file}"`));
      const shown = entry.slice(0, entry.indexOf('</article>'));
      expect(shown, file).toContain(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  test('has at least 60 numbered figures over 20 kinds, each with drawing, table and text', async () => {
    const { figures, chapters } = await readReport();
    expect(figures.length).toBeGreaterThanOrEqual(60);
    expect(new Set(figures.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(20);
    for (const { id, number, chapter } of figures) {
      const html = await readFile(resolveReportPath(`${chapter}.html`), 'utf8');
      const place = html.indexOf(` id="${id}"`);
      expect(place, id).toBeGreaterThan(0);
      const part = html.slice(place, html.indexOf('</figure>', place));
      expect(part, id).toMatch(/<svg[\s\S]*<title|<svg[^>]*aria-label/);
      expect(part, id).toContain('<table');
      expect(part, id).toContain(number);
    }
    expect(new Set(figures.map(({ chapter }) => chapter)).size).toBe(chapters.length);
  });

  test('has at least 40 tables, and cites at least 150 values in its text', async () => {
    const { tables, values } = await readReport();
    expect(tables.length).toBeGreaterThanOrEqual(40);
    expect(values.filter(({ chapters }) => chapters.length > 0).length).toBeGreaterThanOrEqual(150);
  });

  test('cites at least two values and one figure in every chapter', async () => {
    const { chapters, values } = await readReport();
    for (const { slug } of chapters) {
      const cited = values.filter((value) => value.chapters.includes(slug));
      expect(cited.length, slug).toBeGreaterThanOrEqual(2);
    }
  });

  test('has no dead link and fetches nothing from elsewhere', async () => {
    const { links, dead, requests } = await checkLinks(join(demo.root, 'dist'));
    expect(links.length).toBeGreaterThan(100);
    expect(dead).toEqual([]);
    expect(requests).toEqual([]);
  });

  test('has no page too heavy for a phone', async () => {
    const dist = join(demo.root, 'dist');
    const heavy: string[] = [];
    for (const file of (await listFiles(dist)).filter((one) => one.endsWith('.html'))) {
      const html = await readFile(join(dist, file), 'utf8');
      const [bytes, elements] = [Buffer.byteLength(html), html.match(/<[a-z]/gi)!.length];
      if (bytes > 300_000 || elements > 6_000) heavy.push(`${file}: ${bytes} bytes, ${elements} elements`);
    }
    expect(heavy).toEqual([]);
  });

  test('prints its largest report in two megabytes', async () => {
    const { size } = await stat(join(demo.root, 'dist/reports/growth-lab.pdf'));
    expect(size).toBeLessThan(2_000_000);
  });

  test('says that its data are simulated', async () => {
    expect(await readFile(resolveReportPath('index.html'), 'utf8')).toContain('模拟数据');
  });

  test('covers 62 parts on 50 to 95 printed pages', async () => {
    const { coverage } = await readReport();
    expect(coverage).toMatchObject({ done: 62, total: 62 });
    const { pages } = new PdfFile(await readFile(join(demo.root, 'dist/reports/growth-lab.pdf')));
    expect(pages.length).toBeGreaterThanOrEqual(50);
    expect(pages.length).toBeLessThanOrEqual(95);
  });
});

describe('with three more reports, each step on the one before', () => {
  const build = (...options: string[]) => runFupan(['build', ...options, '--root', demo.root]);
  const readPage = (file: string) => readFile(join(demo.root, 'dist/reports', file), 'utf8');

  test('one is broken: the old dist stays', { timeout: 300_000 }, async () => {
    for (const [fixture, folder] of [
      ['sound', 'content/reports'],
      ['sound', 'data'],
      ['one-broken', 'content/reports'],
    ] as const) {
      await cp(join(fixtures, fixture, folder), join(demo.root, folder), { recursive: true });
    }
    const before = await listFiles(join(demo.root, 'dist'));
    await writeFile(join(demo.root, 'dist/index.html'), 'old');
    const { code, out, err } = await build();
    expect(code).toBe(1);
    expect(out).toContain('content/reports/beta/01-background.mdx:5:');
    expect(err).toContain('原有的 dist/ 没有改动');
    expect(await listFiles(join(demo.root, 'dist'))).toEqual(before);
    expect(await readFile(join(demo.root, 'dist/index.html'), 'utf8')).toBe('old');
  });

  test('one was just begun, and is sound', { timeout: 180_000 }, async () => {
    expect((await runFupan(['new', 'team-1', '--root', demo.root])).code).toBe(0);
    const { code, out } = await runFupan(['check', 'team-1', '--root', demo.root]);
    expect(out).not.toMatch(/ (错误|警告) /);
    expect(code).toBe(0);
  });

  test('--draft gives sound reports whole and the broken one as its problems', {
    timeout: 300_000,
  }, async () => {
    // Stamped as drafts the demo's own would be printed anew, which nothing here looks at.
    for (const own of ['growth-lab', 'search-lab', 'community-lab']) {
      await rm(join(demo.root, 'content/reports', own), { recursive: true });
    }
    const { code, err } = await build('--draft');
    expect(code).toBe(1);
    expect(err).toContain('已按草稿输出');
    const files = await listFiles(join(demo.root, 'dist'));
    expect(files).toEqual(
      expect.arrayContaining([
        'reports/alpha.pdf',
        'reports/alpha/background.html',
        'reports/alpha/data.html',
        'reports/alpha/data/visits.csv',
        'reports/alpha/figures/weekly.csv',
        'reports/alpha/figures/weekly.svg',
        'reports/alpha/index.html',
        'reports/alpha/numbers.html',
        'reports/alpha/report.json',
        ...['background', 'planning', 'content', 'analytics', 'users', 'results'].map(
          (slug) => `reports/team-1/${slug}.html`,
        ),
      ]),
    );
    expect(files).not.toContain('reports/beta.pdf');
    expect(files).not.toContain('reports/beta/background.html');
    expect(await readPage('beta/index.html')).toContain('content/reports/beta/01-background.mdx:5:');
    expect(await readPage('alpha/index.html')).toContain('草稿');
    const chapter = await readPage('alpha/background.html');
    expect(chapter).toContain('100 次');
    expect(chapter).toContain('{process.exit()}');
    const pdf = await readFile(join(demo.root, 'dist/reports/alpha.pdf'));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });
});
