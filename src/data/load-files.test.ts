import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatPlace } from '../base/place.ts';
import { parseCsv } from '../source/csv/parse-csv.ts';
import { encodeText } from '../source/encode-text.sample.ts';
import { readTables } from '../source/read-tables.ts';
import { formatCsv, readSampleRows, writeTableCsv } from './csv-export.ts';
import { openEngine } from './open-engine.ts';

const zone = 'Asia/Shanghai';
let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'fupan-test-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function open(report: string, files: Record<string, string | Uint8Array>) {
  await mkdir(join(root, 'data', report), { recursive: true });
  for (const [name, content] of Object.entries(files))
    await writeFile(join(root, 'data', report, name), content);
  const source = await readTables(root, report);
  const opened = await openEngine(source.tables, { zone });
  const problems = [...source.problems, ...opened.problems];
  return {
    engine: opened.engine,
    told: problems.map((one) => `${formatPlace(one.place)} ${one.id}: ${one.what.zh}`),
  };
}

/** A CSV text above the size from which the engine reads it; `id` counts from 1. */
function buildLargeCsv(header: string, row: (id: number) => string): string {
  const lines = [header];
  for (let id = 1; id <= 120_000; id++) lines.push(row(id));
  return `${lines.join('\n')}\n`;
}

describe('a large CSV', { timeout: 60_000 }, () => {
  test('is typed as a small one is', async () => {
    const header = 'id,编号,城市,金额,日期,时间,有效,空,迟';
    const row = (id: number) =>
      `${id},00${id},"上海,""浦东""",${id}${id > 3000 || id === 2 ? '.5' : ''},2026/3/${(id % 28) + 1},2026-03-02 08:00:00,true,,${id > 5000 || id === 2 ? id : ''}`;
    const { engine, told } = await open('large', {
      'big-table.csv': buildLargeCsv(header, row),
      'small.csv': `${header}\n${row(1)}\n${row(2)}\n`,
    });
    expect(told).toEqual([]);
    const [big, small] = [engine.table('big_table')!, engine.table('small')!];
    expect(big.rows).toBe(120_000);
    expect(big.columns).toEqual(small.columns);
    expect(big.columns.map((column) => column.type)).toEqual([
      'integer',
      'text',
      'text',
      'number',
      'date',
      'timestamp',
      'boolean',
      'text',
      'integer',
    ]);
    const first = 'where id <= 2 order by id';
    const rows = async (name: string) => (await engine.query(`select * from ${name} ${first}`)).rows;
    expect(await rows('big_table')).toEqual(await rows('small'));
    expect((await engine.query('select sum(id) as s from big_table')).rows).toEqual([
      { s: (120_000 * 120_001) / 2 },
    ]);
    engine.close();
  });

  test('tells bad rows and bad cells by line and column', async () => {
    const row = (id: number) => {
      if (id === 3) return '2026-03-02,SEM,品牌,10';
      if (id === 5) return '昨天,SEM,品牌,10,-5,1.5';
      if (id === 9) return '2026-03-02,SEM,品牌,10,11,1.5';
      return `2026-03-02,SEM,品牌词品牌词品牌词品牌词,${id},1,1.5`;
    };
    const { engine, told } = await open('faulty', {
      'ad_spend.csv': buildLargeCsv('日期,渠道,计划,展示,点击,消费', row),
    });
    expect(told).toEqual([
      'data/faulty/ad_spend.csv:4:1 bad-row: 这一行有 4 个单元格，应为 6 个。',
      'data/faulty/ad_spend.csv:6:1 bad-cell: 列“日期（date）”的值“昨天”不对，应为日期，如 2026-03-02。',
      'data/faulty/ad_spend.csv:6:14 bad-cell: 列“点击（clicks）”的值“-5”不对，应为整数，不小于 0。',
      'data/faulty/ad_spend.csv:10:22 row-contradiction: clicks（11）大于 impressions（10），这不可能。',
    ]);
    expect(engine.table('ad_spend')).toMatchObject({ rows: 119_999, title: '广告投放' });
    engine.close();
  });

  test('in GBK, with notes, units, signs and totals, is read as a small one is', async () => {
    const row = (id: number) => {
      if (id === 7) return '小计,,,"6,000",60,￥9.00';
      return id === 120_000 ? '合计,,,"119,998,001",120万,18万元' : `2026/3/2,SEM,品牌,"1,000",10次,￥1.50`;
    };
    const top = '推广日报,,,,,\n日期,渠道,推广计划,展示,点击,消费\n';
    const text = buildLargeCsv(`${top},,,次,次,元`, row);
    const { engine, told } = await open('gbk', { 'ad_spend.csv': encodeText(text, 'gb18030') });
    expect(told).toEqual([
      'data/gbk/ad_spend.csv:1:1 left-out-rows: 从这里起有 1 行是列名之前的说明，不是数据，没有计入。',
      'data/gbk/ad_spend.csv:3:1 left-out-rows: 从这里起有 1 行是单位，不是数据，没有计入。',
      'data/gbk/ad_spend.csv:10:1 left-out-rows: 从这里起有 2 行是合计，不是数据，没有计入。',
      'data/gbk/ad_spend.csv:120003:6 total-differs: 合计行里“展示”写的是 119,998,001，各行相加是 119998000。',
    ]);
    expect(engine.table('ad_spend')).toMatchObject({ rows: 119_998, encoding: 'gb18030' });
    const { rows } = await engine.query('select sum(cost) as cost, max(date) as day from ad_spend');
    expect(rows).toEqual([{ cost: 119_998 * 1.5, day: '2026-03-02' }]);
    engine.close();
  });
});

describe('a Parquet file', () => {
  async function parquet(sql: string): Promise<Uint8Array> {
    const path = join(root, 'made.parquet');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(`copy (${sql}) to '${path}' (format parquet)`);
    connection.closeSync();
    return readFile(path);
  }

  test('is asked where it is, and shows no path', async () => {
    const { engine, told } = await open('pq', {
      'my-events.parquet': await parquet(
        "select range as id, timestamp '2026-03-02 08:00:00' as 时间 from range(10)",
      ),
    });
    expect(told).toEqual([]);
    expect(engine.tables[0]).toMatchObject({ name: 'my-events', rows: 10 });
    const { rows } = await engine.query('select sum(id) as s, min(时间) as t from my_events');
    expect(rows).toEqual([{ s: 45, t: '2026-03-02T08:00:00' }]);
    const path = join(root, 'data/pq/my-events.parquet');
    for (const sql of [`from read_parquet('${path}')`, `from '${path}'`, `from glob('${path}')`]) {
      const error: unknown = await engine.query(`select * ${sql}`).catch((caught: unknown) => caught);
      expect(String(error)).toContain('SQL 不能读取文件');
      expect(String(error)).not.toContain(root);
    }
    engine.close();
  });

  test('of a known table takes the types of its schema', async () => {
    const users =
      "select 'u' || range as user_id, timestamp '2026-03-02 08:00:00' as 注册时间, 'SEM' as channel from range(3)";
    const { engine, told } = await open('known', { 'users.parquet': await parquet(users) });
    expect(told).toEqual([]);
    const { rows } = await engine.query('select registered_at from users limit 1');
    expect(rows).toEqual([{ registered_at: '2026-03-02T08:00:00+08:00' }]);
    engine.close();
  });

  test('that is damaged is a problem with its place and without a path', async () => {
    const { engine, told } = await open('bad', { 'x.parquet': 'PAR1 is all there is' });
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^data\/bad\/x\.parquet parquet-damaged: /);
    expect(told[0]).not.toContain(root);
    expect(engine.tables).toEqual([]);
    engine.close();
  });
});

describe('downloads', () => {
  test('keep headers, order and Chinese; leave out personal columns', async () => {
    const { engine } = await open('down', {
      'users.csv':
        '用户编号,注册时间,渠道,手机号\nu2,2026-03-02T00:00:00Z,"a,b",13800000000\nu1,2026-03-02,SEM,13900000000\n',
      'tables.yaml': 'users.csv: { personal: [手机号] }\n',
    });
    const path = join(root, 'users.csv');
    const users = engine.table('users')!;
    await writeTableCsv(engine, users, root);
    expect(await readFile(path, 'utf8')).toBe(
      '\uFEFF用户编号,注册时间,渠道\nu2,2026-03-02T08:00:00+08:00,"a,b"\nu1,2026-03-02T00:00:00+08:00,SEM\n',
    );
    expect(await readSampleRows(engine, users, 1)).toEqual([['u2', '2026-03-02T08:00:00+08:00', 'a,b']]);
    engine.close();
  });

  test('are safe in a spreadsheet, and say how many cells were changed for it', async () => {
    const { engine } = await open('formulas', {
      'a.csv': '=名,数\n"=HYPERLINK(""http://x"")",-1\n-渠道,2\n-2+3|x,\n-,+3\n',
    });
    const { guarded } = await writeTableCsv(engine, engine.table('a')!, root);
    expect(await readFile(join(root, 'a.csv'), 'utf8')).toBe(
      `\uFEFF'=名,数\n"'=HYPERLINK(""http://x"")",-1\n'-渠道,2\n'-2+3|x,\n-,3\n`,
    );
    expect(guarded).toBe(4);
    engine.close();
  });

  test('are read as they were written', () => {
    const cell = fc.oneof(fc.string({ minLength: 1 }), fc.string({ unit: 'grapheme', minLength: 1 }));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        expect(parseCsv('a.csv', formatCsv(rows), ',').rows).toEqual(rows);
      }),
    );
  });
});
