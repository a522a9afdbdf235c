import { expect, test } from 'vitest';
import { Flow, piecesOf, type Spots } from './flow.ts';
import type { Unit } from './units.ts';

const paragraph: Unit = { type: 'paragraph', children: [] };
const figure: Unit = { type: 'figure', id: 'f' };

/** Spots of units of these heights one under the other, 14 points between them. */
function endless(heights: number[]): Spots {
  const spots = new Map<string, { page: number; y: number }>();
  let y = 74;
  heights.forEach((height, unit) => {
    spots.set(`0-${unit}-a`, { page: 1, y });
    spots.set(`0-${unit}-b`, { page: 1, y: y + height });
    y += height + 14;
  });
  return spots;
}

function flow(units: [Unit, number][]): Flow {
  return new Flow(
    piecesOf(
      units.map(([unit]) => unit),
      0,
      endless(units.map(([, height]) => height)),
    ),
    0,
  );
}

test('what fits stays where it was written', () => {
  expect(
    flow([
      [paragraph, 300],
      [figure, 300],
      [paragraph, 60],
    ]).away,
  ).toEqual([]);
});

test('a figure that does not fit goes to the next page, and none overtakes it', () => {
  const laid = flow([
    [paragraph, 500],
    [figure, 300],
    [paragraph, 20],
    [figure, 60],
    [paragraph, 200],
    [figure, 100],
  ]);
  expect(laid.away).toEqual(['0-1', '0-3']);
});

test('text that turns the page begins below what waited for it', () => {
  const laid = flow([
    [paragraph, 680],
    [figure, 300],
    [paragraph, 60],
    [figure, 320],
  ]);
  expect(laid.away).toEqual(['0-1', '0-3']);
});

test('figures that wait take the room of the page they wait for', () => {
  const laid = flow([
    [paragraph, 500],
    [figure, 300],
    [paragraph, 300],
    [figure, 300],
  ]);
  expect(laid.away).toEqual(['0-1', '0-3']);
});

test('a real layout that shows white before a figure sends it on; one that shows room brings it back', () => {
  const units: [Unit, number][] = [
    [paragraph, 300],
    [figure, 300],
    [paragraph, 300],
  ];
  const laid = flow(units);
  expect(laid.away).toEqual([]);
  const white = new Map([
    ['0-0-a', { page: 1, y: 74 }],
    ['0-0-b', { page: 1, y: 600 }],
    ['0-1-a', { page: 2, y: 74 }],
    ['0-1-b', { page: 2, y: 374 }],
    ['0-2-a', { page: 2, y: 388 }],
    ['0-2-b', { page: 2, y: 688 }],
  ]);
  expect(laid.mend(white)).toBe(true);
  expect(laid.away).toEqual(['0-1']);
  const early = new Map(white).set('0-1-a', { page: 1, y: 74 }).set('0-0-b', { page: 1, y: 688 });
  expect(laid.mend(early)).toBe(true);
  expect(laid.away).toEqual([]);
});

test('a layout without a mistake changes nothing', () => {
  const laid = flow([
    [paragraph, 300],
    [figure, 300],
  ]);
  expect(laid.mend(endless([300, 300]))).toBe(false);
});
