import { expect, test } from 'vitest';
import { formatColumn, formatRows } from './format-cells.ts';

const number = { type: 'number' as const, unit: '' };

test('numbers of one column have the same decimals', () => {
  const cells = [20303.9, 29864.88, null, 3510];
  expect(formatColumn(cells, number, 'zh')).toEqual(['20,304', '29,865', '—', '3,510']);
  expect(formatColumn(cells, number, 'zh', 'exact')).toEqual(['20,303.90', '29,864.88', '—', '3,510.00']);
  expect(formatColumn([4.8, 3.4812, 12], number, 'zh')).toEqual(['4.80', '3.48', '12.00']);
  expect(formatColumn([70, 31.25, 0.04], number, 'zh')).toEqual(['70.00', '31.25', '0.04']);
  expect(formatColumn([3, 12, 250], number, 'zh')).toEqual(['3', '12', '250']);
  const display = { digits: 1 };
  expect(formatColumn([4.25, 3], { ...number, display }, 'zh')).toEqual(['4.3', '3.0']);
});
test('counts are grouped', () => {
  expect(formatColumn([6095, 122999], { type: 'integer', unit: '' }, 'zh')).toEqual(['6,095', '122,999']);
  expect(formatColumn([2847, 163], { type: 'integer', unit: '' }, 'zh')).toEqual(['2,847', '163']);
});
test('years are not grouped', () => {
  expect(formatColumn([2026, 2025], { type: 'integer', unit: '' }, 'zh')).toEqual(['2026', '2025']);
});
test('money has its cents where prices are small', () => {
  const money = { type: 'number' as const, unit: '元' };
  expect(formatColumn([90000], money, 'zh')).toEqual(['90,000']);
  expect(formatColumn([90000], money, 'zh', 'exact')).toEqual(['90,000.00']);
  expect(formatColumn([9.9, 28, 1299], money, 'zh')).toEqual(['9.90', '28.00', '1,299.00']);
});
test('minus is a minus sign; truth is a word; times lose their seconds', () => {
  expect(formatColumn([-7.7], number, 'zh')).toEqual(['\u22127.7']);
  expect(formatColumn([true, false], { type: 'boolean', unit: '' }, 'en')).toEqual(['yes', 'no']);
  expect(formatColumn(['2026-03-02T08:15:30+08:00'], { type: 'timestamp', unit: '' }, 'zh')).toEqual([
    '2026-03-02 08:15',
  ]);
});
test('rows stay rows', () => {
  expect(
    formatRows(
      [
        [1, 'a'],
        [2, ''],
      ],
      [number, { type: 'text', unit: '' }],
      'zh',
    ),
  ).toEqual([
    ['1', 'a'],
    ['2', '—'],
  ]);
});
