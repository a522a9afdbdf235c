import { describe, expect, test } from 'vitest';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';

/** Of 40 users ten pay in both weeks, six in the second only, two in the first only; every tenth comes once. */
const lines = Array.from({ length: 40 }, (_, at) => {
  const [first, second] = [at < 12, at < 10 || (at >= 12 && at < 18)];
  const channel = at % 2 === 0 ? 'SEM' : '抖音';
  const row = (day: string, event: string, hour: number) =>
    `u${at},${event},2026-03-${day}T${hour}:00:00+08:00,${channel}`;
  return [
    row('03', 'visit', 10),
    ...(first ? [row('03', 'pay', 11)] : []),
    ...(at % 10 === 9 ? [] : [row('11', 'visit', 10), ...(second ? [row('11', 'pay', 12)] : [])]),
  ];
}).flat();
const files = { 'events.csv': `user_id,event,ts,channel\n${lines.join('\n')}\n` };
const entry = (more: string, during = '2026-03-09..2026-03-15') =>
  `x: { metric: conversion_change, from: events, during: ${during}, with: { start: visit, finish: pay${more} } }`;

describe('change of a conversion rate', () => {
  test('the value is that of the two rates, the interval that of the residuals of users', async () => {
    const metrics = `${entry('')}
后: { metric: conversion_rate, from: events, during: 2026-03-09..2026-03-15, with: { start: visit, finish: pay } }
前: { metric: conversion_rate, from: events, during: 2026-03-02..2026-03-08, with: { start: visit, finish: pay } }`;
    const { values, problems } = await evaluateMetrics(files, metrics);
    expect(problems).toEqual([]);
    const x = values.x!;
    expect(x.value).toBeCloseTo(values.后!.value! - values.前!.value!, 10);
    const users = Array.from({ length: 40 }, (_, at) => {
      const came = at % 10 === 9 ? 0 : 1;
      return { x0: 1, y0: at < 12 ? 1 : 0, x1: came, y1: came && (at < 10 || (at >= 12 && at < 18)) ? 1 : 0 };
    });
    const sum = (of: (one: (typeof users)[number]) => number) => users.reduce((all, one) => all + of(one), 0);
    const [n0, n1] = [sum(({ x0 }) => x0), sum(({ x1 }) => x1)];
    const [p0, p1] = [sum(({ y0 }) => y0) / n0, sum(({ y1 }) => y1) / n1];
    const squares = sum((one) => ((one.y1 - p1 * one.x1) / n1 - (one.y0 - p0 * one.x0) / n0) ** 2);
    const half = 100 * 1.959964 * Math.sqrt((squares * 40) / 39);
    expect(x.interval!.low).toBeCloseTo(x.value! - half, 4);
    expect(x.interval!.high).toBeCloseTo(x.value! + half, 4);
    expect(x.lineage.note).toContain('36 人合在一起算');
    // As strangers they would be further apart.
    const apart = 100 * 1.959964 * Math.sqrt((p0 * (1 - p0)) / n0 + (p1 * (1 - p1)) / n1);
    expect(half).toBeLessThan(apart);
  });

  test('by a column, each group for itself', async () => {
    const { values, problems } = await evaluateMetrics(
      files,
      entry('').replace(', with', ', by: channel, with'),
    );
    expect(problems).toEqual([]);
    expect(values.x!.points.map(({ key }) => key)).toEqual(['SEM', '抖音']);
    const [sem] = values.x!.points;
    expect(sem!.value).toBeCloseTo(100 * (8 / 20 - 6 / 20), 10);
  });

  test.each([
    ['periods that share days', entry(', previous: 2026-03-08..2026-03-09'), '不能有共同的日子'],
    [
      'no period',
      'x: { metric: conversion_change, from: events, with: { start: visit, finish: pay } }',
      '要写 during',
    ],
    ['by week', entry('').replace(', with', ', by: week, with'), '只能按列分'],
    ['a word that is no period', entry(', previous: yesterday'), '不是时段'],
  ])('refuses %s', async (_, metrics, text) => {
    const { problems } = await evaluateMetrics(files, metrics);
    expect(problems.map(({ what, cure }) => `${what.zh}${cure.zh}`).join()).toContain(text);
  });

  test('nobody in the other period: not available', async () => {
    const { values } = await evaluateMetrics(files, entry(', previous: 2026-04-01..2026-04-07'));
    expect(values.x).toMatchObject({ value: null, text: '—' });
  });
});
