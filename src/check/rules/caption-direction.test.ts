import { expect, test } from 'vitest';
import type { Rows } from '../../base/series.ts';
import type { BookFigure } from '../../report/book.ts';
import { sampleBook } from '../../test/sample-book.ts';
import { captionDirection } from './caption-direction.ts';

const captionPlace = { file: 'a.mdx', line: 7, column: 3 };

function rowsOf(columns: string[], rows: string[][]): Rows {
  const head = (label: string, i: number) => ({
    name: `s${i}`,
    label,
    unit: '',
    align: i === 0 ? ('left' as const) : ('right' as const),
  });
  return { columns: columns.map(head), rows };
}

/** What is said against a caption. */
function told(caption: string, kind: string, data: Rows): string[] {
  const book = sampleBook();
  const figure: BookFigure = { ...book.figures[0]!, kind, caption, captionPlace, data };
  const problems = captionDirection({ book: { ...book, figures: [figure] } } as Parameters<
    typeof captionDirection
  >[0]);
  expect(problems.every(({ id, place }) => id === 'caption-direction' && place === captionPlace)).toBe(true);
  return problems.map(({ what }) => what.zh);
}

const rising = rowsOf(
  ['周', '新增用户'],
  [
    ['第 1 周', '98'],
    ['第 2 周', '—'],
    ['第 3 周', '205'],
  ],
);
const below = rowsOf(
  ['周', '余额'],
  [
    ['第 1 周', '−5'],
    ['第 2 周', '3'],
  ],
);
const channels = rowsOf(
  ['渠道', '获客成本（元/人）'],
  [
    ['搜索广告', '58'],
    ['自然搜索', '41'],
    ['搜索', '1.2 万'],
  ],
);
const lines = rowsOf(
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
  const found = told(caption, kind, data);
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
  expect(told(caption, kind, data)).toEqual([]);
});

test('a caption that the data wrote is not looked at', () => {
  const book = sampleBook();
  const { captionPlace: _, ...own } = book.figures[0]!;
  const figure = { ...own, kind: 'trend', caption: '新增用户下降', data: rising };
  expect(
    captionDirection({ book: { ...book, figures: [figure] } } as Parameters<typeof captionDirection>[0]),
  ).toEqual([]);
});
