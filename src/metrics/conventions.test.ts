import { expect, test } from 'vitest';
import { conventions, listConventions } from './conventions.ts';
import { metrics } from './library.ts';

test('each convention is about some metric, and not about all', () => {
  const found = Object.values(metrics).map(listConventions);
  for (const id of Object.keys(conventions) as (keyof typeof conventions)[]) {
    const count = found.filter((list) => list.includes(id)).length;
    expect([id, count > 0 && count < found.length]).toEqual([id, true]);
  }
});

test('a metric points to what holds for it', () => {
  expect(listConventions(metrics.goal_attainment)).toContain('attainment');
  expect(listConventions(metrics.change_rate)).toEqual(['change', 'shares', 'open']);
  expect(listConventions(metrics.ctr)).toEqual(['shares', 'missing', 'open', 'users']);
  expect(listConventions(metrics.k_factor)).toContain('users');
  expect(listConventions(metrics.aov)).toEqual(['shares', 'missing', 'open', 'orders', 'users']);
});
