import { describe, expect, test } from 'vitest';
import { parseChineseNumber } from './chinese-number.ts';
import { findNumerals } from './numerals.ts';

test.each([
  ['七十三', 73],
  ['一万二千', 12_000],
  ['一万二', 12_000],
  ['三千零五', 3005],
  ['两百', 200],
  ['十', 10],
  ['二十', 20],
  ['一亿零三百万', 103_000_000],
  ['三点二五', 3.25],
  ['零', 0],
  ['百', 100],
])('%s is %d', (text, value) => {
  expect(parseChineseNumber(text)).toBe(value);
});

test.each(['一二三', '二八', '九十百'])('%s is no number', (text) => {
  expect(parseChineseNumber(text)).toBeUndefined();
});

const read = (text: string) =>
  findNumerals(text).map(({ text: written, least, most, unit }) => [
    written,
    Number(least.toFixed(4)),
    Number(most.toFixed(4)),
    unit,
  ]);

describe('what may be meant by a number as it is written', () => {
  test.each([
    ['达到5164次', ['5164次', 5163.5, 5164.5, '次']],
    ['占 4.81 %', ['4.81 %', 4.805, 4.815, '%']],
    ['提高2.3个百分点', ['2.3个百分点', 2.25, 2.35, '个百分点']],
    ['提高2.3pct', ['2.3pct', 2.25, 2.35, '个百分点']],
    ['１２％', ['１２％', 11.5, 12.5, '%']],
    ['共1.2万元', ['1.2万元', 11_500, 12_500, '元']],
    ['阅读3.2w', ['3.2w', 31_500, 32_500, '']],
    ['¥8,640.50', ['¥8,640.50', 8640.495, 8640.505, '元']],
    ['近三成', ['三成', 25, 30, '%']],
    ['不足一成', ['一成', 5, 10, '%']],
    ['三成多', ['三成多', 30, 40, '%']],
    ['八成五', ['八成五', 84.5, 85.5, '%']],
    ['约三分之一', ['三分之一', 30.3333, 36.3333, '%']],
    ['过半数', ['半数', 50, 60, '%']],
    ['千分之六', ['千分之六', 0.55, 0.65, '%']],
    ['百分之三点二', ['百分之三点二', 3.15, 3.25, '%']],
    ['每十人有三人', ['每十人有三人', 27, 33, '%']],
    ['200多人', ['200多人', 200, 300, '人']],
    ['十余篇', ['十余篇', 10, 15, '篇']],
    ['翻了一番', ['翻了一番', 1.9, 2.1, '倍']],
    ['投产比1:4', ['1:4', 0.2375, 0.2625, '']],
    ['2分35秒', ['2分35秒', 154.5, 155.5, '秒']],
    ['每天3～5篇', ['3～5篇', 2.5, 5.5, '篇']],
    ['环比+12.5%', ['+12.5%', 12.45, 12.55, '%']],
    ['about 2,000 people', ['2,000 people', 1900, 2100, '人']],
    ['a third of users', ['a third', 30.3333, 36.3333, '%']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  test('both ends of a change are numbers of their own', () => {
    expect(read('由2.5%升至4.8%').map(([text]) => text)).toEqual(['2.5%', '4.8%']);
    expect(read('由4,160到10,400').map(([text]) => text)).toEqual(['4,160', '10,400']);
  });

  test.each(['GA4', '5G', '1080P', 'T07', 'alert(1)'])('%s is a name', (text) => {
    expect(read(text)).toEqual([]);
  });
});
