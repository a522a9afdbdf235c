import { expect, test } from 'vitest';
import type { TableRows } from '../../base/value-series.ts';
import type { BookFigure } from '../../report/book.ts';
import { createSampleBook } from '../../test/sample-book.ts';
import type { TextRuleInput } from '../text-rule.ts';
import { captionDirection } from './caption-direction.ts';

const captionPlace = { file: 'a.mdx', line: 7, column: 3 };

function buildRows(columns: string[], rows: string[][]): TableRows {
  const head = (label: string, i: number) => ({
    name: `s${i}`,
    label,
    unit: '',
    align: i === 0 ? ('left' as const) : ('right' as const),
  });
  return { columns: columns.map(head), rows };
}

/** What is said against a caption. */
function listProblemTexts(caption: string, kind: string, data: TableRows): string[] {
  const book = createSampleBook();
  const figure: BookFigure = { ...book.figures[0]!, kind, caption, captionPlace, data };
  const problems = captionDirection.find({ book: { ...book, figures: [figure] } } as TextRuleInput);
  expect(problems.every(({ id, place }) => id === 'caption-direction' && place === captionPlace)).toBe(true);
  return problems.map(({ what }) => what.zh);
}

const rising = buildRows(
  ['周', '新增用户'],
  [
    ['第 1 周', '98'],
    ['第 2 周', '—'],
    ['第 3 周', '205'],
  ],
);
const below = buildRows(
  ['周', '余额'],
  [
    ['第 1 周', '−5'],
    ['第 2 周', '3'],
  ],
);
const channels = buildRows(
  ['渠道', '获客成本（元/人）'],
  [
    ['搜索广告', '58'],
    ['自然搜索', '41'],
    ['搜索', '1.2 万'],
  ],
);
const lines = buildRows(
  ['周', '付费', '自然'],
  [
    ['第 1 周', '41', '30'],
    ['第 2 周', '58', '—'],
    ['第 3 周', '60', '33'],
  ],
);

test.each([
  ['新增用户持续下降', 'trend', rising, '第 1 周 98，第 3 周 205'],
  ['留存回升，余额下降', 'trend', below, '第 1 周 −5，第 2 周 3'],
  ['新增用户降至 205', 'trend', rising, '第 1 周 98'],
  ['余额下降', 'trend', below, '第 1 周 −5，第 2 周 3'],
  ['付费持续下降', 'trend', lines, '第 1 周 41，第 3 周 60'],
  ['自然搜索高于搜索广告', 'bars', channels, '自然搜索 41，搜索广告 58'],
  ['搜索广告的获客成本低于自然搜索', 'bars', channels, '搜索广告 58'],
  ['付费低于自然', 'trend', lines, '付费 (第 1 周) 41，自然 (第 1 周) 30'],
  ['搜索广告最高', 'bars', channels, '搜索 1.2 万'],
  ['最低的是搜索广告', 'bars', channels, '自然搜索 41'],
])('against the data: %s', (caption, kind, data, truth) => {
  const found = listProblemTexts(caption, kind, data);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(truth);
});

test.each([
  ['新增用户持续上升', 'trend', rising],
  ['新增用户翻番', 'trend', rising],
  ['获客成本持续下降', 'trend', rising],
  ['第 3 周下降', 'trend', rising],
  ['下降', 'bars', channels],
  ['持续下降', 'trend', lines],
  ['搜索广告高于自然搜索', 'bars', channels],
  ['搜索广告的花费低于自然搜索', 'bars', channels],
  ['付费高于自然', 'trend', lines],
  ['搜索最高', 'bars', channels],
  ['花费最高的搜索广告', 'bars', channels],
  ['搜索广告的花费最低', 'bars', channels],
])('borne out, or not judged: %s', (caption, kind, data) => {
  expect(listProblemTexts(caption, kind, data)).toEqual([]);
});

test('a caption that the data wrote is not looked at', () => {
  const book = createSampleBook();
  const { captionPlace: _, ...own } = book.figures[0]!;
  const figure = { ...own, kind: 'trend', caption: '新增用户下降', data: rising };
  expect(captionDirection.find({ book: { ...book, figures: [figure] } } as TextRuleInput)).toEqual([]);
});
