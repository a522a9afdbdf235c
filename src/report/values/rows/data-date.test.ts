/** What the date up to which there are data changes, of a training that goes on. */
import { expect, test } from 'vitest';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';

const days = ['2026-03-03', '2026-03-10', '2026-03-17', '2026-03-24', '2026-03-26'];
const files = {
  'events.csv': `user_id,event,ts\n${days.map((day) => `a,visit,${day}T10:00:00+08:00\n`).join('')}`,
  'notes.csv': `day,n\n${days.map((day) => `${day},1\n`).join('')}`,
};
const entries = `last: { metric: count, from: events, during: last 2 weeks }
first: { metric: count, from: events, during: first 4 weeks }
weekly: { metric: count, from: events, during: 2026-03-02..2026-04-12, by: week }
change: { metric: count, from: events, during: 2026-03-02..2026-04-12, by: week, over: change }
notes: { metric: count, from: notes, during: 2026-03-02..2026-04-12, by: week }
`;
async function ask(dataDate?: string) {
  const { values, problems } = await evaluateMetrics(files, entries, 'zh', dataDate);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const get = (name: string) => values[name]?.value;
  const list = (name: string) => values[name]?.points.map(({ value }) => value);
  const labels = values.weekly?.points.map(({ label }) => label.slice(-1)) ?? [];
  return { get, list, cut: labels.map((end) => end === '*') };
}

test('none declared: the last weeks are those of the report, and after the last row nothing is known', async () => {
  const { get, list } = await ask();
  expect([get('last'), get('first')]).toEqual([0, 5]);
  expect(list('weekly')).toEqual([1, 1, 1, 2, null, null]);
});

test('declared: the last weeks end with it, and in a log nothing happened between its last row and that day', async () => {
  const { get, list, cut } = await ask('2026-04-05');
  // 2026-03-23 to 2026-04-05.
  expect([get('last'), get('first')]).toEqual([2, 5]);
  expect(list('weekly')).toEqual([1, 1, 1, 2, 0, null]);
  expect(cut).toEqual([false, false, false, false, false, false]);
  expect(get('change')).toBe(-2);
  // Of other tables nothing is known of weeks without rows.
  expect(list('notes')).toEqual([1, 1, 1, 2, null, null]);
});

test('within a week: that week is starred, and is none of the last', async () => {
  const { get, list, cut } = await ask('2026-04-01');
  expect(get('last')).toBe(3);
  expect(list('weekly')).toEqual([1, 1, 1, 2, 0, null]);
  expect(cut).toEqual([false, false, false, false, true, false]);
  expect(get('change')).toBe(1);
});

test('more weeks than there are data of', async () => {
  const entry = 'x: { metric: count, from: events, during: last 6 weeks }\n';
  const { problems } = await evaluateMetrics(files, entry, 'zh', '2026-04-05');
  expect(problems.map(({ id, place }) => [id, place.column])).toEqual([['weeks-beyond-period', 43]]);
  expect(problems[0]!.what.zh + problems[0]!.cure.zh).toContain('5');
});
