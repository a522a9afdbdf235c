import { expect, test } from 'vitest';
import { stripPadding } from './cell-padding.ts';
import { isMissingWord } from './missing-words.ts';

test.each([
  [' 鞋 ', '鞋'],
  ['420000\t', '420000'],
  ['\u200b420000\ufeff', '420000'],
  ['\u200e2026/3/2', '2026/3/2'],
  ['\u3000品牌\u00a0', '品牌'],
  ['="00123"', '00123'],
  ['\t="00123"', '00123'],
  ["'13800000000", '13800000000'],
  ['`支付成功', '支付成功'],
  ['`¥12.50', '¥12.50'],
  [' \u200b ', ''],
  ['品牌', '品牌'],
])('%j is %j', (cell, bare) => {
  expect(stripPadding(cell)).toBe(bare);
});

test.each(["'90s", '`code`', '=A1', '="a"&"b"', "don't", '👨‍👩‍👧', 'a b', '="'])('%j stays', (cell) => {
  expect(stripPadding(cell)).toBe(cell);
});

test('words for nothing are whole cells', () => {
  const words = [
    'NULL',
    '\\N',
    'NaN',
    'nan',
    '#N/A',
    'N/A',
    'None',
    'NA',
    '<NA>',
    'NaT',
    '#DIV/0!',
    '/',
    '无',
    '（跳过）',
  ];
  expect(words.filter((word) => !isMissingWord(word))).toEqual([]);
  const others = ['Nancy', 'NULL1', '0', '', '无锡', 'N', '10/20', '#1', '\\', 'nonetheless'];
  expect(others.filter(isMissingWord)).toEqual([]);
});
