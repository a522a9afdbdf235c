import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeAlwaysValidInterval } from './always-valid.ts';
import { testGoodnessOfFit, testSameRate } from './count-tests.ts';
import { adjustBenjaminiHochberg, adjustBonferroni } from './multiple-testing.ts';
import { computePeekingError } from './peeking.ts';
import {
  computePowerOfMeans,
  computePowerOfRates,
  computeSampleForMeans,
  computeSampleForRates,
} from './power.ts';
import { compareRates, newcombeInterval } from './two-proportions.ts';
import { compareMeans, computeSample } from './welch.ts';

/** Cookie Cats, gate_30 against gate_40 (the published A/B test of the game). */
const day7 = [
  { successes: 8502, n: 44_700 },
  { successes: 8279, n: 45_489 },
] as const;
const day1 = [
  { successes: 20_034, n: 44_700 },
  { successes: 20_119, n: 45_489 },
] as const;

describe('two proportions', () => {
  test('Cookie Cats, day 7: z 3.1644, p 0.001554, interval −1.328 to −0.312 points', () => {
    const test = compareRates(...day7)!;
    expect(-test.z!).toBeCloseTo(3.1644, 4);
    expect(test.p).toBeCloseTo(0.001554, 6);
    expect(test.low * 100).toBeCloseTo(-1.328, 3);
    expect(test.high * 100).toBeCloseTo(-0.312, 3);
  });
  test('Cookie Cats, day 1: χ² 3.183, p 0.0744, interval −1.239 to 0.058 points', () => {
    const test = compareRates(...day1)!;
    expect(test.z! ** 2).toBeCloseTo(3.183, 3);
    expect(test.p).toBeCloseTo(0.0744, 4);
    expect(test.low * 100).toBeCloseTo(-1.239, 3);
    expect(test.high * 100).toBeCloseTo(0.058, 3);
  });
  test('Newcombe 1998, table II (a), 56/70 against 48/80: 0.0524 to 0.3339', () => {
    const { low, high } = newcombeInterval({ successes: 48, n: 80 }, { successes: 56, n: 70 })!;
    expect(low).toBeCloseTo(0.0524, 4);
    expect(high).toBeCloseTo(0.3339, 4);
  });
  test('nothing is said of an empty arm, nor tested without any spread', () => {
    expect(compareRates({ successes: 0, n: 0 }, day7[1])).toBeUndefined();
    const none = compareRates({ successes: 0, n: 50 }, { successes: 0, n: 50 })!;
    expect(none).toMatchObject({ difference: 0, z: undefined, p: undefined });
    expect(newcombeInterval({ successes: 0, n: 50 }, { successes: 0, n: 50 })!.high).toBeGreaterThan(0.05);
  });
  test('χ² of a 2 × 2 table is z²', () => {
    const arm = fc
      .integer({ min: 5, max: 400 })
      .chain((n) => fc.integer({ min: 1, max: n - 1 }).map((successes) => ({ successes, n })));
    fc.assert(
      fc.property(arm, arm, (a, b) => {
        const z = compareRates(a, b)!;
        expect(testSameRate([a, b])!.x2).toBeCloseTo(z.z! ** 2, 8);
        expect(testSameRate([a, b])!.p).toBeCloseTo(z.p!, 8);
      }),
    );
  });
});

describe('Welch', () => {
  const sleep = [
    [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
    [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
  ].map((xs) => computeSample(xs.length, total(xs), total(xs.map((x) => x * x))));
  test('R t.test(extra ~ group, sleep): t −1.8608, df 17.776, p 0.07939, −3.3654832 to 0.2054832', () => {
    const { t, df, p, low, high } = compareMeans(sleep[1]!, sleep[0]!)!;
    expect(t).toBeCloseTo(-1.8608, 4);
    expect(df).toBeCloseTo(17.776, 3);
    expect(p).toBeCloseTo(0.07939, 5);
    expect(low).toBeCloseTo(-3.3654832, 6);
    expect(high).toBeCloseTo(0.2054832, 6);
  });
  test('one observation, or none that differ, say nothing', () => {
    expect(compareMeans(sleep[0]!, { n: 1, mean: 2, variance: 0 })).toBeUndefined();
    expect(compareMeans({ n: 5, mean: 2, variance: 0 }, { n: 5, mean: 2, variance: 0 })).toBeUndefined();
  });
});

describe('χ²', () => {
  test('R prop.test(smokers, patients) (Fleiss 1981): X² 12.6, df 3, p 0.005585', () => {
    const smokers = [83, 90, 129, 70];
    const patients = [86, 93, 136, 82];
    const { x2, df, p } = testSameRate(smokers.map((successes, i) => ({ successes, n: patients[i]! })))!;
    expect(x2).toBeCloseTo(12.6, 1);
    expect(df).toBe(3);
    expect(p).toBeCloseTo(0.005585, 6);
  });
  test('Fabijan, Kohavi et al. 2019: 821 588 against 815 482 has p 1.8e-6', () => {
    expect(testGoodnessOfFit([821_588, 815_482], [1, 1])!.p).toBeCloseTo(1.822e-6, 9);
  });
  test('Cookie Cats fails its own split: χ² 6.902, p 0.00861', () => {
    const { x2, p } = testGoodnessOfFit([44_700, 45_489], [0.5, 0.5])!;
    expect(x2).toBeCloseTo(6.902, 3);
    expect(p).toBeCloseTo(0.00861, 5);
  });
  test('without counts nothing is said', () => {
    expect(testGoodnessOfFit([0, 0], [1, 1])).toBeUndefined();
    expect(testGoodnessOfFit([5], [1])).toBeUndefined();
    expect(testSameRate([{ successes: 0, n: 3 }])).toBeUndefined();
  });
});

describe('power and sample size', () => {
  test('R power.prop.test(n = 50, p1 = .5, p2 = .75): 0.740', () => {
    expect(computePowerOfRates({ from: 0.5, to: 0.75 }, 50)).toBeCloseTo(0.7401659, 6);
  });
  test('R power.prop.test(p1 = .5, p2 = .75, power = .9): n 76.7', () => {
    expect(computeSampleForRates({ from: 0.5, to: 0.75 }, 0.9)).toBeCloseTo(76.7, 1);
  });
  test('R power.prop.test(p1 = .025, p2 = .048, power = .8): n 1042.402', () => {
    expect(computeSampleForRates({ from: 0.025, to: 0.048 })).toBeCloseTo(1042.402, 2);
  });
  test('R power.t.test(n = 20, delta = 1, sd = 1): 0.8689528', () => {
    expect(computePowerOfMeans(1, 1, 20)).toBeCloseTo(0.8689528, 7);
    // R documentation: power.t.test(power = .90, delta = 1), n = 22.02110.
    expect(computeSampleForMeans(1, 1, { power: 0.9 })).toBeCloseTo(22.0211, 4);
    expect(computeSampleForMeans(-1, 1, { power: 0.9 })).toBeCloseTo(22.0211, 4);
    // Cohen 1988, table 2.4.1, two-sided 0.05, power 0.80: d 0.20, 0.50, 0.80.
    const cohen = [0.2, 0.5, 0.8].map((d) => Math.ceil(computeSampleForMeans(d, 1)!));
    expect(cohen).toEqual([394, 64, 26]);
    // The approximation for large samples joins the exact way.
    expect(computeSampleForMeans(0.0281, 1)! - computeSampleForMeans(0.0279, 1)!).toBeCloseTo(-283, -1);
    expect(computeSampleForMeans(0, 1)).toBeUndefined();
    expect(computeSampleForMeans(100, 1)).toBeGreaterThanOrEqual(2);
  });
  test('rates that do not differ need no finite sample', () => {
    expect(computeSampleForRates({ from: 0.3, to: 0.3 })).toBeUndefined();
  });
});

test.each([
  [1, 0.05],
  [2, 0.083],
  [3, 0.107],
  [4, 0.126],
  [5, 0.142],
  [10, 0.193],
  [20, 0.248],
])('Armitage, McPherson & Rowe 1969: %d looks at 0.05 err %d of the time', (looks, error) => {
  expect(computePeekingError(looks)).toBeCloseTo(error, 3);
});

test('Benjamini & Hochberg 1995, their example: 4 of 15 stay, Bonferroni leaves 3', () => {
  const ps = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ];
  const adjusted = adjustBenjaminiHochberg(ps);
  const published = [
    0.0015, 0.003, 0.0095, 0.03562, 0.0603, 0.06386, 0.06386, 0.0645, 0.0765, 0.486, 0.58118, 0.71487,
    0.75323, 0.81321, 1,
  ];
  for (const [i, p] of adjusted.entries()) expect(p).toBeCloseTo(published[i]!, 4);
  expect(adjusted.filter((p) => p <= 0.05)).toHaveLength(4);
  expect(adjustBonferroni(ps).filter((p) => p <= 0.05)).toHaveLength(3);
});

test('GrowthBook, sequential fixture 1396/3000 against 2422/3461 tuned to 5000: 0.40098 to 0.60675', () => {
  const { low, high } = computeAlwaysValidInterval(
    { successes: 1396, n: 3000 },
    { successes: 2422, n: 3461 },
  )!;
  expect(low).toBeCloseTo(0.40098, 5);
  expect(high).toBeCloseTo(0.60675, 5);
});

function total(xs: number[]): number {
  return xs.reduce((a, b) => a + b, 0);
}
