import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateMetrics } from '../../test/evaluate-metrics.ts';
import { formatNumber } from '../number-format.ts';
import { addDecimals, multiplyDecimals, negateDecimal, toDecimal, toNumber } from './exact-decimal.ts';

test('what is read as a decimal is the number itself', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: -12, max: 12 }), (digits, shift) => {
      const value = Number(`${digits}e${shift}`);
      const decimal = toDecimal(value);
      expect(decimal && toNumber(decimal)).toBe(value === 0 ? 0 : value);
    }),
  );
  expect(toDecimal(1 / 3)).toBeUndefined();
  expect(toDecimal(Number.NaN)).toBeUndefined();
  expect(toDecimal(1e300)).toBeUndefined();
});

test('sums go back to where they began, products are those of the digits', () => {
  const cents = fc.integer({ min: -1e9, max: 1e9 });
  fc.assert(
    fc.property(cents, cents, (left, right) => {
      const [a, b] = [toDecimal(left / 100)!, toDecimal(right / 1000)!];
      expect(toNumber(addDecimals(addDecimals(a, b), negateDecimal(b)))).toBe(left / 100 || 0);
      const product = multiplyDecimals(a, b)!;
      expect(product.digits * 10n ** BigInt(5 - product.scale)).toBe(BigInt(left) * BigInt(right));
    }),
  );
});

describe('formulas', () => {
  const entries = `
a: { sql: "select 999999999999999::BIGINT", unit: 元, digits: 0 }
b: { sql: "select 1e15::DOUBLE", unit: 元, digits: 0 }
c: { sql: "select 0.1::DOUBLE", unit: 元, digits: 1 }
d: { sql: "select 1.5e-9::DOUBLE" }
e: { sql: "select 0.2::DOUBLE", unit: 元 }
三分: { sql: "select 1.0/3", unit: "%" }
三分二: { sql: "select 0.1 + 0.7/3", unit: "%" }
x: { formula: a + b, digits: 0 }
y: { formula: b + c - b }
z: { formula: c + e }
负: { formula: -(b + c) + b, digits: 1 }
率: { formula: 三分 - 三分二 }
`;
  test('are exact', async () => {
    const { values, problems } = await evaluateMetrics({}, entries);
    expect(problems).toEqual([]);
    expect(values.x?.text).toBe('1,999,999,999,999,999 元');
    expect([values.y?.value, values.y?.text]).toEqual([0.1, '0.10 元']);
    expect(values.z?.value).toBe(0.3);
    expect(values.负?.value).toBe(-0.1);
    expect(values.d?.text).toBe('1.5×10⁻⁹');
    // 1/3 and 0.1 + 0.7/3 differ by their last bits: no change, and no 5.6×10⁻¹⁷.
    expect([values.率?.value, values.率?.text]).toEqual([0, '0 个百分点']);
    expect(JSON.stringify(values)).toContain('"value":0.1');
  });
});

test.each([
  [0.004, '%', '0.004%'],
  [-0.00123, '', '−0.00123'],
  [0.0001, '', '0.0001'],
  [0.00001234, '', '1.23×10⁻⁵'],
  [-2e-12, '倍', '−2×10⁻¹² 倍'],
  [0.4, '人', '0 人'],
  [0, '%', '0%'],
  [0.005, '', '0.005'],
  [9007199254740991, '次', '9,007,199,254,740,991 次'],
  [0.001, '元', '0.001 元'],
])('%s %s prints as %s', (value, unit, text) => {
  expect(formatNumber(value, { unit, language: 'zh' })).toBe(text);
});
