import { expect, test } from 'vitest';
import type { LayoutUnit } from './layout-units.ts';
import { measurePieces, PageFlow, type Positions } from './page-flow.ts';

const paragraph: LayoutUnit = { type: 'paragraph', children: [] };
const figure: LayoutUnit = { type: 'figure', id: 'f' };

/** Spots of units of these heights one under the other, 14 points between them. */
function buildEndlessPage(heights: number[]): Positions {
  const spots = new Map<string, { page: number; y: number }>();
  let y = 74;
  heights.forEach((height, unit) => {
    spots.set(`0-${unit}-a`, { page: 1, y });
    spots.set(`0-${unit}-b`, { page: 1, y: y + height });
    y += height + 14;
  });
  return spots;
}

function createFlow(units: [LayoutUnit, number][]): PageFlow {
  return new PageFlow(
    measurePieces(
      units.map(([unit]) => unit),
      0,
      buildEndlessPage(units.map(([, height]) => height)),
    ),
    0,
  );
}

test('what fits stays where it was written', () => {
  expect(
    createFlow([
      [paragraph, 300],
      [figure, 300],
      [paragraph, 60],
    ]).floated,
  ).toEqual([]);
});

test('a figure that does not fit goes to the next page, and none overtakes it', () => {
  const laid = createFlow([
    [paragraph, 500],
    [figure, 300],
    [paragraph, 20],
    [figure, 60],
    [paragraph, 200],
    [figure, 100],
  ]);
  expect(laid.floated).toEqual(['0-1', '0-3']);
});

test('text that turns the page begins below what waited for it', () => {
  const laid = createFlow([
    [paragraph, 680],
    [figure, 300],
    [paragraph, 60],
    [figure, 320],
  ]);
  expect(laid.floated).toEqual(['0-1', '0-3']);
});

test('figures that wait take the room of the page they wait for', () => {
  const laid = createFlow([
    [paragraph, 500],
    [figure, 300],
    [paragraph, 300],
    [figure, 300],
  ]);
  expect(laid.floated).toEqual(['0-1', '0-3']);
});

test('a real layout that shows white before a figure sends it on; one that shows room brings it back', () => {
  const units: [LayoutUnit, number][] = [
    [paragraph, 300],
    [figure, 300],
    [paragraph, 300],
  ];
  const laid = createFlow(units);
  expect(laid.floated).toEqual([]);
  const white = new Map([
    ['0-0-a', { page: 1, y: 74 }],
    ['0-0-b', { page: 1, y: 600 }],
    ['0-1-a', { page: 2, y: 74 }],
    ['0-1-b', { page: 2, y: 374 }],
    ['0-2-a', { page: 2, y: 388 }],
    ['0-2-b', { page: 2, y: 688 }],
  ]);
  expect(laid.refine(white)).toBe(true);
  expect(laid.floated).toEqual(['0-1']);
  const early = new Map(white).set('0-1-a', { page: 1, y: 74 }).set('0-0-b', { page: 1, y: 688 });
  expect(laid.refine(early)).toBe(true);
  expect(laid.floated).toEqual([]);
});

test('a layout without a mistake changes nothing', () => {
  const laid = createFlow([
    [paragraph, 300],
    [figure, 300],
  ]);
  expect(laid.refine(buildEndlessPage([300, 300]))).toBe(false);
});
