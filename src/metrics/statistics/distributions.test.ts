import { describe, expect, test } from 'vitest';
import {
  chiSquareSurvival,
  noncentralStudentCdf,
  normalCdf,
  normalQuantile,
  normalSurvival,
  studentQuantile,
  studentSurvival,
} from './distributions.ts';
import { logGamma } from './numeric/log-gamma.ts';
import { regularisedBeta, regularisedGammaQ } from './numeric/special-functions.ts';

describe('NIST/SEMATECH e-Handbook, tables of section 1.3.6.7', () => {
  test.each([
    [0, 0.5],
    [1, 0.84134],
    [1.96, 0.975],
    [3.09, 0.999],
  ])('normal: Φ(%d) = %d', (z, p) => expect(normalCdf(z)).toBeCloseTo(p, 5));
  test.each([
    [1, 0.975, 12.706],
    [10, 0.95, 1.812],
    [30, 0.995, 2.75],
    [100, 0.999, 3.174],
  ])('t: df %d, %d → %d', (df, p, t) => expect(studentQuantile(p, df)).toBeCloseTo(t, 3));
  test.each([
    [1, 3.841, 0.05],
    [3, 11.345, 0.01],
    [10, 18.307, 0.05],
    [100, 149.449, 0.001],
  ])('χ²: df %d, %d → %d', (df, x, p) => expect(chiSquareSurvival(x, df)).toBeCloseTo(p, 4));
});

test('quantiles of the normal distribution: R qnorm', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
  expect(normalQuantile(0.8)).toBeCloseTo(0.8416212335729143, 12);
  expect(normalSurvival(10)).toBeCloseTo(7.61985302416e-24, 34);
});

test('noncentral t: R power.t.test(n = 20, delta = 1, sd = 1) has power 0.8689528', () => {
  expect(1 - noncentralStudentCdf(studentQuantile(0.975, 38), 38, Math.sqrt(10))).toBeCloseTo(0.8689528, 7);
});

test('special functions: Γ(½) = √π, Q(1, x) = e⁻ˣ, I(x; 1, 1) = x, symmetry', () => {
  expect(Math.exp(logGamma(0.5))).toBeCloseTo(Math.sqrt(Math.PI), 13);
  expect(Math.exp(logGamma(11))).toBeCloseTo(3_628_800, 5);
  for (const x of [0.1, 0.9, 3, 20]) expect(regularisedGammaQ(1, x) / Math.exp(-x)).toBeCloseTo(1, 12);
  for (const x of [0, 0.2, 0.7, 1]) expect(regularisedBeta(x, 1, 1)).toBeCloseTo(x, 14);
  expect(regularisedBeta(0.3, 2, 5) + regularisedBeta(0.7, 5, 2)).toBeCloseTo(1, 14);
  expect(studentSurvival(0, 7.5)).toBeCloseTo(0.5, 14);
});
