import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Aim, computeAttainment, formatAttainment, isReached, judgeOutcome } from './attainment.ts';

const aim = (actual: number | null, target: number | null, direction: Aim['direction']): Aim => ({
  actual,
  target,
  direction,
});

describe('outcome and attainment', () => {
  test.each([
    // actual, target, direction, outcome, attainment
    [130.2, 100, 'higher', 'exceeded', 130.2],
    [99, 100, 'higher', 'missed', 99],
    [100, 100, 'higher', 'met', 100],
    [45, 50, 'lower', 'exceeded', 111.11],
    [55, 50, 'lower', 'missed', 90.91],
    [-20, -10, 'lower', 'exceeded', null],
    [-5, -10, 'lower', 'missed', null],
    [-50, -100, 'higher', 'exceeded', null],
    [-150, -100, 'higher', 'missed', null],
    [-100, -100, 'higher', 'met', null],
    [0, 0, 'higher', 'met', null],
    [0, 0, 'lower', 'met', null],
    [5, 0, 'higher', 'exceeded', null],
    [5, 0, 'lower', 'missed', null],
    [0, 5, 'higher', 'missed', 0],
    [0, 5, 'lower', 'exceeded', null],
    [-3, 5, 'higher', 'missed', null],
    [-3, 5, 'lower', 'exceeded', null],
    [3.996, 4, 'higher', 'missed', 99.9],
    [28.004, 28, 'lower', 'missed', 99.99],
    [0.1 + 0.2, 0.3, 'higher', 'met', 100],
    [0.1 + 0.2, 0.3, 'lower', 'met', 100],
    [1 - 2e-9, 1, 'higher', 'missed', 99.9999998],
    [1 - 5e-10, 1, 'higher', 'met', 100],
    [null, 5, 'higher', 'open', null],
    [5, null, 'lower', 'open', null],
  ] as const)('%s against %s, %s: %s', (actual, target, direction, outcome, attainment) => {
    expect(judgeOutcome(aim(actual, target, direction))).toBe(outcome);
    const found = computeAttainment(aim(actual, target, direction));
    if (attainment === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(attainment, 2);
  });

  test('the share says the same as the word, and its text the same as the share', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.constantFrom('higher', 'lower'), (actual, target, direction) => {
        const one = aim(actual, target, direction);
        const share = computeAttainment(one);
        if (share === null) return;
        expect(share >= 100).toBe(isReached(judgeOutcome(one)));
      }),
    );
  });
});

test('rounding never carries a share to 100 % or from it', () => {
  const show = (value: number, digits?: number) =>
    formatAttainment(value, { unit: '%', language: 'zh', ...(digits !== undefined && { digits }) });
  expect(show(99.999)).toBe('99.9%');
  expect(show(99.9, 0)).toBe('99.9%');
  expect(show(99.5, 0)).toBe('99.5%');
  expect(show(99.4, 0)).toBe('99%');
  expect(show(100.0004)).toBe('100.1%');
  expect(show(100.2, 0)).toBe('100.2%');
  expect(show(100.6, 0)).toBe('101%');
  expect(show(100)).toBe('100%');
  expect(show(100, 2)).toBe('100.00%');
  expect(show(1000.004)).toBe('1,000%');
});

test.each([
  [99.9999, '99.9%'],
  [99.97, '99.9%'],
  [99.61, '99.6%'],
  [99.4, '99%'],
  [100, '100%'],
  [100.0001, '100.1%'],
  [100.3, '100.3%'],
  [100.6, '101%'],
  [111.09, '111%'],
  [-3.2, '−3%'],
  [null, '—'],
])('attainment %s never crosses 100: %s', (value, text) => {
  expect(formatAttainment(value, { unit: '%', language: 'zh' })).toBe(text);
});
