import { access, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyCourse, fixtures, listFiles, runFupan } from './copied-course.ts';

const minute = 60_000;

/** One course, built as its weeks go by: each step stands on the one before. */
describe('a course from its first build on', () => {
  let root: string;
  let first: string[];
  const build = (...options: string[]) => runFupan(['build', ...options, '--root', root]);
  const readPage = (file: string) => readFile(join(root, 'dist/reports', file), 'utf8');

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'fupan-course-'));
    await cp(join(fixtures, 'sound'), root, { recursive: true });
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  test('a sound course gives site and PDF', { timeout: 2 * minute }, async () => {
    const { code, out, err } = await build();
    expect({ code, err }).toEqual({ code: 0, err: expect.any(String) });
    expect(out).toMatch(/报告 1 · 章 1 · 图 1 · 数值 1 · 网页 \d+ · PDF 页 \d+/);
    first = await listFiles(join(root, 'dist'));
    expect(first).toEqual(
      expect.arrayContaining([
        'course.json',
        'index.html',
        'reports/alpha.pdf',
        'reports/alpha/background.html',
        'reports/alpha/data.html',
        'reports/alpha/data/visits.csv',
        'reports/alpha/figures/weekly.csv',
        'reports/alpha/figures/weekly.svg',
        'reports/alpha/index.html',
        'reports/alpha/numbers.html',
        'reports/alpha/report.json',
      ]),
    );
    const chapter = await readPage('alpha/background.html');
    expect(chapter).toContain('100 次');
    expect(chapter).toContain('{process.exit()}');
    const pdf = await readFile(join(root, 'dist/reports/alpha.pdf'));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('with a second report that is broken, the old dist stays', { timeout: 2 * minute }, async () => {
    await cp(join(fixtures, 'one-broken'), root, { recursive: true });
    await writeFile(join(root, 'dist/index.html'), 'old');
    const { code, out, err } = await build();
    expect(code).toBe(1);
    expect(out).toContain('content/reports/beta/01-background.mdx:5:');
    expect(err).toContain('原有的 dist/ 没有改动');
    expect(await listFiles(join(root, 'dist'))).toEqual(first);
    expect(await readFile(join(root, 'dist/index.html'), 'utf8')).toBe('old');
  });

  test('a third one that was just begun is sound', { timeout: minute }, async () => {
    expect((await runFupan(['new', 'team-1', '--root', root])).code).toBe(0);
    const { code, out } = await runFupan(['check', 'team-1', '--root', root]);
    expect(out).not.toMatch(/ (错误|警告) /);
    expect(code).toBe(0);
  });

  test('--draft gives sound reports whole and the broken one as its problems', {
    timeout: 2 * minute,
  }, async () => {
    const { code, err } = await build('--draft');
    expect(code).toBe(1);
    expect(err).toContain('已按草稿输出');
    const files = await listFiles(join(root, 'dist'));
    for (const slug of ['background', 'planning', 'content', 'analytics', 'users', 'results']) {
      expect(files).toContain(`reports/team-1/${slug}.html`);
    }
    expect(files).toContain('reports/alpha.pdf');
    expect(files).toContain('reports/alpha/background.html');
    expect(files).not.toContain('reports/beta.pdf');
    expect(files).not.toContain('reports/beta/background.html');
    expect(await readPage('beta/index.html')).toContain('content/reports/beta/01-background.mdx:5:');
    expect(await readPage('alpha/index.html')).toContain('草稿');
  });
});

describe('a hostile report', () => {
  test('is refused before anything of it runs', { timeout: minute }, async () => {
    const root = await copyCourse('sound');
    const stolen = join(root, 'stolen.csv');
    await writeFile(
      join(root, 'data/alpha/metrics.yaml'),
      [
        '访问量: { metric: sum, from: visits, with: { column: visits }, by: week, unit: 次 }',
        `抄走: { sql: "COPY visits TO '${stolen}'", unit: 行 }`,
        `偷看: { query: "SELECT * FROM read_text('/etc/passwd')" }`,
        `夹带: { metric: count, from: visits, where: "1 = (SELECT count(*) FROM '/etc/passwd')" }`,
        '',
      ].join('\n'),
    );
    const { code, out } = await runFupan(['build', '--root', root]);
    expect(code).toBe(1);
    expect(out).toContain('data/alpha/metrics.yaml:2:');
    expect(out.match(/\[sql-refused\]/g)).toHaveLength(3);
    expect(out).not.toContain('root:');
    await expect(access(stolen)).rejects.toThrow();
    await expect(access(join(root, 'dist'))).rejects.toThrow();
  });
});

describe('new', () => {
  test('never overwrites', { timeout: minute }, async () => {
    const root = await copyCourse('sound');
    const { code, err } = await runFupan(['new', 'alpha', '--root', root]);
    expect(code).toBe(2);
    expect(err).toContain('已经存在');
  });
});

describe('values', () => {
  test('lists names, values and tags', { timeout: minute }, async () => {
    const root = await copyCourse('sound');
    const { code, out } = await runFupan(['values', 'alpha', '--root', root]);
    expect(code).toBe(0);
    expect(out).toBe(['名称    数值    标签', '访问量  100 次  <Value of="访问量" />', ''].join('\n'));
  });
});
