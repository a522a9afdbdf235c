import { expect, test } from 'vitest';
import { completeKeys, findTimeGrain, withGaps } from './time-keys.ts';

test('keys of one step are times', () => {
  expect(findTimeGrain(['2026-W10', '2026-W11'])).toBe('week');
  expect(findTimeGrain(['2026-03'])).toBe('month');
  expect(findTimeGrain(['SEM', '2026-03'])).toBeUndefined();
  expect(findTimeGrain([])).toBeUndefined();
});

test('weeks between are filled in, over the turn of a year of 53 weeks', () => {
  expect(completeKeys(['2026-W52', '2027-W02'])).toEqual(['2026-W52', '2026-W53', '2027-W01', '2027-W02']);
  expect(completeKeys(['b', 'a', 'b'])).toEqual(['b', 'a']);
});

test('a missing member has no value, and a year far off does not fill the chart with gaps', () => {
  const point = { key: '2026-03', label: '3 月', value: 1, text: '1', n: 1 };
  expect(withGaps([point], ['2026-03', '2026-04'])[1]).toMatchObject({ key: '2026-04', value: null });
  expect(completeKeys(['1026-03-01', '2026-03-01'])).toEqual(['1026-03-01', '2026-03-01']);
});

test('a year that is centuries off leaves the points as they stand', () => {
  const keys = Array.from({ length: 28 }, (_, i) => `2026-03-${String(i + 1).padStart(2, '0')}`);
  expect(completeKeys([...keys, '0206-03-27'])).toEqual(['0206-03-27', ...keys]);
});
