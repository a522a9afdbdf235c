import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeBins, computePlotEnd, computeShareUpTo, sampleIndices } from './distribution.ts';

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 300 });

describe('bins', () => {
  test('hold every number once, between their edges', () => {
    fc.assert(
      fc.property(numbers, (given) => {
        const { bins, beyond } = computeBins(given);
        expect(bins.reduce((sum, { count }) => sum + count, 0) + beyond).toBe(given.length);
        expect(given.filter((one) => one > bins.at(-1)!.to)).toHaveLength(beyond);
        expect(bins.length).toBeLessThanOrEqual(31);
      }),
      { seed: 3 },
    );
  });

  test('1 to 100: quartiles 49.5 apart (R, type 7), so 2 × 49.5 ÷ ∛100 = 21.3, and 25 is the next round width', () => {
    const given = Array.from({ length: 100 }, (_, i) => i + 1);
    const { bins } = computeBins(given);
    expect(bins[1]!.from - bins[0]!.from).toBe(25);
    expect(bins.map(({ count }) => count)).toEqual([24, 25, 25, 26]);
  });

  test('whole numbers of a short range have a bin each, in its middle', () => {
    const { bins, whole } = computeBins([1, 1, 2, 4]);
    expect(whole).toBe(true);
    expect(bins).toEqual([
      { from: 0.5, to: 1.5, count: 2 },
      { from: 1.5, to: 2.5, count: 1 },
      { from: 2.5, to: 3.5, count: 0 },
      { from: 3.5, to: 4.5, count: 1 },
    ]);
  });

  test('one far out is beyond, not a plot of one bar', () => {
    const given = [...Array.from({ length: 200 }, (_, i) => 10 + (i % 20) / 2), 90_000];
    expect(computePlotEnd(given)).toBeLessThan(100);
    expect(computeBins(given).beyond).toBe(1);
    expect(computeShareUpTo(given, 89_999)).toBeCloseTo((200 / 201) * 100);
  });
});

test('a sample of ranks keeps both ends', () => {
  expect(sampleIndices(3, 10)).toEqual([0, 1, 2]);
  const many = sampleIndices(5_000, 100);
  expect([many.length, many[0], many.at(-1)]).toEqual([100, 0, 4_999]);
});
