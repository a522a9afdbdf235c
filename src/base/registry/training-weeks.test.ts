import { describe, expect, test } from 'vitest';
import { formatWeekName, formatWeekTick } from '../../words/week-names.ts';
import { buildTrainingWeeks, isWeekKey, numberWeek } from './training-weeks.ts';

const phases = [
  { title: '调研', from: '2026-03-04', to: '2026-03-15' },
  { title: '执行', from: '2026-03-16', to: '2026-06-21' },
];
const report = { from: '2026-03-09', to: '2026-06-28' };

describe('weeks', () => {
  const training = buildTrainingWeeks(phases, report);
  test.each([
    ['2026-W10', '实训第 1 周', 'training week 1', '1'],
    ['2026-W25', '实训第 16 周', 'training week 16', '16'],
    ['2026-W09', '实训前第 1 周', 'week 1 before training', '前 1'],
    ['2025-W52', '实训前第 10 周', 'week 10 before training', '前 10'],
    ['2026-W26', '实训后第 1 周', 'week 1 after training', '后 1'],
    ['2027-W01', '实训后第 29 周', 'week 29 after training', '后 29'],
  ])('%s is %s', (key, zh, en, tick) => {
    expect(formatWeekName(key, training, 'zh')).toBe(zh);
    expect(formatWeekName(key, training, 'en')).toBe(en);
    expect(formatWeekTick(key, training, 'zh')).toBe(tick);
  });
  test('the week in which it begins is the first, on whatever day', () => {
    expect(training.period).toEqual({ from: '2026-03-04', to: '2026-06-21' });
    expect(numberWeek('2026-W10', training)).toEqual({ where: 'during', number: 1 });
  });
});

describe('without phases that meet the report, its own days count', () => {
  test.each([
    ['none', []],
    ['of another year', [{ title: '旧', from: '2025-03-03', to: '2025-06-22' }]],
    ['reversed', [{ title: '反', from: '2026-06-22', to: '2026-03-02' }]],
    ['no days', [{ title: '空', from: '三月', to: '六月' }]],
  ])('%s', (_name, given) => {
    const training = buildTrainingWeeks(given, report);
    expect(training).toEqual({ period: report, phases: [] });
    expect(formatWeekName('2026-W11', training, 'zh')).toBe('实训第 1 周');
  });
});

test('over the turn of a year weeks go on', () => {
  const training = buildTrainingWeeks([], { from: '2026-12-21', to: '2027-01-17' });
  expect(['2026-W52', '2026-W53', '2027-W01'].map((key) => numberWeek(key, training).number)).toEqual([
    1, 2, 3,
  ]);
});

test.each(['2026-W00', '2026-W54', 'W10', '2026-10', '2026-W1', ' 2026-W10'])('%s is no week', (text) => {
  expect(isWeekKey(text)).toBe(false);
});
