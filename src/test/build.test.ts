import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyCourse, listFiles, runFupan } from './copied-course.ts';

const minute = 60_000;

describe('build', () => {
  test('makes site and PDF of a sound course', { timeout: 2 * minute }, async () => {
    const root = await copyCourse('sound');
    const { code, out, err } = await runFupan(['build', '--root', root]);
    expect({ code, err }).toEqual({ code: 0, err: expect.any(String) });
    expect(out).toMatch(/报告 1 · 章 1 · 图 1 · 数值 1 · 网页 \d+ · PDF 页 \d+/);
    const files = await listFiles(join(root, 'dist'));
    expect(files).toEqual(
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
    const chapter = await readFile(join(root, 'dist/reports/alpha/background.html'), 'utf8');
    expect(chapter).toContain('100 次');
    expect(chapter).toContain('{process.exit()}');
    const pdf = await readFile(join(root, 'dist/reports/alpha.pdf'));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('with one of two reports broken, keeps the old dist', { timeout: 2 * minute }, async () => {
    const root = await copyCourse('sound', 'one-broken');
    await writeOldSite(root);
    const { code, out, err } = await runFupan(['build', '--root', root]);
    expect(code).toBe(1);
    expect(out).toContain('content/reports/beta/01-background.mdx:5:');
    expect(err).toContain('原有的 dist/ 没有改动');
    expect(await listFiles(join(root, 'dist'))).toEqual(['index.html']);
    expect(await readFile(join(root, 'dist/index.html'), 'utf8')).toBe('old');
  });

  test('--draft gives the sound report whole and the broken one as its problems', {
    timeout: 2 * minute,
  }, async () => {
    const root = await copyCourse('sound', 'one-broken');
    await writeOldSite(root);
    const { code, err } = await runFupan(['build', '--draft', '--root', root]);
    expect(code).toBe(1);
    expect(err).toContain('已按草稿输出');
    const files = await listFiles(join(root, 'dist'));
    expect(files).toContain('reports/alpha.pdf');
    expect(files).toContain('reports/alpha/background.html');
    expect(files).not.toContain('reports/beta.pdf');
    expect(files).not.toContain('reports/beta/background.html');
    const problems = await readFile(join(root, 'dist/reports/beta/index.html'), 'utf8');
    expect(problems).toContain('content/reports/beta/01-background.mdx:5:');
    expect(await readFile(join(root, 'dist/reports/alpha/index.html'), 'utf8')).toContain('草稿');
  });
});

async function writeOldSite(root: string): Promise<void> {
  await mkdir(join(root, 'dist'));
  await writeFile(join(root, 'dist/index.html'), 'old');
}

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
  test('gives a report that builds', { timeout: 2 * minute }, async () => {
    const root = await copyCourse();
    const made = await runFupan(['new', 'team-1', '--root', root]);
    expect(made.code).toBe(0);
    const { code, out } = await runFupan(['build', '--root', root]);
    expect(out).not.toContain('错误');
    expect(code).toBe(0);
    const files = await listFiles(join(root, 'dist/reports/team-1'));
    expect(
      files.filter((file) => /^(background|planning|content|analytics|users|results)\.html$/.test(file)),
    ).toHaveLength(6);
  });

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
