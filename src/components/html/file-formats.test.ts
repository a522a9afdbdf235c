import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { createSampleBook } from '../../test/sample-book.ts';
import { formatCsv } from './csv-text.ts';
import { splitNumberAndUnit } from './number-and-unit.ts';
import { renderTable } from './rows-table.ts';
import { toStandaloneSvg } from './standalone-svg.ts';

const column = (label: string, unit = '') => ({ name: label, label, unit, align: 'left' as const });

test('a CSV comes back as it was, and Excel knows it is UTF-8', () => {
  const rows = [
    ['搜索, "SEM"', '1,302'],
    ['两\n行', ''],
  ];
  const csv = formatCsv({ columns: [column('渠道'), column('花费', '元')], rows });
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  expect(parse(csv, { bom: true })).toEqual([['渠道', '花费（元）'], ...rows]);
});

test('a CSV is safe in a spreadsheet, and its numbers stay numbers', () => {
  const rows = [['=1+1', '-3.2 个百分点', '@x', '-12']];
  const csv = formatCsv({ columns: ['+a(1)', 'b', 'c', 'd'].map((name) => column(name)), rows });
  expect(parse(csv, { bom: true })).toEqual([
    ["'+a(1)", 'b', 'c', 'd'],
    ["'=1+1", '-3.2 个百分点', "'@x", '-12'],
  ]);
});

test('a chart as a file needs no custom property and knows the dark', () => {
  const [figure] = createSampleBook().figures;
  const svg = toStandaloneSvg(figure?.svg ?? '');
  expect(svg).not.toContain('var(--');
  expect(svg).toContain('prefers-color-scheme:dark');
  expect(svg.match(/<style>/g)).toHaveLength(1);
});

test('cells of a table are text', () => {
  const html = renderTable({ columns: [column('<a>')], rows: [['<b>&']] }, { label: '"x"' });
  expect(html).toContain('<th scope="col">&lt;a&gt;<');
  expect(html).toContain('<td>&lt;b&gt;&amp;<');
  expect(html).toContain('aria-label="&quot;x&quot;"');
});

test('a number is told from its unit', () => {
  expect(splitNumberAndUnit('1,302 人')).toEqual({ number: '1,302', unit: '人', long: false });
  expect(splitNumberAndUnit('4.8%')).toEqual({ number: '4.8', unit: '%', long: false });
  expect(splitNumberAndUnit('\u22122.3 个百分点')).toMatchObject({ number: '\u22122.3', unit: '个百分点' });
  expect(splitNumberAndUnit('8,911,407.90 元')).toMatchObject({ unit: '元', long: true });
  expect(splitNumberAndUnit('—')).toEqual({ number: '—', unit: '', long: false });
});
