import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeText } from '../source/encode-text.sample.ts';
import { readAll, readBothWays, report } from './small-and-large.sample.ts';

test('a file is read alike whether it is small or large: rows, types and problems with their places', async () => {
  await fc.assert(
    fc.asyncProperty(report, async (files) => {
      const { small, large } = await readBothWays(files);
      expect(large).toEqual(small);
    }),
    { numRuns: 6 },
  );
});

test('a file whose bytes are damaged is told alike whether it is small or large', async () => {
  const text = '标题,阅读\n春节上新活动,100\n新品发布会在杭州举行,200\n会员日优惠';
  const files = ['utf-8', 'gb18030', 'utf-16le'].flatMap((encoding) => {
    const bytes = encodeText(`${encoding === 'utf-16le' ? '\uFEFF' : ''}${text}`, encoding);
    const broken = bytes.slice();
    broken.set([0xff, 0xff], Math.floor(bytes.length / 2));
    return [bytes.slice(0, -1), broken];
  });
  const small = await readAll(files, Number.POSITIVE_INFINITY);
  expect(await readAll(files, 0)).toEqual(small);
  expect(small.told.filter((one) => / cut-character | broken-character /.test(one))).toHaveLength(5);
  // Two bytes make another character of UTF-16.
  expect(small.tables).toHaveLength(1);
});

test('a file without names that breaks off is told alike whether it is small or large', async () => {
  const files = [{ text: ' ,\r\n \r\n1772409600\r\n1772409600', encoding: 'utf-8' }];
  const small = await readAll(files, Number.POSITIVE_INFINITY);
  expect(await readAll(files, 0)).toEqual(small);
  expect(small.told.filter((one) => / cut-row /.test(one))).toHaveLength(1);
});

test('a table below names without rows is told alike whether a file is small or large', async () => {
  const names = '日期,渠道,推广计划,展示,点击,消费';
  const text = `日期,日期,日期,日期,日期,日期\nSEM,SEM,1_000,0,12.5\n${names}\n2026-03-02,SEM,SEM,1_000,0,12.5\n`;
  const { small, large } = await readBothWays([{ text, encoding: 'utf-8' }]);
  expect(large).toEqual(small);
  expect(large.parted).toEqual(['data/r/t0.csv:3:1']);
});

test('tables below each other are told alike whether a file is small or large', async () => {
  const tables = ['日期,阅读\n2026-03-02,10\n2026-03-03,20', '渠道,订单,金额\nSEM,3,12.5\n公众号,4,8'];
  const rows =
    '2026-03-02;177;1000\n2026-03-02;177;1000\n2026-03-02;177;1000\n\n列甲;列乙;列丙\n2026-03-02;177;1000';
  const texts = [
    tables.join('\n\n'),
    tables.join('\n# 第二张表\n'),
    // Rows without names, whose first names stand in the middle.
    rows,
    rows.replaceAll(';', ','),
    `# 渠道,金额\n\n账户,甲\n时段,三月\n\n${tables[1]}\n\n${tables[0]}`,
    `推广日报,\n${tables[0]}\n\n${tables[1]}`,
    `${tables[0]}\n\n日期,阅读\n2026-03-04,30`,
  ];
  const files = texts.map((text) => ({ text, encoding: 'utf-8' }));
  const small = await readAll(files, Number.POSITIVE_INFINITY);
  const large = await readAll(files, 0);
  const listPlaces = (told: string[]) =>
    told.filter((one) => / second-table /.test(one)).map((one) => one.split(' ')[0]);
  expect(listPlaces(large.told)).toMatchInlineSnapshot(`
    [
      "data/r/t0.csv:5:1",
      "data/r/t1.csv:5:1",
      "data/r/t4.csv:10:1",
      "data/r/t5.csv:6:1",
    ]
  `);
  // A small file of several tables gives them all.
  expect(small.tables.map(({ name }) => name)).toMatchInlineSnapshot(`
    [
      "t0",
      "t0_2",
      "t1",
      "t1_2",
      "t2",
      "t3",
      "t4",
      "t4_2",
      "t5",
      "t5_2",
      "t6",
    ]
  `);
});
