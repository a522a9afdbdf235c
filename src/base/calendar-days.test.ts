import { expect, test } from 'vitest';
import {
  addDays,
  countDays,
  getFirstDay,
  getPreviousPeriod,
  getPreviousYear,
  listGrainKeys,
  parsePeriod,
  toIsoWeek,
} from './calendar-days.ts';

test('ISO weeks at the turn of the year (metrics.md R4, ISO 8601)', () => {
  expect(toIsoWeek('2024-12-30')).toBe('2025-W01');
  expect(toIsoWeek('2027-01-01')).toBe('2026-W53');
  expect(toIsoWeek('2026-03-02')).toBe('2026-W10');
  expect(getFirstDay('week', '2025-W01')).toBe('2024-12-30');
  expect(getFirstDay('week', '2026-W53')).toBe('2026-12-28');
});

test('periods', () => {
  expect(parsePeriod('2026-03-02..2026-03-29')).toEqual({ from: '2026-03-02', to: '2026-03-29' });
  expect(parsePeriod('2026-03-02')).toEqual({ from: '2026-03-02', to: '2026-03-02' });
  expect(parsePeriod('2026-03-29..2026-03-02')).toBeUndefined();
  expect(parsePeriod('2026-02-30..2026-03-02')).toBeUndefined();
  expect(parsePeriod('三月')).toBeUndefined();
  expect(countDays({ from: '2024-02-01', to: '2024-03-01' })).toBe(30);
  expect(getPreviousYear({ from: '2024-02-29', to: '2024-03-31' })).toEqual({
    from: '2023-02-28',
    to: '2023-03-31',
  });
  expect(getPreviousPeriod({ from: '2026-03-02', to: '2026-03-29' })).toEqual({
    from: '2026-02-02',
    to: '2026-03-01',
  });
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
});

test('a series has no loose', () => {
  expect(listGrainKeys('week', { from: '2026-12-28', to: '2027-01-10' })).toEqual(['2026-W53', '2027-W01']);
  expect(listGrainKeys('month', { from: '2026-11-30', to: '2027-01-01' })).toEqual([
    '2026-11',
    '2026-12',
    '2027-01',
  ]);
  expect(listGrainKeys('day', { from: '2026-02-28', to: '2026-03-01' })).toEqual([
    '2026-02-28',
    '2026-03-01',
  ]);
});

test('days that cannot be end a series instead of running on', () => {
  expect(listGrainKeys('day', { from: '2026-03-02', to: '其他' })).toEqual([]);
  expect(listGrainKeys('month', { from: '9999-12-30', to: '9999-12-31' })).toEqual(['9999-12']);
});

test('a period of centuries is not gone through day by day', () => {
  expect(listGrainKeys('day', { from: '0006-03-27', to: '2026-03-29' })).toEqual([
    '0006-03-27',
    '2026-03-29',
  ]);
  expect(listGrainKeys('month', { from: '0001-01-01', to: '9999-12-31' })).toEqual(['0001-01', '9999-12']);
  expect(listGrainKeys('month', { from: '1950-01-01', to: '2026-12-31' })).toHaveLength(77 * 12);
});
