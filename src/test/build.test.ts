import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyCourse, runFupan } from './copied-course.ts';

const minute = 60_000;

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
    expect(out.split('\n')).toEqual([
      '名称    数值    标签',
      '访问量  100 次  <Value of="访问量" />',
      '    序列：实训第 1 周 60 次，实训第 2 周 40 次',
      '    用了 5 行',
      '',
    ]);
  });
});
