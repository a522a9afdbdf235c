import { expect, test } from 'vitest';
import type { BookBlock } from '../report/book.ts';
import { refilled, type Spots } from './flow.ts';

const paragraph = (value: string): BookBlock => ({ type: 'paragraph', children: [{ type: 'text', value }] });
const figure: BookBlock = { type: 'figure', id: 'f' };

/** A paragraph that ends half way down page 1, a figure on page 2, and `rest` of 100 points each. */
function laid(blocks: BookBlock[], end = 400): Spots {
  const spots = new Map([
    ['0-0-a', { page: 1, y: 100 }],
    ['0-0-b', { page: 1, y: end }],
    ['0-1-a', { page: 2, y: 74 }],
    ['0-1-b', { page: 2, y: 300 }],
  ]);
  for (let i = 2; i < blocks.length; i++) {
    spots.set(`0-${i}-a`, { page: 2, y: 320 + (i - 2) * 100 });
    spots.set(`0-${i}-b`, { page: 2, y: 400 + (i - 2) * 100 });
  }
  return spots;
}

const [one, two, three, four, five] = ['1', '2', '3', '4', '5'].map(paragraph) as [
  BookBlock,
  BookBlock,
  BookBlock,
  BookBlock,
  BookBlock,
];
const heading: BookBlock = {
  type: 'heading',
  depth: 2,
  id: 'h',
  number: '1.1',
  text: 'h',
  children: [],
  place: { file: 'x.mdx' },
};

test('paragraphs fill the page a figure left white, no more than it takes', () => {
  const blocks = [one, figure, two, three, four, five];
  expect(refilled(blocks, 0, laid(blocks), new Set())).toEqual([one, two, three, four, figure, five]);
  expect(refilled(blocks, 0, laid(blocks, 600), new Set())).toEqual([one, two, three, figure, four, five]);
});

test('a figure does not leave its section, and moves once', () => {
  const blocks = [one, figure, two, heading, three];
  expect(refilled(blocks, 0, laid(blocks), new Set())).toEqual([one, two, figure, heading, three]);
  expect(refilled(blocks, 0, laid(blocks), new Set(['f']))).toBeUndefined();
  expect(refilled([one, figure, heading], 0, laid([one, figure, heading]), new Set())).toBeUndefined();
});

test('a little white is let be', () => {
  const blocks = [one, figure, two];
  expect(refilled(blocks, 0, laid(blocks, 700), new Set())).toBeUndefined();
});
