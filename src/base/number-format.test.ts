import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Language } from './language.ts';
import {
  formatBareNumber,
  formatChange,
  formatExactNumber,
  formatInterval,
  formatNumber,
  formatPercent,
  formatPercentagePoints,
  formatShortNumber,
  roundHalfUp,
} from './number-format.ts';

const zh = (unit: string, digits?: number) => ({ unit, language: 'zh' as Language, digits });
const en = (unit: string, digits?: number) => ({ unit, language: 'en' as Language, digits });

describe('in full', () => {
  test.each([
    [1302, '人', '1,302 人', '1,302 people'],
    [1, '人', '1 人', '1 person'],
    [8911407.904, '元', '8,911,408 元', '8,911,408 CNY'],
    [91709.2, '元', '91,709 元', '91,709 CNY'],
    [99.996, '元', '100 元', '100 CNY'],
    [99.9, '元', '99.90 元', '99.90 CNY'],
    [25.2, '元/人', '25.20 元/人', '25.20 CNY/person'],
    [0, '元', '0 元', '0 CNY'],
    [48, '元/人', '48.00 元/人', '48.00 CNY/person'],
    [4.8, '%', '4.8%', '4.8%'],
    [65.5832, '%', '65.6%', '65.6%'],
    [0.03451, '%', '0.0345%', '0.0345%'],
    [99.96, '%', '100%', '100%'],
    [9.996, '%', '10%', '10%'],
    [6519.04, '次/篇', '6,519 次/篇', '6,519 per article'],
    [2.3, '个百分点', '2.3 个百分点', '2.3 pp'],
    [-3, '人', '−3 人', '−3 people'],
    [2.5, '倍', '2.5 倍', '2.5×'],
    [1.005, '', '1.01', '1.01'],
    [null, '元', '—', '—'],
    [-0.001, '%', '−0.001%', '−0.001%'],
  ])('%s %s', (value, unit, chinese, english) => {
    expect(formatNumber(value, zh(unit))).toBe(chinese);
    expect(formatNumber(value, en(unit))).toBe(english);
  });
  test('half up on what a person sees, not on the binary number', () => {
    expect(formatNumber(0.285 * 100, zh('个'))).toBe('29 个');
    expect(formatNumber(2.675, zh(''))).toBe('2.68');
    expect(formatNumber(-2.675, zh(''))).toBe('−2.68');
    expect(formatNumber(1e21, zh(''))).toBe('1,000,000,000,000,000,000,000');
    expect(formatNumber(5e-7, zh(''))).toBe('5×10⁻⁷');
    expect(formatNumber(0, zh(''))).toBe('0');
  });
  test('a rounded number is the one that is printed', () => {
    const cases = [
      [2.925, 2, 2.93],
      [44.565, 2, 44.57],
      [-2.675, 2, -2.68],
      [999.5, 0, 1000],
      [12, 2, 12],
      [-0.001, 2, 0],
    ] as const;
    for (const [value, digits, rounded] of cases) {
      expect(roundHalfUp(value, digits)).toBe(rounded);
      expect(formatNumber(value, zh('', digits))).toBe(formatNumber(rounded, zh('', digits)));
    }
  });
  test('digits are kept as asked', () => {
    expect(formatNumber(4.8, zh('%', 2))).toBe('4.80%');
    expect(formatNumber(8911407.904, zh('元', 0))).toBe('8,911,408 元');
  });
});

describe('other forms', () => {
  test('short', () => {
    expect(formatShortNumber(1_324_000, zh(''))).toBe('132 万');
    expect(formatShortNumber(1_324_000, zh('次'))).toBe('132 万次');
    expect(formatShortNumber(99_999_600, zh('元'))).toBe('1 亿元');
    expect(formatShortNumber(99_994_000, zh('元'))).toBe('9,999 万元');
    expect(formatShortNumber(9_999, zh('人'))).toBe('9,999 人');
    expect(formatShortNumber(1_324_000, en('人'))).toBe('1.32M people');
    expect(formatShortNumber(999_960, en(''))).toBe('1M');
  });
  test('percent and points', () => {
    expect(formatPercent(0.92, zh('倍'))).toBe('92%');
    expect(formatPercent(12, zh('元'))).toBeUndefined();
    expect(formatPercentagePoints(4.8, zh('%'))).toBe('4.8 个百分点');
  });
  test('change is signed, zero is not', () => {
    expect(formatChange(2.3, zh('个百分点'))).toBe('+2.3 个百分点');
    expect(formatChange(-2.3, zh('个百分点'))).toBe('−2.3 个百分点');
    expect(formatChange(0.001, zh('%'))).toBe('+0.001%');
    expect(formatChange(0, zh('%'))).toBe('0%');
    expect(formatChange(150, en('%'))).toBe('+150%');
  });
  test('interval', () => {
    expect(formatInterval(2.15, 11.18, zh('%'))).toBe('2.15%～11.18%');
    expect(formatInterval(2.15, 11.18, en('%'))).toBe('2.15%–11.18%');
    expect(formatInterval(2, 11.184, zh('%'))).toBe('2.00%～11.18%');
  });
  test('exact and bare', () => {
    expect(formatExactNumber(25.206378, zh('元/人'))).toBe('25.206378 元/人');
    expect(formatExactNumber(1 / 3, zh('%'))).toBe('0.333333333333%');
    expect(formatExactNumber(0.1 + 0.2, zh(''))).toBe('0.3');
    expect(formatBareNumber(112.5, 'zh')).toBe('112.5');
  });
});

test('agrees with Intl.NumberFormat half-expand on any number of at most 12 digits', () => {
  const intl = new Intl.NumberFormat('en', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    roundingMode: 'halfExpand',
  });
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 3 }), (n, places) => {
      const value = Number(`${n}e-${places}`);
      const expected = intl
        .format(value)
        .replace(/^-0\.00$/, '0.00')
        .replace('-', '−');
      expect(formatNumber(value, zh('', 2))).toBe(expected);
    }),
  );
});
