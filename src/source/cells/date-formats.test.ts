import { expect, test } from 'vitest';
import type { Cell } from '../../base/source-table.ts';
import { type DateOrder, DateOrderDetector, dateFormats, parseDate } from './date-formats.ts';
import { parseTimestamp, timestampFormats } from './timestamp-formats.ts';

const days = dateFormats.flatMap(({ name, examples }) =>
  examples.map(([text, iso, order = 'ymd' as const]) => ({ name, text, iso, order })),
);
test.each(days)('$name: $text is $iso', ({ text, iso, order }) => expect(parseDate(text, order)).toBe(iso));

const instants = timestampFormats.flatMap(({ name, examples }) =>
  examples.map(([text, iso]) => ({ name, text, iso })),
);
test.each(instants)('$name: $text is $iso', ({ text, iso }) => expect(parseTimestamp(text, 'ymd')).toBe(iso));

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
