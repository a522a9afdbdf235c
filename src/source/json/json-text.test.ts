import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJsonFault } from './json-text.ts';

test.each([
  ['[\n  {"a": 1},\n  {"a": 2},\n]\n', 24, 'extra-comma'],
  ['{"a": 1,}', 7, 'extra-comma'],
  ['[{"a": 1} {"a": 2}]', 10, 'comma'],
  ['{"a": 1 "b": 2}', 8, 'comma'],
  ['{"a" 1}', 5, 'colon-missing'],
  ["{'a': 1}", 1, 'word'],
  ['{“a”: 1}', 1, 'word'],
  ['{"a": }', 6, 'word'],
  ['{"a": NaN}', 6, 'word'],
  ['[1, 2', 0, 'unclosed'],
  ['[{"a": 1]', 8, 'unclosed'],
  ['{"a": "x}', 6, 'quote'],
  ['{"a": 1}\n{"a": 2}', 9, 'rest'],
  ['', 0, 'unclosed'],
])('%s', (text, offset, why) => {
  expect(findJsonFault(text)).toEqual({ offset, why });
});

test('a sound text is gone through to its end, one with a sign too many is not', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(',', ']', '}', ':'), (text, sign) => {
      expect(findJsonFault(text)).toEqual({ offset: text.length, why: 'unclosed' });
      expect(findJsonFault(`${text} ${sign}`)).toEqual({ offset: text.length + 1, why: 'rest' });
    }),
  );
});
