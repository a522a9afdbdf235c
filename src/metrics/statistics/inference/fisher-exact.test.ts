import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeFisherExact } from './fisher-exact.ts';

describe('Fisher’s exact test', () => {
  test('R documentation, fisher.test: convictions of twins, 2 of 17 against 10 of 13, p 0.0005367', () => {
    expect(computeFisherExact({ successes: 2, n: 17 }, { successes: 10, n: 13 })).toBeCloseTo(0.0005367, 7);
  });
  test('Agresti 2007, table 2.8: the lady tasting tea, two-sided P 0.486', () => {
    expect(computeFisherExact({ successes: 3, n: 4 }, { successes: 1, n: 4 })).toBeCloseTo(34 / 70, 12);
  });
  test('an empty cell says something, an empty arm nothing', () => {
    expect(computeFisherExact({ successes: 0, n: 5 }, { successes: 5, n: 5 })).toBeCloseTo(2 / 252, 12);
    expect(computeFisherExact({ successes: 0, n: 0 }, { successes: 5, n: 5 })).toBeUndefined();
  });
  test('either arm first, failures for successes: one p, from 0 to 1', () => {
    const arm = fc
      .integer({ min: 1, max: 30 })
      .chain((n) => fc.record({ n: fc.constant(n), successes: fc.nat(n) }));
    fc.assert(
      fc.property(arm, arm, (first, second) => {
        const p = computeFisherExact(first, second)!;
        const failures = ({ n, successes }: typeof first) => ({ n, successes: n - successes });
        expect(computeFisherExact(second, first)).toBeCloseTo(p, 9);
        expect(computeFisherExact(failures(first), failures(second))).toBeCloseTo(p, 9);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });
});
