import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../distributions.ts';
import { computeLastLevel, computeLookLimits, computeRepeatedP, spendingKinds } from './alpha-spending.ts';

describe('limits of several looks', () => {
  // Reboussin, DeMets, Kim & Lan 2000, Controlled Clinical Trials 21, 190–207; the program ldbounds prints them too.
  test.each([
    ['obrien_fleming', 5, [4.8769, 3.3569, 2.6803, 2.2898, 2.031]],
    ['obrien_fleming', 2, [2.9626, 1.9686]],
    ['pocock', 5, [2.438, 2.4268, 2.4101, 2.3966, 2.3859]],
    ['pocock', 2, [2.157, 2.201]],
  ] as const)('%s, %i looks at 0.05: %j', (kind, looks, published) => {
    const limits = computeLookLimits(looks, 0.05, kind);
    published.forEach((limit, at) => {
      expect(limits[at]).toBeCloseTo(limit, 3);
    });
  });
  test.each(spendingKinds)('%s: one look is the test itself, more looks are stricter', (kind) => {
    expect(computeLookLimits(1, 0.05, kind)[0]).toBeCloseTo(1.959964, 5);
    const last = [1, 2, 3, 5, 10, 20].map((looks) => computeLastLevel(looks, 0.05, kind));
    for (const [at, level] of last.entries()) if (at > 0) expect(level).toBeLessThan(last[at - 1]!);
    expect(computeLookLimits(20, 0.05, kind).every(Number.isFinite)).toBe(true);
  });
});

describe('repeated p value', () => {
  test.each(spendingKinds)('%s: is 0.05 where the last look lies on its limit', (kind) => {
    for (const looks of [2, 4]) {
      const level = computeLastLevel(looks, 0.05, kind);
      expect(normalQuantile(level / 2)).toBeLessThan(-1.96);
      expect(computeRepeatedP(level, looks, kind)).toBeCloseTo(0.05, 6);
    }
  });
  test('never below the p value, and the p value itself with one look', () => {
    expect(computeRepeatedP(0.03, 1, 'pocock')).toBe(0.03);
    for (const p of [1e-20, 1e-9, 0.001, 0.2, 0.6, 1]) {
      const repeated = computeRepeatedP(p, 3, 'pocock');
      expect(repeated).toBeGreaterThanOrEqual(p);
      expect(repeated).toBeLessThanOrEqual(1);
    }
  });
});
