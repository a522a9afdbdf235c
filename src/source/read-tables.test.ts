import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { afterEach, describe, expect, test } from 'vitest';
import { formatPlace } from '../base/place.ts';
import type { SourceTable } from '../base/source-table.ts';
import { readTables } from './read-tables.ts';

const roots: string[] = [];
afterEach(async () => {
  for (const root of roots.splice(0)) await rm(root, { recursive: true });
});

async function writeCourse(files: Record<string, string | Uint8Array>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'fupan-test-'));
  roots.push(root);
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, 'data/r', name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return root;
}

async function readFiles(files: Record<string, string | Uint8Array>) {
  const { tables, problems } = await readTables(await writeCourse(files), 'r');
  return {
    tables,
    told: problems.map((one) => `${formatPlace(one.place)} ${one.id}: ${one.what.zh} ${one.cure.zh}`),
  };
}

const getRows = (table: SourceTable | undefined) =>
  table?.content.kind === 'rows' ? table.content.rows : undefined;
const describeTypes = (table: SourceTable | undefined) =>
  table?.columns.map(({ name, type }) => `${name}:${type}`);

const spendHeader = '日期,渠道,推广计划,展现量,点击量,消费（元）\n';

describe('free tables', () => {
  test('take their types from their cells', async () => {
    const { tables, told } = await readFiles({
      '门店.csv':
        '\uFEFF编号,城市,客流,客单价,开业,更新,营业\r\n007,上海,12,35.5,2026/3/2,2026-03-02 08:00,true\r\n008,"北京,朝阳",,1e2,2026-03-03,2026-03-02T08:00:00Z,FALSE\r\n',
    });
    expect(told).toEqual([]);
    expect(tables[0]).toMatchObject({
      name: '门店',
      title: '门店',
      known: false,
      encoding: 'utf-8',
      file: 'data/r/门店.csv',
    });
    expect(describeTypes(tables[0])).toEqual([
      '编号:text',
      '城市:text',
      '客流:integer',
      '客单价:number',
      '开业:date',
      '更新:timestamp',
      '营业:boolean',
    ]);
    expect(getRows(tables[0])).toEqual([
      ['007', '上海', 12, 35.5, '2026-03-02', '2026-03-02T08:00:00', true],
      ['008', '北京,朝阳', null, 100, '2026-03-03', '2026-03-02T08:00:00Z', false],
    ]);
  });

  test('warn of text among numbers, with the number meant', async () => {
    const { tables, told } = await readFiles({ 'a.csv': 'x,单号\n$12,1\n2,B7\n' });
    expect(describeTypes(tables[0])).toEqual(['x:text', '单号:text']);
    expect(told).toEqual([
      'data/r/a.csv:2:1 text-among-numbers: 列“x”大多像数字，但有 1 格不是（如“$12”），因此整列按文字处理，不能相加。 “$12”写成 12；没有数据就留空；若这一列本来就是文字（如编号），在 tables.yaml 中给这个文件写 columns: { x: { type: text } }。',
    ]);
  });
});

describe('known tables', () => {
  test('take Chinese headers, and give labels, units and the language asked for', async () => {
    const root = await writeCourse({
      'ad_spend.csv': `${spendHeader}2026-03-02,SEM,品牌词,1000,50,123.45\n`,
    });
    const { tables, problems } = await readTables(root, 'r', { language: 'en' });
    expect(problems).toEqual([]);
    expect(tables[0]).toMatchObject({ known: true, title: 'Ad spend' });
    expect(tables[0]!.columns[5]).toEqual({
      header: '消费（元）',
      name: 'cost',
      type: 'number',
      label: 'Cost',
      unit: '元',
      description: 'Money spent',
    });
    expect(getRows(tables[0])).toEqual([['2026-03-02', 'SEM', '品牌词', 1000, 50, 123.45]]);
  });

  test('tell bad cells by line and column, with the correction', async () => {
    const { told } = await readFiles({
      'ad_spend.csv': `${spendHeader}3月2日,SEM,品牌词,$1000,,-1\n2026-03-02,SEM,品牌词,10,11,$8.5\n`,
      'goals.yaml': '- kpi: 转化率\n  direction: high\n  unit: "%"\n  target: 4.8%\n',
    });
    expect(told).toEqual([
      'data/r/ad_spend.csv:2:1 bad-cell: 列“日期（date）”的值“3月2日”不对，应为日期，如 2026-03-02。 改成日期，如 2026-03-02。',
      'data/r/ad_spend.csv:2:14 bad-cell: 列“展现量（impressions）”的值“$1000”不对，应为整数，不小于 0。 改成：1000',
      'data/r/ad_spend.csv:2:20 empty-cell: 必填列“点击量（clicks）”是空的。 填入整数，不小于 0。',
      'data/r/ad_spend.csv:2:21 bad-cell: 列“消费（元）（cost）”的值“-1”不对，应为数字，不小于 0，最多四位小数。 改成数字，不小于 0，最多四位小数。',
      'data/r/ad_spend.csv:3:26 bad-cell: 列“消费（元）（cost）”的值“$8.5”不对，应为数字，不小于 0，最多四位小数。 改成：8.5',
      'data/r/ad_spend.csv:3:23 row-contradiction: clicks（11）大于 impressions（10），这不可能。 核对这一行的两个数，改正填错的一个。',
      'data/r/goals.yaml:2:14 bad-cell: 列“direction”的值“high”不对，应为下列之一：higher、lower。 改成：higher',
      'data/r/goals.yaml:4:11 bad-cell: 列“target”的值“4.8%”不对，应为数字。 改成：4.8',
    ]);
  });

  test('count what follows the fifth bad cell', async () => {
    const rows = Array.from({ length: 8 }, (_, i) => `u${i},昨天,SEM`).join('\n');
    const { told } = await readFiles({ 'users.csv': `user_id,registered_at,channel\n${rows}\n` });
    expect(told).toHaveLength(6);
    expect(told[5]).toBe(
      'data/r/users.csv:7:4 more-bad-cells: 列“registered_at”还有 3 个单元格有同样的问题。 按上面的例子一并改好。',
    );
  });

  test('name missing columns and headers that are almost one', async () => {
    const { told } = await readFiles({
      'users.csv': 'user_id,registred_at,channel,occupatoin\n1,2026-03-02,SEM,学生\n',
    });
    expect(told).toEqual([
      'data/r/users.csv:1:9 missing-column: 数据表“users”缺少列 registered_at（注册时间）。 列“registred_at”是不是它？若是，请改名为 registered_at。若是小组自己的表，在 tables.yaml 中写 table: own。现有列：user_id、registred_at、channel、occupatoin。',
      'data/r/users.csv:1:30 near-column: “users”的说明里没有列“occupatoin”，它会当作自定义列。 如果你想写“occupation”，请改列名。',
    ]);
  });
});

test.each([
  ['ad_spend', '日期,渠道,推广计划,展示,点击数量,消费', '1:15', '点击数量', 'clicks'],
  ['orders', 'order_id,user_id,created_at,status,paid_amount', '1:36', 'paid_amount', 'amount'],
])('%s: a header that says more than the name is taken for it', async (table, header, at, near, column) => {
  const { told } = await readFiles({ [`${table}.csv`]: `${header}\n` });
  const missing = told.filter((text) => text.includes('missing-column'));
  expect(missing).toHaveLength(1);
  expect(missing[0]).toContain(`data/r/${table}.csv:${at} missing-column`);
  expect(missing[0]).toContain(`列“${near}”是不是它？若是，请改名为 ${column}。`);
});

describe('files', () => {
  test('rows of a wrong width, open quotes and double headers are told', async () => {
    const { tables, told } = await readFiles({
      'a.csv': 'x,y\n1,2\n3\n4,5,6\n\n7,8\n',
      'b.csv': 'x,X,\n1,2,3\n',
      'c.csv': 'x,y\n1,"2\n3,4\n',
      'd.csv': 'x,y\n,\n1,2\n',
      'e.csv': 'x,y\n',
    });
    expect(getRows(tables[0])).toEqual([
      [1, 2],
      [7, 8],
    ]);
    expect(told.map((text) => text.replace(/: .*/, ''))).toEqual([
      'data/r/a.csv:3:1 bad-row',
      'data/r/a.csv:4:5 bad-row',
      'data/r/b.csv:1:3 renamed-column',
      'data/r/b.csv:1:5 empty-header',
      'data/r/c.csv:2:3 open-quote',
      'data/r/d.csv:2:1 empty-rows',
      'data/r/e.csv empty-table',
    ]);
  });

  test('other encodings, kinds and double names are told', async () => {
    const damaged = Uint8Array.from([0x78, 0x2c, 0x79, 0x0a, 0x31, 0x2c, 0xe5, 0xff, 0x0a]);
    const gb18030 = Uint8Array.from([0x78, 0x2c, 0x79, 0x0a, 0x31, 0x2c, 0xd6, 0xd0, 0xce, 0xc4, 0x0a]);
    const { tables, told } = await readFiles({
      'a.csv': damaged,
      'b.csv': gb18030,
      'c.doc': 'old',
      'orders2.csv': 'a\n1\n',
      'Orders2.json': '[{"a": 1}]',
      'd.json': '{"a": 1}',
      'e.json': '[{"a": 1,}]',
      'f.xlsx': 'no workbook at all',
      'g.yaml': 'a: [1',
      '.hidden.csv': 'x',
      'charts/x.csv': 'x',
      'metrics.yaml': 'x: 1',
      'tables.yaml': 'b.csv: { encoding: gb18030, title: 乙 }\nz.csv: {}\n',
    });
    expect(tables.map((table) => table.title)).toEqual(['Orders2', '乙']);
    expect(getRows(tables[1])).toEqual([[1, '中文']]);
    expect(told.map((text) => text.replace(/: .*/s, ''))).toEqual([
      'data/r/c.doc unsupported-file',
      'data/r/tables.yaml:2:1 unknown-data-file',
      'data/r/a.csv:2:3 not-utf8',
      'data/r/d.json not-rows',
      'data/r/e.json:1:9 json-syntax',
      'data/r/f.xlsx not-workbook',
      'data/r/g.yaml:1:6 yaml-syntax',
      'data/r/orders2.csv duplicate-table-name',
    ]);
  });

  test('links out of the folder are refused', async () => {
    const root = await writeCourse({ 'a.csv': 'x\n1\n' });
    await symlink('/etc/passwd', join(root, 'data/r/users.csv'));
    await symlink('/etc', join(root, 'data/other'));
    await writeFile(join(root, 'data/r/b.csv'), 'x\n1\n');
    const own = await readTables(root, 'r');
    expect(own.problems.map((one) => [one.id, one.place.file])).toEqual([
      ['outside-file', 'data/r/users.csv'],
    ]);
    expect(own.tables.map((table) => table.name)).toEqual(['a', 'b']);
    const other = await readTables(root, 'other');
    expect(other.problems.map((one) => one.id)).toEqual(['outside-file']);
    expect(other.tables).toEqual([]);
  });

  test('a report without data has no tables', async () => {
    const root = await writeCourse({});
    expect(await readTables(root, 'r')).toEqual({ tables: [], problems: [] });
  });
});

test('a workbook gives one table a sheet, with cell addresses', async () => {
  const book = xlsx.utils.book_new();
  const sem = xlsx.utils.aoa_to_sheet([
    ['推广日报'],
    ['日期', '渠道', '计划', '展示', '点击', '消费'],
    [{ t: 'n', v: 46083, z: 'yyyy-mm-dd' }, 'SEM', '品牌', 100, 5, '12人'],
  ]);
  xlsx.utils.book_append_sheet(book, sem, 'SEM');
  xlsx.utils.book_append_sheet(
    book,
    xlsx.utils.aoa_to_sheet([
      ['名称', '有效'],
      ['甲', true],
    ]),
    '名单',
  );
  const bytes = xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array;
  const { tables, told } = await readFiles({
    '推广.xlsx': bytes,
    'tables.yaml': '推广.xlsx:\n  sheets:\n    SEM: { table: ad_spend, headerRow: 2 }\n',
  });
  expect(tables.map(({ name, sheet }) => [name, sheet])).toEqual([
    ['ad_spend', 'SEM'],
    ['名单', '名单'],
  ]);
  expect(getRows(tables[0])).toEqual([['2026-03-02', 'SEM', '品牌', 100, 5, null]]);
  expect(getRows(tables[1])).toEqual([['甲', true]]);
  expect(told).toEqual([
    'data/r/推广.xlsx!SEM!F3 bad-cell: 列“消费（cost）”的值“12人”不对，应为数字，不小于 0，最多四位小数。 改成：12',
  ]);
});
