import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';
import { createSampleQuery, openBareEngine, readRows, type SampleEvent } from '../../../test/sample-query.ts';
import type { MetricQuery } from '../../metric.ts';
import { retention, retentionCurve } from './retention-metrics.ts';

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await openBareEngine();
});
afterAll(() => connection.closeSync());

const DAY = 24 * 60;
type Params = Parameters<typeof retention.sql>[0]['params'];

const usual = { mode: 'on', clock: 'calendar', cohort: 'first', step: 'day' } as const;

async function bySql(
  events: SampleEvent[],
  params: Partial<Params>,
  more: Partial<MetricQuery<Params>> = {},
) {
  const query = createSampleQuery<Params>(events, { day: 1, ...usual, ...params }, more);
  const [row] = await readRows(connection, retention.sql(query));
  return [row?.numerator, row?.denominator];
}

/** Days of 2026 since 2 March, a Monday, to the number of their week or month. */
const numberOf = {
  day: (date: number) => date,
  week: (date: number) => Math.floor(date / 7),
  month: (date: number) => new Date(Date.UTC(2026, 2, 2 + date)).getUTCMonth(),
};

/** The definition, user by user; `during` in days since the first, for active users. */
function byHand(
  events: SampleEvent[],
  { day = 1, to = day, mode = 'on', clock = 'calendar', cohort = 'first', step = 'day' }: Partial<Params>,
  during: [number, number] = [0, Number.POSITIVE_INFINITY],
) {
  const hours = { day: 24, week: 168, month: 720 }[step];
  const unit = (at: number) =>
    clock === 'hours' ? Math.floor(at / 60) : numberOf[step](Math.floor(at / DAY));
  const apart = (later: number, first: number) =>
    clock === 'hours' ? Math.floor((later - first) / hours) : later - first;
  const end = Math.max(...events.map(({ at }) => at));
  // The last day, week or month that the data have seen to its end.
  const last = clock === 'hours' ? unit(end) : unit(end + DAY) - 1;
  let [back, all] = [0, 0];
  for (const user of new Set(events.map((event) => event.user))) {
    const own = events.filter((event) => event.user === user).map(({ at }) => at);
    const inside = own.filter((at) => at >= during[0] * DAY && at < (during[1] + 1) * DAY);
    const first = Math.min(...(cohort === 'active' ? inside : own));
    if (!inside.includes(first) || apart(last, unit(first)) < to) continue;
    all += 1;
    const limit = mode === 'on_or_after' ? Number.POSITIVE_INFINITY : to;
    if (own.some((at) => apart(unit(at), unit(first)) >= day && apart(unit(at), unit(first)) <= limit))
      back += 1;
  }
  return [back, all];
}

const pair = (first: number, second: number): SampleEvent[] => [
  { user: 1, event: 'open', at: first },
  { user: 1, event: 'open', at: second },
];

describe('Amplitude, How time works in a retention analysis', () => {
  test('17:59 and 17:00 the next day: day 1 by hours rounded down, and by the calendar', async () => {
    const visits = pair(17 * 60 + 59, DAY + 17 * 60);
    expect(await bySql(visits, { clock: 'hours' })).toEqual([1, 1]);
    expect(await bySql(visits, {})).toEqual([1, 1]);
  });
});

describe('borders', () => {
  test('23:59 and 00:01 are a calendar day apart, not 24 hours (metrics.md R5)', async () => {
    expect(await bySql(pair(DAY - 1, DAY + 1), {})).toEqual([1, 1]);
    expect(await bySql(pair(DAY - 1, DAY + 1), { clock: 'hours' })).toEqual([0, 0]);
  });
  test('an empty table, one row: not available', async () => {
    expect(await bySql([], {})).toEqual([0, 0]);
    expect(await bySql([{ user: 1, event: 'open', at: 0 }], {})).toEqual([0, 0]);
    const query = createSampleQuery<Params>([], { day: 1, ...usual });
    expect((await readRows(connection, retention.sql(query)))[0]?.value).toBeNull();
  });
  test('a bracket needs its end', () => {
    const query = createSampleQuery<Params>([], { day: 3, to: 2, ...usual, mode: 'bracket' });
    expect(() => retention.sql(query)).toThrow('bracket');
  });
});

const random = fc.array(
  fc.record({
    user: fc.integer({ min: 1, max: 8 }),
    event: fc.constantFrom('open', 'pay'),
    at: fc.integer({ min: 0, max: 9 * DAY }),
  }),
  { minLength: 1, maxLength: 40 },
);
const scattered = random.map((events) => events.map((event) => ({ ...event, at: event.at * 11 })));

test.each(['calendar', 'hours'] as const)(
  'SQL agrees with the definition, user by user: %s',
  async (clock) => {
    const mode = fc.constantFrom('on', 'on_or_after', 'bracket');
    const step = fc.constantFrom('day', 'week', 'month');
    await fc.assert(
      fc.asyncProperty(
        random,
        scattered,
        step,
        mode,
        fc.nat(3),
        fc.nat(3),
        async (near, far, unit, how, day, more) => {
          const params = {
            day: day + 1,
            mode: how,
            clock,
            step: unit,
            ...(how === 'bracket' && { to: day + 1 + more }),
          } as const;
          const events = unit === 'day' ? near : far;
          expect(await bySql(events, params)).toEqual(byHand(events, params));
        },
      ),
      { numRuns: 80 },
    );
  },
  60_000,
);

test('of active users SQL agrees with the definition; a user of two weeks counts in each, once in the total', async () => {
  const periods = fc
    .tuple(fc.nat(6), fc.nat(6))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as [number, number]);
  const date = (days: number) => new Date(Date.UTC(2026, 2, 2 + days)).toISOString().slice(0, 10);
  await fc.assert(
    fc.asyncProperty(random, periods, async (events, during) => {
      const params = { cohort: 'active' } as const;
      const period = { from: date(during[0]), to: date(during[1]) };
      expect(await bySql(events, params, { period })).toEqual(byHand(events, params, during));
    }),
    { numRuns: 60 },
  );
  const twice = [0, 1, 7, 8].map((day) => ({ user: 1, event: 'open', at: day * DAY }));
  const week = { alias: 'key', text: "strftime(CAST(ts AS DATE), '%V')", timed: true } as const;
  const query = createSampleQuery<Params>(
    twice,
    { day: 1, ...usual, cohort: 'active' },
    { keys: [{ ...week, order: week.text }] },
  );
  const rows = await readRows(connection, retention.sql(query));
  expect(rows.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
    [1, 1],
    [1, 1],
  ]);
  expect(await bySql(twice, { cohort: 'active' })).toEqual([1, 1]);
}, 60_000);

test('a curve is the retention of each day', async () => {
  await fc.assert(
    fc.asyncProperty(random, async (events) => {
      const params = { days: [1, 3, 7], ...usual } as const;
      const sql = retentionCurve.sql(createSampleQuery(events, { ...params, days: [...params.days] }));
      const rows = await readRows(connection, sql);
      expect(rows.map(({ numerator, denominator }) => [numerator, denominator])).toEqual(
        params.days.map((day) => byHand(events, { day })),
      );
    }),
    { numRuns: 30 },
  );
}, 60_000);

test('a curve keeps the day that not all have completed, starred', async () => {
  const rows = ['a,02', 'a,03', 'a,05', 'b,02', 'b,05', 'c,04', 'c,05'].map((row) => row.split(','));
  const events = rows.map(([user, day]) => `${user},open,2026-03-${day}T10:00:00+08:00\n`).join('');
  const { values } = await evaluateMetrics(
    { 'events.csv': `user_id,event,ts\n${events}` },
    'x: { metric: retention_curve, with: { days: [1, 3, 9] } }',
  );
  expect(values.x!.points.map(({ key, label, value }) => [key, label, value])).toEqual([
    ['D1', 'D1', expect.closeTo(200 / 3)],
    ['D3', 'D3*', 100],
    ['D9', 'D9*', null],
  ]);
});
