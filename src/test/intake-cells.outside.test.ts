/** What stands in the cells of files that platforms write, as they lie beside the repository: each with its right outcome. */
import { cp, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { formatPlace } from '../base/place.ts';
import { openEngine } from '../data/open-engine.ts';
import { readTables } from '../source/read-tables.ts';
import { copyCourse, runFupan } from './copied-course.ts';

const cases = fileURLToPath(new URL('../../../shared/data/intake-cases', import.meta.url));
const there = await stat(cases).then(
  () => true,
  () => false,
);
if (!there) console.warn(`SKIPPED: no ${cases}`);

/** A course whose report holds the files of a case. */
async function createCourse(name: string): Promise<string> {
  const root = await copyCourse('base');
  await cp(join(cases, name), join(root, 'data/r'), {
    recursive: true,
    filter: (path) => !path.endsWith('expected.txt'),
  });
  return root;
}

/** The files of a case as a report reads them, small or large. */
async function readCase(name: string, large = Number.POSITIVE_INFINITY) {
  const root = await createCourse(name);
  const source = await readTables(root, 'r', { large });
  const { engine, problems } = await openEngine(source.tables, { zone: 'Asia/Shanghai' });
  onTestFinished(() => engine.close());
  const told = [...source.problems, ...problems].map(({ id, place, severity, what, cure }) => ({
    at: formatPlace(place).replace('data/r/', ''),
    id,
    severity,
    text: `${what.zh} ${cure.zh}`,
  }));
  const listRows = async (sql: string) => (await engine.query(sql)).rows.map((row) => Object.values(row));
  const describeTypes = (table: string) =>
    engine.tables
      .find(({ name: one }) => one === table)
      ?.columns.map(({ name: one, type }) => `${one} ${type}`);
  return { told, listRows, describeTypes, ids: told.map(({ at, id }) => `${at} ${id}`) };
}

describe.runIf(there).each([
  ['small', Number.POSITIVE_INFINITY],
  ['large', 0],
])('intake cases, read as %s files', (_, large) => {
  test('08 a client id of GA keeps its digits', async () => {
    const { listRows, describeTypes, ids } = await readCase('08-client-id-decimal', large);
    expect(describeTypes('ga')).toEqual(['client_id text', 'pv integer']);
    expect(await listRows('select count(distinct client_id), max(client_id) from ga')).toEqual([
      [3, '1234567890.1684694003'],
    ]);
    expect(ids).toEqual([]);
  });

  test('11 ids that Excel has shortened are told', async () => {
    const { told, describeTypes } = await readCase('11-ids-scientific', large);
    expect(describeTypes('订单')).toEqual(['订单编号 text', '金额 integer']);
    expect(told).toEqual([expect.objectContaining({ at: '订单.csv:2:1', id: 'lost-digits' })]);
    expect(told[0]!.text).toMatch(/订单编号.*1\.23457E\+17.*已经丢了/s);
  });

  test('19 a bare number beside percentages is told', async () => {
    const { told } = await readCase('19-percent-mixed-with-plain', large);
    expect(told).toEqual([expect.objectContaining({ at: '转化.csv:3:3', id: 'percent-and-plain' })]);
    expect(told[0]!.text).toMatch(/2 格带 %.*1 格不带（如“13”）/);
  });

  test('22 words for nothing are empty cells, and told', async () => {
    const { listRows, ids, describeTypes } = await readCase('22-null-words', large);
    expect(describeTypes('日报')).toEqual(['日期 date', '访客 integer']);
    expect(await listRows('select sum(访客), count(访客) from 日报')).toEqual([[40, 2]]);
    expect(await listRows('select sum(访客), sum(价) from na')).toEqual([[40, 3]]);
    expect(ids).toEqual(
      expect.arrayContaining([
        '日报.csv:3:12 missing-words',
        'na.csv:3:12 missing-words',
        'na.csv:4:15 missing-words',
      ]),
    );
  });

  test('23 pipes separate', async () => {
    const { listRows, describeTypes } = await readCase('23-pipe-separated', large);
    expect(describeTypes('订单')).toEqual(['日期 date', '渠道 text', '金额 integer']);
    expect(await listRows('select sum(金额), count(*) from 订单')).toEqual([[30, 2]]);
  });

  test('25 counts with a plus are told with what to write', async () => {
    const { told } = await readCase('25-plus-counts', large);
    expect(told.map(({ at, id }) => `${at} ${id}`).toSorted()).toEqual([
      '商品.csv:2:3 text-among-numbers',
      '文章.csv:2:3 text-among-numbers',
    ]);
    expect(told.map(({ text }) => text).join()).toMatch(/“1000\+人付款”写成 1000.*“10万\+”写成 100000/s);
  });

  test('26 a weekday beside a day, and the afternoon', async () => {
    const { listRows, describeTypes, ids } = await readCase('26-day-with-weekday', large);
    expect(describeTypes('销售')?.[0]).toBe('购药时间 date');
    expect(await listRows('select min(购药时间)::varchar from 销售')).toEqual([['2018-01-01']]);
    expect(await listRows("select min(时间 at time zone 'Asia/Shanghai')::varchar from 时间")).toEqual([
      ['2026-03-02 15:20:00'],
    ]);
    expect(ids).toEqual([]);
  });

  test('35 a day that reads the same either way does not block', async () => {
    const { listRows, ids } = await readCase('35-day-equals-month', large);
    expect(ids).toEqual([]);
    expect(await listRows('select max(下单日)::varchar, max(缺省日)::varchar from 订单')).toEqual([
      ['2022-03-16', '1900-01-01'],
    ]);
  });

  test('45 a broken byte of GBK has its place', async () => {
    const { told } = await readCase('45-one-bad-byte-in-gbk', large);
    expect(told).toEqual([
      expect.objectContaining({ id: 'broken-character', at: expect.stringMatching(/^标题\.csv:3:/) }),
    ]);
    expect(told[0]!.text).toMatch(/gb18030/);
    expect(told[0]!.text).not.toMatch(/encoding:|不是/);
  });

  test('46 digits below Date and time are days and instants', async () => {
    const { listRows, describeTypes } = await readCase('46-days-as-numbers', large);
    expect(describeTypes('ga')?.[0]).toBe('Date date');
    expect(describeTypes('ms')?.[2]).toBe('time timestamp');
    expect(await listRows('select max("Date")::varchar from ga')).toEqual([['2026-03-03']]);
    expect(await listRows('select epoch_ms(min("time"))::double from ms')).toEqual([[1772409600000]]);
  });

  test('47 Big5 is named', async () => {
    const { told } = await readCase('47-big5', large);
    expect(told).toEqual([expect.objectContaining({ id: 'likely-encoding' })]);
    expect(told[0]!.text).toMatch(/big5.*--encoding big5/s);
  });

  test('48 a file that breaks off in a character', async () => {
    const { told } = await readCase('48-cut-utf8', large);
    expect(told).toEqual([
      expect.objectContaining({ id: 'cut-character', at: expect.stringMatching(/^标题\.csv:4:/) }),
    ]);
  });

  test('50 dashes are no numbers', async () => {
    expect((await readCase('50-dashes-as-numbers', large)).ids).toEqual([]);
  });
});

describe.runIf(there)('intake cases of other formats', () => {
  test('09 integers of JSON above 2⁵³ keep their digits', async () => {
    const { listRows } = await readCase('09-json-big-integers');
    expect(await listRows('select order_id from 订单 order by 1')).toEqual([
      ['1234567890123456781'],
      ['1234567890123456782'],
    ]);
  });

  test('12 numbers of 18 digits in XLSX are told', async () => {
    const { told } = await readCase('12-ids-18-digits-in-xlsx');
    expect(told).toEqual([
      expect.objectContaining({ id: 'lost-digits', at: expect.stringContaining('!A2') }),
    ]);
    expect(told[0]!.text).toMatch(/订单编号.*15 位/s);
  });

  test('17 durations in XLSX are as in CSV', async () => {
    const { listRows } = await readCase('17-durations-in-xlsx');
    expect(await listRows('select 平均时长, 总时长 from 时长')).toEqual([
      ['00:03:20', '25:30:00'],
      ['00:01:05', '12:00:00'],
    ]);
  });

  test('20 a tab behind an id in XLSX is no part of it', async () => {
    const { listRows } = await readCase('20-tab-in-xlsx-ids');
    expect(await listRows('select count(*) from 订单 join 退款 using (单号)')).toEqual([[1]]);
  });

  test('47 --encoding big5 reads it', async () => {
    const root = await createCourse('47-big5');
    await mkdir(join(root, 'in'), { recursive: true });
    await cp(join(cases, '47-big5/標題.csv'), join(root, 'in/標題.csv'));
    const args = [
      'import',
      join(root, 'in/標題.csv'),
      '--report',
      'r',
      '--encoding',
      'big5',
      '--force',
      '--root',
      root,
    ];
    expect((await runFupan(args)).code).toBe(0);
    const { tables } = await readTables(root, 'r');
    expect(tables.find(({ name }) => name === '標題')?.columns.map(({ name }) => name)).toEqual([
      '標題',
      '閱讀',
    ]);
  });
});
