import { expect, test } from 'vitest';
import type { Cell } from '../base/source-table.ts';
import { ColumnOrder } from './date-order.ts';
import { type DateOrder, dateForms, isMissing, numberForms, readDateText, readNumberText } from './forms.ts';
import { instantForms, readInstantText } from './instant-forms.ts';

const numbers = numberForms.flatMap(({ name, examples }) =>
  examples.map(([text, value, unit = '']) => ({ name, text, value, unit })),
);
test.each(numbers)('$name: $text is $value', ({ text, value, unit }) =>
  expect(readNumberText(text, { unit, percent: 'fraction' })).toBe(value),
);

const days = dateForms.flatMap(({ name, examples }) =>
  examples.map(([text, iso, order = 'ymd' as const]) => ({ name, text, iso, order })),
);
test.each(days)('$name: $text is $iso', ({ text, iso, order }) =>
  expect(readDateText(text, order)).toBe(iso),
);

const instants = instantForms.flatMap(({ name, examples }) =>
  examples.map(([text, iso]) => ({ name, text, iso })),
);
test.each(instants)('$name: $text is $iso', ({ text, iso }) =>
  expect(readInstantText(text, 'ymd')).toBe(iso),
);

test.each(['', '1,23', '12,34,567', '①', '$5', '1.5e3万', '万', '%', '¥', '--5', '1 2', '约30', '3-4'])(
  '“%s” is no number',
  (text) => expect(readNumberText(text)).toBeUndefined(),
);

test('a percentage is 12.5 where the column counts in %, and refused where nobody knows', () => {
  expect(readNumberText('12.5%', { unit: '%', percent: 'figure' })).toBe(12.5);
  expect(readNumberText('12.5%', {})).toBeUndefined();
});

test('a number may carry the unit of its column and no other', () => {
  expect(readNumberText('300 次', { unit: '次' })).toBe(300);
  expect(readNumberText('300 次', { unit: '人' })).toBeUndefined();
  expect(readNumberText('¥300', { unit: '人' })).toBeUndefined();
});

test.each(['—', '-', '——', '', ' － '])('“%s” stands for nothing', (text) => {
  expect(isMissing(text)).toBe(true);
});

test.each(['2026-02-30', '2026/13/1', '7/3/26', '7月3日', '2026-7/3', '7/3/2026'])(
  '“%s” is no day',
  (text) => {
    expect(readDateText(text, 'ymd')).toBeUndefined();
  },
);

function orderOf(cells: Cell[], declared?: DateOrder) {
  const order = new ColumnOrder(declared);
  const first = cells.map((cell) => order.see(cell)).indexOf(true);
  return { order: order.order, ...(order.isUnclear && { unclear: first }) };
}

test('the order of a column is the one in which all its cells are days', () => {
  expect(orderOf(['7/3/2026', '13/4/2026'])).toEqual({ order: 'dmy' });
  expect(orderOf([null, '7/3/2026', '7/13/2026 08:00'])).toEqual({ order: 'mdy' });
  expect(orderOf([null, '7/3/2026', '8/3/2026'])).toEqual({ order: 'mdy', unclear: 1 });
  expect(orderOf(['7/3/2026'], 'dmy')).toEqual({ order: 'dmy' });
  expect(orderOf(['2026-07-03'])).toEqual({ order: 'ymd' });
});
