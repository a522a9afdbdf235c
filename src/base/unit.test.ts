import { describe, expect, test } from 'vitest';
import { combineQuantities, convertQuantity, formatUnit, isMoneyUnit, normaliseUnit } from './unit.ts';

const of = (value: number | null, unit: string) => ({ value, unit });
/** Without what only the next step of a formula needs. */
const combine = (...given: Parameters<typeof combineQuantities>) => {
  const { exact: _, ...rest } = combineQuantities(...given) ?? { unit: undefined };
  return 'value' in rest ? rest : undefined;
};

describe('unit algebra', () => {
  test('difference of percentages is in percentage points: 4.8 % − 2.5 % (subject.md N12)', () => {
    const change = combine('-', of(4.8, '%'), of(2.5, '%'))!;
    expect(change.unit).toBe('个百分点');
    expect(change.value).toBeCloseTo(2.3, 12);
    const relative = combine('/', change, of(2.5, '%'))!;
    expect(relative.unit).toBe('');
    expect(convertQuantity(relative, '%')!.value).toBeCloseTo(92, 10);
  });
  test('quotients and products cancel', () => {
    expect(combine('/', of(10, '元'), of(4, '人'))).toEqual(of(2.5, '元/人'));
    expect(combine('*', of(2.5, '元/人'), of(4, '人'))).toEqual(of(10, '元'));
    expect(combine('/', of(6, '元'), of(3, '元'))).toEqual(of(2, ''));
    expect(combine('/', of(6, '积分'), of(3, '元/人'))).toEqual(of(2, '人·积分/元'));
  });
  test('a percentage of people is people', () => {
    expect(combine('*', of(1000, '人'), of(2.5, '%'))).toEqual(of(25, '人'));
    expect(combine('*', of(50, '%'), of(50, '%'))).toEqual(of(25, '%'));
    expect(combine('*', of(4.8, '%'), of(2, ''))).toEqual(of(9.6, '%'));
  });
  test('what does not go together is refused', () => {
    expect(combine('+', of(1, '元'), of(1, '人'))).toBeUndefined();
    expect(combine('-', of(1, '个百分点'), of(1, '%'))).toBeUndefined();
  });
  test('division by zero and missing numbers are not available', () => {
    expect(combine('/', of(1, '元'), of(0, '人'))!.value).toBeNull();
    expect(combine('+', of(null, '人'), of(1, '人'))!.value).toBeNull();
  });
  test('spelling, money, English', () => {
    expect(normaliseUnit(' pp ')).toBe('个百分点');
    expect(isMoneyUnit('元/人')).toBe(true);
    expect(isMoneyUnit('人/元')).toBe(false);
    expect(formatUnit('元/人', 'en', 2)).toBe('CNY/person');
    expect(formatUnit('人', 'en', 1)).toBe('person');
    expect(formatUnit('积分', 'en', 2)).toBe('积分');
  });
});
