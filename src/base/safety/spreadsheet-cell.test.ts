import { expect, test } from 'vitest';
import { guardCell } from './spreadsheet-cell.ts';

test.each([
  '=1+1',
  '=HYPERLINK("http://x")',
  '＝1+1',
  '@SUM(A1)',
  '＠x',
  '\t=1',
  '\r=1',
  '+cmd|x',
  '-cmd',
  "-2+3+cmd|' /C calc'!A0",
  '+1(2)',
  '- a',
  '－渠道',
])('%j gets an apostrophe', (text) => {
  expect(guardCell(text)).toBe(`'${text}`);
});

test.each([
  '',
  '-12',
  '+3.5%',
  '-1,234.5',
  '−5',
  '-3.2 个百分点',
  '+86 13800000000',
  '2026-03-02',
  '—',
  '-',
  'a=b',
  "'=1",
  ' x',
  'a@b.cn',
])('%j stays as it is', (text) => {
  expect(guardCell(text)).toBe(text);
});
