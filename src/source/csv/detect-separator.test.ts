import { expect, test } from 'vitest';
import { detectSeparator } from './detect-separator.ts';

test.each([
  ['a,b\n1;2;3', ','],
  ['"a,b,c";d\n', ';'],
  ['a\tb\n', '\t'],
  ['single\n', ','],
  ['日期|渠道|金额\n2026-03-02|搜索|10\n', '|'],
  // Decimal commas.
  ['a;b;c\n1,5;2,3;3,1\n1,5;2,3;3,1\n', ';'],
  ['a,标签,n\n1,x|y|z|w,2\n2,x|y|z|w,3\n', ','],
  // Titles above the names.
  ['推广报告\n2026-03-01,2026-03-31\n计划\t展现\t点击\n甲\t1,200\t30\n乙\t2,300\t41\n', '\t'],
  ['Report, March\na;b;c\n1;2;3\n4;5;6\n', ';'],
  ['导出\n日期|金额\n2026-03-02|10\n2026-03-03|20\n', '|'],
  ['标题\n\na,b,c\n1,2,3\n', ','],
  // More cells than names.
  ['a,b,c\n1,2,3,\n4,5,6,\n', ','],
  ['sep=;\na;b\n1;2\n3;4\n', ';'],
  ['日期，渠道，n\n2026-03-02，搜索，1\n', '，'],
  ['日期   渠道  n\n2026-03-02 搜索    1\n2026-03-03 社群    2\n', ' '],
  // As the shapes of files have it.
  ['推广报告\n2026年3月2日 - 2026年3月4日\n计划\t展现量\t点击量\n甲\t1200\t30\n', '\t'],
  ['Campaign report\n"March 1, 2026 - March 31, 2026"\nCampaign\tCost\nA\t"1,200"\n', '\t'],
  ['报告, 三月\n\n计划;花费\n甲;1,5\n乙;2,5\n', ';'],
  ['# 渠道，三月\n渠道,会话\n搜索,10\n直达,20\n', ','],
  ['店;额\n甲;1,5\n乙;2,5\n', ';'],
  ['评论\n很好，下次再来\n一般，没有货\n', ','],
])('%j is cut by %j', (text, separator) => {
  expect(detectSeparator(text)).toBe(separator);
});

test.each([
  '标签\na;b;c\nd;e;f\ng;h;i\n',
  '姓名\nLi Ming\nWang Fang\n',
  'order time\n2026-03-02 08:00\n2026-03-03 09:00\n',
  'the great title\nof the rings\nand so on\n',
  '评论\n不错|好\n下次还来\n',
])('%j is one column', (text) => {
  expect(detectSeparator(text)).toBe(',');
});
