import { expect, test } from 'vitest';
import type { Entry } from './entries.ts';
import { monthGridSpec } from './month-layout.ts';
import { widths } from './theme.ts';

const entry = (day: string): Entry => ({ day, title: '攻略', group: '抖音', done: true });

/** Where the frames of days begin, from left to right. */
function lefts(days: string[], width: number): number[] {
  const { layer } = monthGridSpec(days.map(entry), 'zh', width) as unknown as {
    layer: { data: { values: { left: number }[] } }[];
  };
  return [...new Set(layer[0]!.data.values.map(({ left }) => Math.round(left)))].sort((a, b) => a - b);
}

const term = ['2026-03-04', '2026-04-05', '2026-05-06', '2026-06-07'];

test('up to two months stand one below the other, more in two columns where there is room', () => {
  expect(lefts(term.slice(0, 2), widths.text)).toHaveLength(7);
  expect(lefts(term, widths.text)).toHaveLength(14);
  expect(lefts(term, widths.phone)).toHaveLength(7);
});

test('a term in two columns is lower than a page', () => {
  const { height } = monthGridSpec(term.map(entry), 'zh', widths.text) as unknown as { height: number };
  expect(height).toBeLessThan(700);
});
