/** What `values` lists of a report, and how it answers `--ask`. */
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { writeCourse } from '../../test/copied-course.ts';
import { run } from '../run.ts';

const files = {
  'data/r/sales.csv': 'kind,amount,day\na,20,2026-03-02\nb,20,2026-03-03\nb,,2026-03-10\nc,0,2026-03-11\n',
  'data/r/metrics.yaml': `访问量: { metric: sum, from: visits, with: { column: visits }, by: week, unit: 次 }
首周占比: { metric: share, from: sales, where: "kind <> 'c'", of: "day < DATE '2026-03-09'" }
单笔: { metric: median, from: sales, column: amount, unit: 元 }
前一名: { metric: top_share, from: sales, column: amount, with: { item: kind, top: 1 } }
`,
};

async function values(...args: string[]) {
  const root = await writeCourse(files);
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const code = await run(['values', ...args, '--root', root], { stdout, stderr, env: {} });
  const text = (stream: PassThrough) => String(stream.setEncoding('utf8').read() ?? '');
  return { code, out: text(stdout), err: text(stderr) };
}

test('lists each value with series, rows, and what was left out', async () => {
  const { code, out } = await values('r');
  expect(code).toBe(0);
  expect(out.split('\n').map((line) => line.trimEnd())).toEqual([
    '名称      数值      标签',
    '访问量    25 次     <Value of="访问量" />',
    '    序列：实训第 1 周 10 次，实训第 2 周 15 次',
    '    用了 2 行',
    '首周占比  66.7%     <Value of="首周占比" />',
    "    区间 20.8%～93.9%；用了 3 行；没用上：条件之外 1 行；算数的是 day < DATE '2026-03-09'",
    '单笔      20.00 元  <Value of="单笔" />',
    '    用了 3 行；没用上：amount 空着 1 行',
    '前一名    50%       <Value of="前一名" />',
    '    用了 3 行；没用上：amount 空着 1 行；第 1 名有 2 项并列，取哪几项不影响占比',
    '',
  ]);
});

test('as JSON everything, unrounded', async () => {
  const list = JSON.parse((await values('r', '--format', 'json')).out);
  const share = list.find((one: { name: string }) => one.name === '首周占比');
  expect(share).toMatchObject({ value: 200 / 3, unit: '%', numerator: 2, denominator: 3, rows: 3 });
  expect(share.interval.low).toBeCloseTo(20.7655, 3);
  expect(share.account).toMatchObject({ rows: 4, filtered: 1 });
  expect(list[0].series).toEqual([
    { key: '2026-W10', label: '实训第 1 周', value: 10, text: '10 次', n: 1 },
    { key: '2026-W11', label: '实训第 2 周', value: 15, text: '15 次', n: 1 },
  ]);
  expect(list.at(-1).note).toContain('并列');
});

test('--ask answers with entries to paste, whatever is wrong with the report', async () => {
  const { code, out } = await values('--ask', '环比');
  expect(code).toBe(0);
  expect(out).toContain('粘贴到 data/r/metrics.yaml');
  expect(out).toContain('over: change_rate');
  // What is shown can be read as it stands.
  expect(Object.keys(parse(out.split('\n').slice(1).join('\n'))).length).toBeGreaterThan(1);
});

test('--ask names tables that the report has not, and fills in those that it has', async () => {
  const { out } = await values('r', '--ask', '次日留存');
  expect(out).toContain('这份报告还没有表 events');
  const median = JSON.parse((await values('r', '--ask', 'median', '--format', 'json')).out);
  expect(median.find((one: { kind: string }) => one.kind === 'metric')).toMatchObject({
    entry: '{ metric: median, from: sales, column: amount }',
    missing: [],
  });
});

test('--ask says so where nothing is found, and which report is not there', async () => {
  expect((await values('r', '--ask', 'qwxyz')).out).toContain('没有找到和“qwxyz”有关的写法');
  expect(await values('q', '--ask', '占比')).toMatchObject({ code: 2, err: expect.stringContaining('q') });
  expect(await values('r', '--ask')).toMatchObject({ code: 2 });
});
