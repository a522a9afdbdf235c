import { expect, test } from 'vitest';
import type { Cell } from '../../base/source-table.ts';
import { DateOrderDetector } from './date-order.ts';
import {
  type DateOrder,
  dateFormats,
  isMissingMark,
  numberFormats,
  parseDate,
  parseNumber,
} from './number-date-formats.ts';
import { parseTimestamp, timestampFormats } from './timestamp-formats.ts';

const numbers = numberFormats.flatMap(({ name, examples }) =>
  examples.map(([text, value, unit = '']) => ({ name, text, value, unit })),
);
test.each(numbers)('$name: $text is $value', ({ text, value, unit }) =>
  expect(parseNumber(text, { unit, percent: 'fraction' })).toBe(value),
);

const days = dateFormats.flatMap(({ name, examples }) =>
  examples.map(([text, iso, order = 'ymd' as const]) => ({ name, text, iso, order })),
);
test.each(days)('$name: $text is $iso', ({ text, iso, order }) => expect(parseDate(text, order)).toBe(iso));

const instants = timestampFormats.flatMap(({ name, examples }) =>
  examples.map(([text, iso]) => ({ name, text, iso })),
);
test.each(instants)('$name: $text is $iso', ({ text, iso }) => expect(parseTimestamp(text, 'ymd')).toBe(iso));

test.each(['', '1,23', '12,34,567', '①', '$5', '1.5e3万', '万', '%', '¥', '--5', '1 2', '约30', '3-4'])(
  '“%s” is no number',
  (text) => expect(parseNumber(text)).toBeUndefined(),
);

test('a percentage is 12.5 where the column counts in %, and refused where nobody knows', () => {
  expect(parseNumber('12.5%', { unit: '%', percent: 'figure' })).toBe(12.5);
  expect(parseNumber('12.5%', {})).toBeUndefined();
});

test('a number may carry the unit of its column and no other', () => {
  expect(parseNumber('300 次', { unit: '次' })).toBe(300);
  expect(parseNumber('300 次', { unit: '人' })).toBeUndefined();
  expect(parseNumber('¥300', { unit: '人' })).toBeUndefined();
});

test.each(['—', '-', '——', '', ' － '])('“%s” stands for nothing', (text) => {
  expect(isMissingMark(text)).toBe(true);
});

test.each(['2026-02-30', '2026/13/1', '7/3/26', '7月3日', '2026-7/3', '7/3/2026'])(
  '“%s” is no day',
  (text) => {
    expect(parseDate(text, 'ymd')).toBeUndefined();
  },
);

function detectOrder(cells: Cell[], declared?: DateOrder) {
  const order = new DateOrderDetector(declared);
  const first = cells.map((cell) => order.observe(cell)).indexOf(true);
  return { order: order.order, ...(order.isAmbiguous && { unclear: first }) };
}

test('the order of a column is the one in which all its cells are days', () => {
  expect(detectOrder(['7/3/2026', '13/4/2026'])).toEqual({ order: 'dmy' });
  expect(detectOrder([null, '7/3/2026', '7/13/2026 08:00'])).toEqual({ order: 'mdy' });
  expect(detectOrder([null, '7/3/2026', '8/3/2026'])).toEqual({ order: 'mdy', unclear: 1 });
  expect(detectOrder(['7/3/2026'], 'dmy')).toEqual({ order: 'dmy' });
  expect(detectOrder(['2026-07-03'])).toEqual({ order: 'ymd' });
});
