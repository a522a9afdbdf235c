import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logGamma } from '../../statistics/numeric/log-gamma.ts';
import {
  type BgNbd,
  computeLogLikelihood,
  estimateAliveProbability,
  estimatePurchases,
  estimateRepeats,
  fitBgNbd,
} from './bg-nbd.ts';
import { computeSpendLogLikelihood, estimateSpend, fitGammaGamma } from './gamma-gamma.ts';
import type { Customer } from './repeat-customer.ts';

/** Figures of the paper, table 2. */
const published: BgNbd = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

const customer = fc
  .record({
    repeats: fc.integer({ min: 0, max: 12 }),
    part: fc.double({ min: 0.05, max: 1, noNaN: true }),
    age: fc.double({ min: 2, max: 60, noNaN: true }),
    spend: fc.double({ min: 1, max: 300, noNaN: true }),
  })
  .map(
    ({ repeats, part, age, spend }): Customer => ({
      repeats,
      recency: repeats === 0 ? 0 : part * age,
      age,
      spend: repeats === 0 ? 0 : spend,
    }),
  );

const logBeta = (a: number, b: number) => logGamma(a) + logGamma(b) - logGamma(a + b);

/** Equation 6 of the paper as it stands, with gamma and beta functions. */
function asPrinted({ r, alpha, a, b }: BgNbd, { repeats: x, recency, age }: Customer): number {
  const head = logGamma(r + x) - logGamma(r) + r * Math.log(alpha);
  const stayed = Math.exp(logBeta(a, b + x) - logBeta(a, b)) * (alpha + age) ** -(r + x);
  const left =
    x > 0 ? Math.exp(logBeta(a + 1, b + x - 1) - logBeta(a, b)) * (alpha + recency) ** -(r + x) : 0;
  return head + Math.log(stayed + left);
}

/** Neighbours of a point in every direction, a hundredth away on the logarithm. */
function around<T extends object>(at: T, keys: (keyof T)[]): T[] {
  return keys.flatMap((key) => [0.99, 1.01].map((by) => ({ ...at, [key]: (at[key] as number) * by })));
}

describe('BG/NBD', () => {
  test('E[X(t)] with the published parameters (Fader, Hardie & Lee 2005): 1.04 in 32 weeks, 1.86 in 78', () => {
    expect(estimateRepeats(published, 32)).toBeCloseTo(1.0437, 2);
    expect(estimateRepeats(published, 78)).toBeCloseTo(1.8576, 2);
  });

  test('the likelihood in products is the one printed', () => {
    fc.assert(
      fc.property(customer, (one) => {
        expect(computeLogLikelihood(published, [one])).toBeCloseTo(asPrinted(published, one), 8);
      }),
    );
  });

  test('a new customer is expected to buy as one of age 0 is', () => {
    for (const time of [1, 10, 52]) {
      const fresh = estimatePurchases(published, { repeats: 0, recency: 0, age: 0 }, time);
      expect(fresh).toBeCloseTo(estimateRepeats(published, time), 10);
    }
  });

  test('expectations go on through a = 1', () => {
    const at = (a: number) => estimateRepeats({ ...published, a }, 20);
    expect(at(1)).toBeCloseTo((at(0.999) + at(1.001)) / 2, 4);
  });

  test('nobody is more than alive, and more time never brings less', () => {
    fc.assert(
      fc.property(customer, (one) => {
        const chance = estimateAliveProbability(published, one);
        expect(chance).toBeGreaterThan(0);
        expect(chance).toBeLessThanOrEqual(1);
        const soon = estimatePurchases(published, one, 4);
        expect(soon).toBeGreaterThanOrEqual(0);
        expect(estimatePurchases(published, one, 8)).toBeGreaterThanOrEqual(soon);
      }),
    );
  });

  test('no neighbour of the fit is more likely', () => {
    fc.assert(
      fc.property(fc.array(customer, { minLength: 30, maxLength: 60 }), (customers) => {
        const fit = fitBgNbd(customers);
        if (!fit) return;
        for (const near of around<BgNbd>(fit, ['r', 'alpha', 'a', 'b'])) {
          expect(computeLogLikelihood(near, customers)).toBeLessThanOrEqual(fit.logLikelihood + 1e-6);
        }
      }),
      { numRuns: 8, seed: 1 },
    );
  });

  test('customers told once with their number count as many', () => {
    const one: Customer = { repeats: 2, recency: 5, age: 9 };
    expect(computeLogLikelihood(published, [{ ...one, alike: 3 }])).toBeCloseTo(
      computeLogLikelihood(published, [one, one, one]),
      10,
    );
  });

  test('nothing can be said without repeats', () => {
    expect(fitBgNbd([])).toBeUndefined();
    expect(fitBgNbd([{ repeats: 0, recency: 0, age: 10 }])).toBeUndefined();
  });
});

describe('Gamma-Gamma', () => {
  test('mean of the published parameters p 6.25, q 3.74, v 15.44 (Fader & Hardie 2013): 35.2', () => {
    const mean = estimateSpend({ p: 6.25, q: 3.74, v: 15.44 }, { repeats: 0, recency: 0, age: 0 });
    expect(mean).toBeCloseTo(35.2, 1);
  });

  test('no neighbour of the fit is more likely', () => {
    fc.assert(
      fc.property(fc.array(customer, { minLength: 30, maxLength: 60 }), (customers) => {
        const fit = fitGammaGamma(customers);
        if (!fit) return;
        const telling = customers.filter(({ repeats }) => repeats > 0);
        for (const near of around(fit, ['p', 'q', 'v'])) {
          expect(computeSpendLogLikelihood(near, telling)).toBeLessThanOrEqual(fit.logLikelihood + 1e-6);
        }
      }),
      { numRuns: 8, seed: 1 },
    );
  });

  test('nothing can be said of one customer, and no mean where there is none', () => {
    expect(fitGammaGamma([{ repeats: 3, recency: 5, age: 9, spend: 20 }])).toBeUndefined();
    expect(estimateSpend({ p: 6, q: 0.8, v: 15 }, { repeats: 0, recency: 0, age: 0 })).toBeNull();
  });
});
