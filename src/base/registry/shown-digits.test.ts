import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatNumber } from '../number-format.ts';
import { resolveColumnDigits } from './shown-digits.ts';

test.each([
  ['percentages', [4.8, 3.4812, 2.35], '%', 2],
  ['whole percentages', [4, 20, 65], '%', 0],
  ['large percentages', [111.09, 130, 101.9], '%', 0],
  ['a small one among large', [30.5, 70.2, 0.04], '%', 2],
  ['none larger than nothing', [0, null], '%', 0],
  ['people', [12.5, 3], '人', 0],
  ['large amounts', [91709.2, 3306, 9397], '元', 0],
  ['prices', [48.76, 17.47, 198.2], '元/人', 2],
  ['amounts with pennies', [5000, 6000, 0.35], '元', 2],
  ['seconds', [0.123456, 0.2], '秒', 3],
  ['negative', [-26.45, 487.26, -41.51], '%', 1],
])('%s', (_name, values, unit, digits) => {
  expect(resolveColumnDigits(values, unit)).toBe(digits);
});

test('a column has equal decimals, at most six, and no number of its size looks like nothing', () => {
  const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(numbers, fc.constantFrom('%', '', '元', '人', '秒'), (values, unit) => {
      const digits = resolveColumnDigits(values, unit);
      const decimals = values.map(
        (value) => /\.(\d+)/.exec(formatNumber(value, { unit, language: 'zh', digits }))?.[1]?.length ?? 0,
      );
      expect(new Set(decimals).size).toBe(1);
      expect(digits).toBeLessThanOrEqual(6);
    }),
  );
});
