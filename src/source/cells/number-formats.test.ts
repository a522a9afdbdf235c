import { expect, test } from 'vitest';
import { isMissingMark, numberFormats, parseNumber } from './number-formats.ts';

const numbers = numberFormats.flatMap(({ name, examples }) =>
  examples.map(([text, value, unit = '']) => ({ name, text, value, unit })),
);
test.each(numbers)('$name: $text is $value', ({ text, value, unit }) =>
  expect(parseNumber(text, { unit, percent: 'fraction' })).toBe(value),
);

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
