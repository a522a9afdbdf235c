import { expect, test } from 'vitest';
import { detectSeparator } from './detect-separator.ts';

test.each([
  ['a,b\n1;2;3', ','],
  ['"a,b,c";d\n', ';'],
  ['a\tb\n', '\t'],
  ['single\n', ','],
  ['日期，访问\n2026-03-02，12\n', '，'],
])('the most frequent one of the first line, outside quotes: %j', (text, separator) => {
  expect(detectSeparator(text)).toBe(separator);
});

test.each([
  ['推广报告\n2026年3月2日 - 2026年3月4日\n计划\t展现量\t点击量\n甲\t1200\t30\n', '\t'],
  ['Campaign report\n"March 1, 2026 - March 31, 2026"\nCampaign\tCost\nA\t"1,200"\n', '\t'],
  ['报告, 三月\n\n计划;花费\n甲;1,5\n乙;2,5\n', ';'],
  ['# 渠道，三月\n渠道,会话\n搜索,10\n直达,20\n', ','],
  // Decimal commas cut every row, too.
  ['店;额\n甲;1,5\n乙;2,5\n', ';'],
  // A file of one column stays one.
  ['评论\n很好，下次再来\n一般，没有货\n', ','],
])('that of the table, whatever a title above it holds: %j', (text, separator) => {
  expect(detectSeparator(text)).toBe(separator);
});
