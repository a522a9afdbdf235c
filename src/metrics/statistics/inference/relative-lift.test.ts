import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeDeltaInterval, computeFiellerInterval } from './relative-lift.ts';

test('GrowthBook, its test of the relative t test: 0.41 (SD 3.9, 3,407) and 0.7 (SD 6.2, 3,461): −0.035 to 1.450', () => {
  const [first, second] = [
    { mean: 0.41, variance: 3.9 ** 2 / 3407 },
    { mean: 0.7, variance: 6.2 ** 2 / 3461 },
  ];
  const { low, high } = computeDeltaInterval(first, second)!;
  expect(low).toBeCloseTo(-0.03526, 3);
  expect(high).toBeCloseTo(1.4499, 3);
});

const estimate = fc.record({
  mean: fc.double({ min: 0.1, max: 10, noNaN: true }),
  variance: fc.double({ min: 1e-6, max: 0.02, noNaN: true }),
});

test('Fieller: at either bound the test of b − ratio·a lies just on its limit', () => {
  fc.assert(
    fc.property(estimate, estimate, (first, second) => {
      const found = computeFiellerInterval(first, second);
      fc.pre(found !== undefined);
      for (const bound of [found!.low, found!.high]) {
        const ratio = bound + 1;
        const z =
          (second.mean - ratio * first.mean) / Math.sqrt(second.variance + ratio ** 2 * first.variance);
        expect(Math.abs(z)).toBeCloseTo(1.959964, 4);
      }
      expect(found!.low).toBeLessThanOrEqual(second.mean / first.mean - 1);
    }),
  );
});

test('with a sure first estimate both are one', () => {
  const [first, second] = [
    { mean: 2, variance: 1e-9 },
    { mean: 3, variance: 0.01 },
  ];
  expect(computeFiellerInterval(first, second)!.low).toBeCloseTo(computeDeltaInterval(first, second)!.low, 6);
  expect(computeFiellerInterval({ mean: 0.1, variance: 1 }, second)).toBeUndefined();
});
