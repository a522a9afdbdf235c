import { expect, test } from 'vitest';
import { hypergeometric } from './hypergeometric.ts';
import { logGamma } from './log-gamma.ts';
import { minimise } from './minimise.ts';

test('log of gamma: factorials, Γ(1/2) = √π (DLMF 5.4.6), Γ(1/4) = 3.62560 99082 21908… (OEIS A068466)', () => {
  let factorial = 1;
  for (let n = 1; n <= 20; n += 1) {
    expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 12);
    factorial *= n;
  }
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
  expect(logGamma(0.25)).toBeCloseTo(Math.log(3.625609908221908), 13);
  expect(logGamma(0)).toBeNaN();
});

test('log of gamma: Γ(x) Γ(1 − x) = π / sin πx (DLMF 5.5.3)', () => {
  for (let x = 0.05; x < 1; x += 0.05) {
    expect(logGamma(x) + logGamma(1 - x)).toBeCloseTo(Math.log(Math.PI / Math.sin(Math.PI * x)), 12);
  }
});

test('₂F₁ in closed form (DLMF 15.4.1, 15.4.2, 15.4.6; arcsin 15.4.4)', () => {
  for (const z of [0, 0.1, 0.5, 0.9, 0.99]) {
    expect(hypergeometric(0.7, 1.3, 1.3, z)).toBeCloseTo((1 - z) ** -0.7, 9);
    if (z === 0) continue;
    expect(hypergeometric(1, 1, 2, z)).toBeCloseTo(-Math.log(1 - z) / z, 10);
    const root = Math.sqrt(z);
    expect(hypergeometric(0.5, 1, 1.5, z)).toBeCloseTo(Math.log((1 + root) / (1 - root)) / (2 * root), 10);
    expect(hypergeometric(0.5, 0.5, 1.5, z)).toBeCloseTo(Math.asin(root) / root, 10);
  }
});

test('finds the lowest point of Rosenbrock’s valley (Computer Journal 3, 1960): (1, 1)', () => {
  const valley = ([x = 0, y = 0]: number[]) => 100 * (y - x * x) ** 2 + (1 - x) ** 2;
  const { at, found } = minimise(valley, [-1.2, 1]);
  expect(found).toBe(true);
  expect(at[0]).toBeCloseTo(1, 5);
  expect(at[1]).toBeCloseTo(1, 5);
});

test('finds the lowest point of Powell’s singular function (Computer Journal 5, 1962): 0', () => {
  const powell = ([a = 0, b = 0, c = 0, d = 0]: number[]) =>
    (a + 10 * b) ** 2 + 5 * (c - d) ** 2 + (b - 2 * c) ** 4 + 10 * (a - d) ** 4;
  expect(minimise(powell, [3, -1, 0, 1]).height).toBeLessThan(1e-9);
});
