/** Files as real platforms and students write them, as they lie beside the repository: each is read as its `expected.txt` says. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { describeColumns, type Files, getRows, readFiles } from '../source/read-files.sample.ts';

const cases = fileURLToPath(new URL('../../../shared/data/intake-cases', import.meta.url));
const there = await stat(cases).then(
  () => true,
  () => false,
);
if (!there) console.warn(`SKIPPED: no ${cases}`);

async function readCase(name: string, more: Files = {}) {
  const folder = join(cases, name);
  const files: Files = { ...more };
  for (const file of await readdir(folder))
    if (file !== 'expected.txt') files[file] = await readFile(join(folder, file));
  const { tables, problems, told } = await readFiles(files);
  return {
    told,
    errors: problems.filter(({ severity }) => severity === 'error'),
    tables: Object.fromEntries(
      tables.map((table) => [table.name, { columns: describeColumns(table), rows: getRows(table) }]),
    ),
  };
}

describe.runIf(there)('intake cases', () => {
  test('01 total with a prefix', async () => {
    const { tables, told, errors } = await readCase('01-total-prefix');
    expect(tables.投放?.rows).toEqual([
      ['A', 100, 10, 5],
      ['B', 200, 20, 8],
    ]);
    expect(tables.ads?.rows).toHaveLength(2);
    expect([told, errors]).toEqual([['ads.csv:4:1 left-out-rows', '投放.csv:4:1 left-out-rows'], []]);
  });

  test('03 words for totals', async () => {
    const { tables, told } = await readCase('03-total-words');
    expect(tables.账单).toEqual({
      columns: ['日期:date', '摘要:text', '收入:integer'],
      rows: [
        ['2026-03-02', 'a', 10],
        ['2026-03-03', 'b', 20],
      ],
    });
    expect(tables.渠道?.rows?.map((row) => row[1])).toEqual([10, 20]);
    expect(told).toEqual(['渠道.csv:4:1 left-out-rows', '账单.csv:4:1 left-out-rows']);
  });

  test('06 no row of names', async () => {
    const { tables, told } = await readCase('06-no-names-first-row-lost');
    expect(told).toEqual(['行为.csv:1:1 names-missing']);
    expect(tables.行为?.rows).toHaveLength(3);
    const named = await readCase('06-no-names-first-row-lost', {
      'tables.yaml': '行为.csv: { columns: [用户, 商品, 类目, 行为, 时间] }\n',
    });
    expect(named.told).toEqual([]);
    expect(named.tables.行为?.columns?.map((one) => one.split(':')[0])).toEqual([
      '用户',
      '商品',
      '类目',
      '行为',
      '时间',
    ]);
    expect(named.tables.行为?.rows).toHaveLength(3);
  });

  test('13 a title above tabs', async () => {
    const { tables, told } = await readCase('13-title-above-tabs');
    expect(tables.推广报告).toEqual({
      columns: ['计划:text', '展现量:integer', '点击量:integer'],
      rows: [
        ['甲', 1200, 30],
        ['乙', 2300, 41],
      ],
    });
    expect(told).toEqual(['推广报告.csv:1:1 left-out-rows']);
  });

  test.each([
    ['15-note-row-below-xlsx', ['报表.xlsx!报表!A1', '报表.xlsx!报表!A7', '报表.xlsx!报表!A8']],
    ['16-note-row-padded-csv', ['报表.csv:4:1', '报表.csv:5:1']],
  ])('%s', async (name, places) => {
    const { tables, told } = await readCase(name);
    expect(tables.报表).toEqual({
      columns: ['日期:date', '计划:text', '花费:integer', '成交:integer'],
      rows: [
        ['2026-03-02', 'a', 1, 2],
        ['2026-03-03', 'b', 3, 4],
      ],
    });
    expect(told).toEqual(places.map((place) => `${place} left-out-rows`));
  });

  test('28 a separator at the end of each row', async () => {
    const { tables, told } = await readCase('28-trailing-separator');
    expect(tables.订单?.columns).toEqual(['日期:date', '渠道:text', '金额:integer']);
    expect([tables.订单?.rows?.length, told]).toEqual([3, []]);
  });

  test('30 the index of pandas', async () => {
    const { tables, told } = await readCase('30-pandas-index');
    expect(tables.data).toEqual({
      columns: ['日期:date', '金额:integer'],
      rows: [
        ['2026-03-02', 10],
        ['2026-03-03', 20],
      ],
    });
    expect(told).toEqual(['data.csv:1:1 left-out-column']);
  });

  test('31 several tables of one export', async () => {
    const { tables, told } = await readCase('31-ga4-parts');
    expect(tables['data-export']).toEqual({
      columns: ['渠道:text', '会话:integer'],
      rows: [
        ['搜索', 10],
        ['直达', 20],
      ],
    });
    expect(tables['data-export_2']).toEqual({
      columns: ['第几天:text', '活跃用户:integer'],
      rows: [
        ['0000', 5],
        ['0001', 6],
      ],
    });
    expect(told).toEqual(['data-export.csv:11:1 several-tables', 'data-export.csv:1:1 left-out-rows']);
  });

  test('33 orders of a team’s own', async () => {
    const { told, errors, tables } = await readCase('33-orders-of-my-own');
    expect(told).toEqual(['orders.csv:1:1 missing-columns']);
    expect(errors[0]?.cure.zh).toContain('table: own');
    expect(tables.orders?.rows).toHaveLength(2);
    const own = await readCase('33-orders-of-my-own', { 'tables.yaml': 'orders.csv: { table: own }\n' });
    expect(own.told).toEqual([]);
    expect(own.tables.orders?.columns?.[0]).toBe('订单编号:text');
  });

  test('37 a title above years', async () => {
    const { tables, errors } = await readCase('37-title-above-years');
    expect(tables.表?.columns).toEqual(['指标:text', '2019:integer', '2020:integer', '2021:integer']);
    expect([tables.表?.rows?.length, errors]).toEqual([2, []]);
  });

  test('39 a title above names of two levels', async () => {
    const { tables, errors } = await readCase('39-title-above-two-level-names');
    expect(tables.表).toEqual({
      columns: [
        '日期:date',
        '直播间 曝光:integer',
        '直播间 成交:integer',
        '短视频 曝光:integer',
        '短视频 成交:integer',
      ],
      rows: [
        ['2026-03-02', 1, 2, 3, 4],
        ['2026-03-03', 5, 6, 7, 8],
      ],
    });
    expect(errors).toEqual([]);
  });

  test.each([
    ['40-same-name-twice', '生意', ['日期', '访客', '环比', '成交', '成交 环比'], '生意.csv:1:13'],
    ['41-names-by-case', '价格', ['Name', 'Price', 'PRICE 2'], '价格.csv:1:12'],
  ])('%s', async (name, table, columns, place) => {
    const { tables, told } = await readCase(name);
    expect(tables[table]?.columns?.map((one) => one.split(':')[0])).toEqual(columns);
    expect([tables[table]?.rows?.length, told]).toEqual([2, [`${place} renamed-column`]]);
  });

  test('42 shapes of JSON', async () => {
    const { told, tables } = await readCase('42-json-shapes');
    expect(tables.list?.rows).toEqual([[1], [2]]);
    expect(tables.lines?.rows).toEqual([
      [1, 'pv'],
      [2, 'buy'],
    ]);
    expect(told).toEqual(['list.json:1:26 rows-inside']);
  });

  test('49 a note below two columns', async () => {
    const { tables, told } = await readCase('49-two-column-note');
    expect(tables.日报).toEqual({
      columns: ['日期:date', '花费:integer'],
      rows: [
        ['2026-03-02', 1],
        ['2026-03-03', 3],
      ],
    });
    expect(told).toEqual(['日报.csv:4:1 left-out-rows']);
  });
});
