import { expect, test } from 'vitest';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';
import { computeEarnedValue, computePlannedShare, countWorkdays, type Task } from './earned-value.ts';
import { computePeerContributions } from './peer-metrics.ts';

const week = { holidays: [], workdays: [], everyDay: false };
const task = (start: string, end: string, given: Partial<Task> = {}): Task => ({
  start,
  end,
  weight: 1000,
  done: 0,
  spent: 0,
  ...given,
});

test('fence of four sides at the end of day three: PV 3 000, EV 2 500, AC 2 800, BAC 4 000 (PMP Exam Prep)', () => {
  const tasks = [
    task('2026-03-02', '2026-03-02', { done: 1, spent: 1000 }),
    task('2026-03-03', '2026-03-03', { done: 1, spent: 1200 }),
    task('2026-03-04', '2026-03-04', { done: 0.5, spent: 600 }),
    task('2026-03-05', '2026-03-05'),
  ];
  expect(computeEarnedValue(tasks, '2026-03-04', week)).toEqual({
    total: 4000,
    planned: 3000,
    earned: 2500,
    spent: 2800,
  });
});

test('weekends and holidays are no days; days worked instead are', () => {
  expect(countWorkdays('2026-03-02', '2026-03-15', week)).toBe(10);
  expect(countWorkdays('2026-03-02', '2026-03-15', { ...week, everyDay: true })).toBe(14);
  const holidays = ['2026-03-04'];
  expect(countWorkdays('2026-03-02', '2026-03-15', { ...week, holidays, workdays: ['2026-03-07'] })).toBe(10);
});

test('the planned part runs from 0 to 1; a task on a weekend goes by all days', () => {
  const fortnight = task('2026-03-02', '2026-03-13');
  expect(computePlannedShare(fortnight, '2026-03-01', week)).toBe(0);
  expect(computePlannedShare(fortnight, '2026-03-08', week)).toBe(0.5);
  expect(computePlannedShare(fortnight, '2026-06-01', week)).toBe(1);
  expect(computePlannedShare(task('2026-03-07', '2026-03-08'), '2026-03-07', week)).toBe(0.5);
});

test('without a status date it is told; before any plan the index is not available', async () => {
  const files = {
    'tasks.csv':
      'task_id,name,phase,owner,start_date,end_date,done,effort_pd\n1,a,p,o,2026-03-02,2026-03-06,0,2\n',
  };
  const { values, problems } = await evaluateMetrics(
    files,
    'a: { metric: spi }\nb: { metric: spi, with: { at: 2026-03-01 } }\nc: { metric: planned_progress, during: report, by: phase }\n',
  );
  expect(problems.map(({ cure }) => cure.zh).join()).toContain('数据日期');
  expect(values.b?.text).toBe('—');
  expect(values.c?.points.map(({ key, value }) => [key, value])).toEqual([['p', 100]]);
});

test('WebPA: the cakes of Alice (14), Bob (13), Claire (20) and David (16); Elaine gave none', () => {
  const marks = { Alice: '44321', Bob: '35320', Claire: '44444', David: '35431', Elaine: '00000' };
  const members = Object.keys(marks);
  const ratings = Object.entries(marks).flatMap(([rater, scores]) =>
    members.map((member, i) => ({ rater, member, score: Number(scores[i]) })),
  );
  const parts = computePeerContributions(ratings);
  expect(parts.get('Alice')! * 4).toBeCloseTo(4 / 14 + 3 / 13 + 4 / 20 + 3 / 16, 12);
  expect(parts.get('Elaine')! * 4).toBeCloseTo(1 / 14 + 0 + 4 / 20 + 1 / 16, 12);
  expect([...parts.values()].reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 12);
});

test('nobody rated: not available; a stranger is told', async () => {
  const files = { 'peer_ratings.csv': 'rater,member,score\na,b,0\nb,a,0\n' };
  const { values, problems } = await evaluateMetrics(
    files,
    'x: { metric: peer_contribution }\ny: { metric: peer_factor, with: { member: z } }\n',
  );
  expect(values.x?.text).toBe('—');
  expect(problems.map(({ cure }) => cure.zh).join()).toContain('没有人给“z”评分');
});
