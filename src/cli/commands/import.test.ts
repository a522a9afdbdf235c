import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import * as xlsx from '@e965/xlsx';
import { afterEach, describe, expect, test } from 'vitest';
import { readTables } from '../../source/read-tables.ts';
import { run } from '../run.ts';

const roots: string[] = [];
afterEach(async () => {
  for (const root of roots.splice(0)) await rm(root, { recursive: true });
});

/** A course with one report `r`, and files that lie elsewhere. */
async function course(files: Record<string, string | Uint8Array>, data: Record<string, string> = {}) {
  const root = await mkdtemp(join(tmpdir(), 'fupan-import-'));
  roots.push(root);
  await mkdir(join(root, 'content/reports/r'), { recursive: true });
  await mkdir(join(root, 'data/r'), { recursive: true });
  await mkdir(join(root, 'in'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, 'in', name), text);
  for (const [name, text] of Object.entries(data)) await writeFile(join(root, 'data/r', name), text);
  const imported = async (...args: string[]) => {
    const stdout = new PassThrough();
    const stderr = new PassThrough();
    const files = args.map((arg) =>
      arg.startsWith('-') || !arg.includes('.') ? arg : join(root, 'in', arg),
    );
    const code = await run(['import', ...files, '--root', root], { stdout, stderr, env: {} });
    const text = (stream: PassThrough) =>
      String(stream.setEncoding('utf8').read() ?? '').replaceAll(join(root, 'in/'), '');
    return { code, out: text(stdout), err: text(stderr) };
  };
  const written = (name: string) => readFile(join(root, 'data/r', name), 'utf8');
  return { root, imported, written, there: async () => (await readdir(join(root, 'data/r'))).sort() };
}

// 日期,渠道,… in GB18030, as WHATWG's index of it has them.
const gbk = (text: string) => Buffer.from(text, 'latin1');
const spend =
  '\xc8\xd5\xc6\xda,\xc7\xfe\xb5\xc0,\xcd\xc6\xb9\xe3\xbc\xc6\xbb\xae,\xd5\xb9\xcf\xd6\xc1\xbf,\xb5\xe3\xbb\xf7\xc1\xbf,\xbb\xa8\xb7\xd1\n';

describe('import', () => {
  test('recognises a table by its headers, in the encoding a platform writes, and says what it changed', async () => {
    const { imported, written } = await course({
      '0330.csv': gbk(`${spend}2026/3/2,SEM,brand,"1,234",12,1200.50\n`),
    });
    const { code, out } = await imported('0330.csv', '--report', 'r');
    expect(code).toBe(0);
    expect(await written('ad_spend.csv')).toBe(
      '\uFEFFdate,channel,campaign,impressions,clicks,cost\n2026-03-02,SEM,brand,1234,12,1200.5\n',
    );
    expect(await written('tables.yaml')).toBe(
      'ad_spend.csv:\n  title: 广告投放\n  source: 0330.csv（GB18030）\n',
    );
    for (const said of [
      '识别为“广告投放”（ad_spend），按列名',
      'GB18030 → UTF-8',
      '花费 → cost',
      '“1,234” → 1234',
    ])
      expect(out).toContain(said);
  });

  test('overwrites nothing without --force, and says so', async () => {
    const files = { 'visits.csv': '日期,访问\n2026-03-02,12\n' };
    const { imported, written } = await course(files, { 'visits.csv': '日期,访问\n2026-03-02,10\n' });
    const refused = await imported('visits.csv', '--report', 'r');
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.err).toContain('“data/r/visits.csv”已经存在');
    expect(await written('visits.csv')).toContain(',10');
    expect((await imported('visits.csv', '--report', 'r', '--force')).code).toBe(0);
    expect(await written('visits.csv')).toContain(',12');
    expect((await imported('visits.csv', '--report', 'r')).out).toContain('已经是这个内容');
  });

  test('a file with an error stops all, and is told at its cell', async () => {
    const bad = 'date,channel,campaign,impressions,clicks,cost\n2026-03-02,a,b,10,20,3\n';
    const { imported, there } = await course({ 'bad.csv': bad, 'good.csv': '甲,乙\n1,2\n' });
    const { code, out, err } = await imported('good.csv', 'bad.csv', '--report', 'r');
    expect(code).toBe(1);
    expect(out).toContain('bad.csv:2:19 错误 clicks（20）大于 impressions（10）');
    expect(err).toContain('没有写入任何文件');
    expect(await there()).toEqual([]);
  });

  test('every sheet of a workbook becomes a file; rows left out are told', async () => {
    const book = xlsx.utils.book_new();
    const sheet = (rows: unknown[][]) => xlsx.utils.aoa_to_sheet(rows);
    xlsx.utils.book_append_sheet(
      book,
      sheet([
        ['门店', '客流'],
        ['一店', 3],
        ['合计', 3],
      ]),
      '客流 三月',
    );
    xlsx.utils.book_append_sheet(
      book,
      sheet([
        ['priority', 'close_hours'],
        ['P1', 8],
      ]),
      'sla',
    );
    const bytes = new Uint8Array(xlsx.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
    const { imported, written, there } = await course({ '店.xlsx': bytes });
    const { code, out } = await imported('店.xlsx', '--report', 'r');
    expect([code, await there()]).toEqual([0, ['sla.csv', 'tables.yaml', '客流_三月.csv'].sort()]);
    expect(await written('客流_三月.csv')).toBe('\uFEFF门店,客流\n一店,3\n');
    expect(out).toContain('店.xlsx!客流 三月!A3 警告');
    expect(await written('tables.yaml')).toContain('source: 店.xlsx!sla');
  });

  test('a map stays a map, also one that is called .json', async () => {
    const map =
      '{"name": "广州", "type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"名称": "东门"}, "geometry": {"type": "Point", "coordinates": [113.3, 23.1]}}]}';
    const { root, imported, written } = await course({ '440100_full.json': map });
    const { code, out } = await imported('440100_full.json', '--report', 'r');
    expect(code).toBe(0);
    expect(out).toContain(
      '440100_full.json → data/r/440100_full.geojson\n  1 行，2 列\n  地图（GeoJSON），原样复制',
    );
    expect(await written('440100_full.geojson')).toBe(map);
    const { tables, problems } = await readTables(root, 'r');
    expect([tables.map(({ file }) => file), problems]).toEqual([['data/r/440100_full.geojson'], []]);
  });

  test('an entry that is there keeps what its team wrote, and loses what no longer holds', async () => {
    const yaml = '# 说明\nvisits.csv:\n  title: 每日访问 # 手写\n  encoding: gb18030\n';
    const { root, imported, written } = await course(
      { 'visits.csv': '日期,访问\n2026-03-02,12\n' },
      { 'tables.yaml': yaml },
    );
    expect((await imported('visits.csv', '--report', 'r')).code).toBe(0);
    expect(await written('tables.yaml')).toBe(
      '# 说明\nvisits.csv:\n  title: 每日访问 # 手写\n  source: visits.csv（UTF-8）\n',
    );
    expect((await readTables(root, 'r')).problems).toEqual([]);
  });

  test('two files of one table, or a table that is there in another form, are refused', async () => {
    const files = { 'a.csv': '甲,乙\n1,2\n', 'a.json': '[{"甲":3}]' };
    const { imported } = await course(files, { 'a.tsv': '甲\t乙\n1\t2\n' });
    expect(await imported('a.csv', 'a.json', '--report', 'r')).toMatchObject({ code: 1 });
    expect((await imported('a.csv', '--report', 'r', '--force')).err).toContain('“data/r/a.tsv”会是同一张表');
  });

  test.each([
    [['--report', 'r'], '请写出要导入的文件'],
    [['a.csv'], '请用 --report 写明'],
    [['a.csv', '--report', 's'], '没有“s”这份报告'],
    [['no.csv', '--report', 'r'], '没有“no.csv”这个文件'],
    [['a.csv', '--report', 'r', '--as', 'orderz'], '你是不是想写“orders”？'],
  ])('wrong use: %j', async (args, text) => {
    const { imported } = await course({ 'a.csv': '甲,乙\n1,2\n' });
    const { code, err } = await imported(...args);
    expect(code).toBe(2);
    expect(err).toContain(text);
  });

  test('names of columns are given to a file that has none', async () => {
    const { imported, written } = await course({ 'log.csv': '700101,pv,5\n700102,buy,6\n' });
    const refused = await imported('log.csv', '--report', 'r');
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.out).toContain('log.csv:1:1 错误 这一行像是数据而不是列名（700101、pv、5）');
    expect((await imported('log.csv', '--report', 'r', '--names', '用户，行为,次数')).code).toBe(0);
    expect(await written('log.csv')).toBe('\uFEFF用户,行为,次数\n700101,pv,5\n700102,buy,6\n');
    const few = await imported('log.csv', '--report', 'r', '--names', '用户');
    expect([few.code, few.out]).toEqual([1, expect.stringContaining('给出了 1 个列名，这张表有 3 列')]);
  });

  test('a bad sheet does not keep the good ones from being imported', async () => {
    const book = xlsx.utils.book_new();
    const add = (name: string, rows: unknown[][]) =>
      xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows), name);
    add('客流', [
      ['门店', '客流'],
      ['一店', 3],
    ]);
    add('透视', [
      ['行标签', ''],
      ['一店', 3],
    ]);
    const bytes = new Uint8Array(xlsx.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
    const { imported, there } = await course({ '店.xlsx': bytes });
    const refused = await imported('店.xlsx', '--report', 'r');
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('加 --sheet 客流')]);
    expect((await imported('店.xlsx', '--report', 'r', '--sheet', '客流')).code).toBe(0);
    expect(await there()).toEqual(['tables.yaml', '客流.csv']);
    const unknown = await imported('店.xlsx', '--report', 'r', '--sheet', '客');
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('没有工作表“客”')]);
  });

  test('several tables of one file become files of their own', async () => {
    const { root, imported, written } = await course({
      'ga.csv': '# 报告\n\n渠道,会话\n搜索,10\n\n# 每天\n日期,活跃\n2026-03-02,5\n',
    });
    expect(await imported('ga.csv', '--report', 'r')).toMatchObject({ code: 0 });
    expect(await written('ga.csv')).toBe('\uFEFF渠道,会话\n搜索,10\n');
    expect(await written('ga_2.csv')).toBe('\uFEFF日期,活跃\n2026-03-02,5\n');
    expect((await readTables(root, 'r')).problems).toEqual([]);
  });

  test('a table of a known name can be a team’s own', async () => {
    const { root, imported, written } = await course({ 'orders.csv': '订单编号,买家\no1,u1\n' });
    const refused = await imported('orders.csv', '--report', 'r');
    expect([refused.code, refused.out]).toEqual([1, expect.stringContaining('table: own')]);
    expect(await imported('orders.csv', '--report', 'r', '--as', 'own')).toMatchObject({ code: 0 });
    expect(await written('tables.yaml')).toContain('table: own');
    expect((await readTables(root, 'r')).problems).toEqual([]);
  });

  test('what was written reads back as it was read', async () => {
    const shapes: Record<string, string> = {
      'forms.csv':
        '编号,数,比,日,时,是,文\n007,1.2万,12.5%,2026年7月3日,2026-07-03 08:00,是,"a,""b"""\n008,３亿,—,2026/7/4,2026-07-04T08:00:00Z,否," x "\n',
      'orders.csv':
        'order_id,用户编号,下单时间,status,金额,备注\no1,u1,2026/3/2 8:05,paid,"¥1,200.00","两\n行"\no2,u2,2026-03-02T08:05:00+08:00,placed,1.5万,\n',
      'units.csv': '店,占比,额\n,%,万元\n甲,12.5,1.2\n乙,3,0.8\n',
      'list.json': '[{"a":1,"b":"x"},{"a":2.5,"b":null}]',
    };
    const { root, imported } = await course(shapes);
    await mkdir(join(root, 'data/first'));
    for (const [name, text] of Object.entries(shapes)) await writeFile(join(root, 'data/first', name), text);
    expect(await imported(...Object.keys(shapes), '--report', 'r')).toMatchObject({ code: 0 });
    const told = async (report: string) => {
      const { tables, problems } = await readTables(root, report);
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      return tables.map(({ name, columns, content }) => [
        name,
        columns.map((column) => [column.name, column.type, column.unit]),
        content.kind === 'rows' && content.rows,
      ]);
    };
    expect(await told('r')).toEqual(await told('first'));
  });
});
