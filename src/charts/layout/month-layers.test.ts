import { expect, test } from 'vitest';
import type { CalendarEntry } from '../data/calendar-entries.ts';
import { chartWidths } from '../theme.ts';
import { buildMonthGridSpec } from './month-layers.ts';

const createEntry = (day: string): CalendarEntry => ({ day, title: '攻略', group: '抖音', done: true });

/** Where the frames of days begin, from left to right. */
function listLefts(days: string[], width: number): number[] {
  const { layer } = buildMonthGridSpec(days.map(createEntry), 'zh', width) as unknown as {
    layer: { data: { values: { left: number }[] } }[];
  };
  return [...new Set(layer[0]!.data.values.map(({ left }) => Math.round(left)))].sort((a, b) => a - b);
}

const term = ['2026-03-04', '2026-04-05', '2026-05-06', '2026-06-07'];

test('up to two months stand one below the other, more in two columns where there is room', () => {
  expect(listLefts(term.slice(0, 2), chartWidths.text)).toHaveLength(7);
  expect(listLefts(term, chartWidths.text)).toHaveLength(14);
  expect(listLefts(term, chartWidths.phone)).toHaveLength(7);
});

test('a term in two columns is lower than a page', () => {
  const { height } = buildMonthGridSpec(term.map(createEntry), 'zh', chartWidths.text) as unknown as {
    height: number;
  };
  expect(height).toBeLessThan(700);
});
