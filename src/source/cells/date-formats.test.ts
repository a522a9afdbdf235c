import { expect, test } from 'vitest';
import type { Cell } from '../../base/source-table.ts';
import { type DateOrder, dateFormats, parseDate, parseMonth } from './date-formats.ts';
import { DateOrderDetector } from './date-order.ts';
import { parseTimestamp, timestampFormats } from './timestamp-formats.ts';

const days = dateFormats.flatMap(({ name, examples }) =>
  examples.map(([text, iso, order = 'ymd' as const]) => ({ name, text, iso, order })),
);
test.each(days)('$name: $text is $iso', ({ text, iso, order }) => expect(parseDate(text, order)).toBe(iso));

const instants = timestampFormats.flatMap(({ name, examples }) =>
  examples.map(([text, iso]) => ({ name, text, iso })),
);
test.each(instants)('$name: $text is $iso', ({ text, iso }) => expect(parseTimestamp(text, 'ymd')).toBe(iso));

test.each([
  '2026-02-30',
  '2026/13/1',
  '7/3/26',
  '7月3日',
  '2026-7/3',
  '7/3/2026',
  // That day was a Monday.
  '2018-01-01 星期二',
  'Tue, 02 Mar 2026',
  '3-Foo-26',
  'Feb 30, 2026',
  '2026-3',
])('“%s” is no day', (text) => {
  expect(parseDate(text, 'ymd')).toBeUndefined();
});

test.each([
  '2026-03-02 上午 15:20',
  '2026-03-02 13:00 AM',
  '2026-03-02 晚上 12:10',
  '2026-03-02 8:60',
  '2026031624',
])('“%s” is no instant', (text) => {
  expect(parseTimestamp(text, 'ymd')).toBeUndefined();
});

test.each([
  ['2026-03-02 12:10 AM', '2026-03-02T00:10:00'],
  ['2026-03-02 12:10 PM', '2026-03-02T12:10:00'],
  ['2026-03-02 中午 12:10', '2026-03-02T12:10:00'],
  ['2026-03-02 中午1:10', '2026-03-02T13:10:00'],
  ['2026-03-02 凌晨 1:10', '2026-03-02T01:10:00'],
  ['2026年3月2日 星期一 晚上8:30', '2026-03-02T20:30:00'],
  ['Tue Mar 03 2026 12:00:00 GMT+0800 (中国标准时间)', '2026-03-03T12:00:00+08:00'],
  ['2026-03-02 08:00:00 UTC', '2026-03-02T08:00:00Z'],
])('%s is %s', (text, iso) => {
  expect(parseTimestamp(text, 'ymd')).toBe(iso);
});

test.each([
  ['2026年1月', '2026-01-01'],
  ['2026 年 12 月份', '2026-12-01'],
  ['2026-01', '2026-01-01'],
  ['2026/1', '2026-01-01'],
  ['Mar 2026', '2026-03-01'],
  ['2026-13', undefined],
  ['2026年', undefined],
  ['2026.1', undefined],
])('the month %s begins on %s', (text, iso) => {
  expect(parseMonth(text)).toBe(iso);
});

function detectOrder(cells: Cell[], declared?: DateOrder) {
  const order = new DateOrderDetector(declared);
  const first = cells.map((cell) => order.observe(cell)).indexOf(true);
  return { order: order.resolveOrder(), ...(order.isAmbiguous && { unclear: first }) };
}

test('the order of a column is the one in which all its cells are days', () => {
  expect(detectOrder(['7/3/2026', '13/4/2026'])).toEqual({ order: 'dmy' });
  expect(detectOrder([null, '7/3/2026', '7/13/2026 08:00'])).toEqual({ order: 'mdy' });
  expect(detectOrder(['1/1/2026', '3/3/2026'])).toEqual({ order: 'mdy' });
  expect(detectOrder(['1/1/2026', '7/3/2026'])).toEqual({ order: 'mdy', unclear: 1 });
  expect(detectOrder([null, '7/3/2026', '8/3/2026'])).toEqual({ order: 'mdy', unclear: 1 });
  expect(detectOrder(['7/3/2026'], 'dmy')).toEqual({ order: 'dmy' });
  expect(detectOrder(['2026-07-03'])).toEqual({ order: 'ymd' });
});
