import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateMetrics } from '../../test/evaluate-metrics.ts';
import { readClustering } from './clustered-ratio.ts';

const at = (day: number, hour = 10) => `2026-03-0${day}T${hour}:00:00+08:00`;

describe('an interval by user', () => {
  const messages = (users: string) =>
    `msg_id,user_id,sent_at,delivered,opened_at\n${[...users].map((user, row) => `${row},${user === '-' ? '' : user},${at(2 + (row % 7))},true,${user === user.toUpperCase() && user !== '-' ? at(2 + (row % 7), 12) : ''}\n`).join('')}`;

  test('everybody once: that of independent rows', async () => {
    const { values } = await evaluateMetrics(
      { 'outreach.csv': messages('ABCdefgh') },
      'x: { metric: open_rate }',
    );
    // Wilson, 3 of 8; the factor 8/7 of so few users is the only difference.
    expect(values.x!.value).toBe(37.5);
    expect(values.x!.interval!.method).toBe('Wilson，按用户合并');
    expect(values.x!.interval!.low).toBeGreaterThan(12);
    expect(values.x!.lineage.note).toContain('8 人');
  });

  test('users who always or never open count as what they are: few', async () => {
    const many = 'A'.repeat(20) + 'B'.repeat(20) + 'c'.repeat(20) + 'd'.repeat(20);
    const { values } = await evaluateMetrics(
      { 'outreach.csv': messages(many), 'alone.csv': messages(many).replaceAll('user_id', 'nobody') },
      'x: { metric: open_rate }\ny: { metric: open_rate, from: alone }',
    );
    const width = (name: string) => values[name]!.interval!.high - values[name]!.interval!.low;
    expect(values.x!.value).toBe(values.y!.value);
    expect(values.y!.interval).toMatchObject({ method: 'Wilson', assumes: 'independent-rows' });
    expect(values.x!.interval!.assumes).toBeUndefined();
    expect(width('x')).toBeGreaterThan(2.5 * width('y'));
    expect(values.y!.lineage.note).toContain('真正的区间更宽');
  });

  test('rows without a user stand for themselves', async () => {
    const { values } = await evaluateMetrics(
      { 'outreach.csv': `${messages('--------')}9,A,${at(2)},true,${at(2, 12)}\n` },
      'x: { metric: open_rate }',
    );
    expect(values.x!.lineage.note).toContain('9 人');
  });

  test('series add up as before, sessions go by user', async () => {
    const files = {
      'outreach.csv': messages('AAbbCdAb'),
      'events.csv': `session_id,user_id,event,ts\n${['s1,u,view', 's1,u,view', 's2,u,cart', 's2,u,cart', 's3,v,view', 's4,,page_view', 's4,,screen_view'].map((row, hour) => `${row},${at(3)}`.replace('10:', `1${hour}:`)).join('\n')}\n`,
    };
    const { values, problems } = await evaluateMetrics(
      files,
      'x: { metric: open_rate, by: day }\ne: { metric: engagement_rate, with: { engaged_seconds: 3600 } }\nb: { metric: ga4_bounce_rate, with: { engaged_seconds: 3600, view_events: [cart] } }',
    );
    expect(problems).toEqual([]);
    expect(values.x!.points.reduce((sum, point) => sum + (point.denominator ?? 0), 0)).toBe(8);
    // Two views make a session engaged (s1, s4), two other events do not (s2).
    expect(values.e!.value).toBe(50);
    expect(values.b!.value).toBe(75);
    expect(values.e!.interval!.method).toBe('Wilson，按用户合并');
  });
});

test('the effect is never below 1, and is told only where something varies', () => {
  const counts = fc.array(fc.record({ x: fc.integer({ min: 1, max: 5 }), y: fc.nat(5) }), { maxLength: 12 });
  fc.assert(
    fc.property(counts, (all) => {
      const users = all.map(({ x, y }) => ({ x, y: Math.min(x, y) }));
      const sum = (of: (one: { x: number; y: number }) => number) =>
        users.reduce((to, one) => to + of(one), 0);
      const found = readClustering({
        units: users.length,
        numerator: sum(({ y }) => y),
        denominator: sum(({ x }) => x),
        yy: sum(({ y }) => y * y),
        xy: sum(({ x, y }) => x * y),
        xx: sum(({ x }) => x * x),
      });
      if (found) expect(found.effect).toBeGreaterThanOrEqual(1);
      else expect(users.length < 2 || [0, sum(({ x }) => x)].includes(sum(({ y }) => y))).toBe(true);
    }),
  );
});
