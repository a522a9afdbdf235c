import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apportion } from './apportion.ts';

test('seats of a parliament: the example of the largest remainder method', () => {
  // Hare quota, 100 000 votes, 10 seats: 47 000, 16 000, 15 800, 12 000, 6 100, 3 100 → 5, 2, 1, 1, 1, 0.
  expect(apportion(10, [47000, 16000, 15800, 12000, 6100, 3100])).toEqual([5, 2, 1, 1, 1, 0]);
});

test('parts are whole, add up, and stay within one of their share', () => {
  const weights = fc.array(fc.float({ min: 0, max: 1000, noNaN: true }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(fc.nat(100000), weights, (total, given) => {
      const parts = apportion(total, given);
      const sum = given.reduce((a, b) => a + b, 0);
      expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
      const off = parts.map((part, index) => Math.abs(part - (total * given[index]!) / (sum || 1)));
      if (sum > 0) expect(Math.max(...off)).toBeLessThanOrEqual(1);
    }),
  );
});
