import { expect, test } from 'vitest';

interface CellOrder {
  readNumber: (text: string) => number;
  chooseOrder: (texts: string[]) => (a: string, b: string) => number;
}
const path = './reading/cell-order.js';
const { readNumber, chooseOrder } = (await import(path)) as CellOrder;
const sort = (texts: string[]) => texts.toSorted(chooseOrder(texts));

test.each([
  ['1,302 人', 1302],
  ['−3.5%', -3.5],
  ['¥1.2 万', 12_000],
  ['+0.30 个百分点', 0.3],
  ['297.4K times', 297_400],
  ['12 次～40 次', 12],
])('%s is %d', (text, value) => {
  expect(readNumber(text)).toBeCloseTo(value, 9);
});

test.each(['2026-03-02', '09:30', '实训第 3 周', 'SEM', '—', ''])('%s is no number', (text) => {
  expect(readNumber(text)).toBeNaN();
});

test('numbers by value, Chinese by pinyin, weeks and days in time', () => {
  expect(sort(['120 人', '1,302 人', '−4 人', '9 人'])).toEqual(['−4 人', '9 人', '120 人', '1,302 人']);
  expect(sort(['微博', '抖音', '小红书', '公众号', '知乎'])).toEqual([
    '抖音',
    '公众号',
    '微博',
    '小红书',
    '知乎',
  ]);
  expect(sort(['实训第 10 周', '实训第 9 周'])).toEqual(['实训第 9 周', '实训第 10 周']);
  expect(sort(['2026-04-01', '2026-03-31'])).toEqual(['2026-03-31', '2026-04-01']);
});
