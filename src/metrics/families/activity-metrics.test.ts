import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSampleQuery, openBareEngine, readRows, type SampleEvent } from '../../test/sample-query.ts';
import type { GroupKey } from '../metric.ts';
import { activityMetrics } from './activity-metrics.ts';

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await openBareEngine();
});
afterAll(() => connection.closeSync());

const DAY = 24 * 60;
const day: GroupKey = {
  alias: 'key',
  text: 'CAST(CAST(ts AS DATE) AS VARCHAR)',
  order: 'CAST(ts AS DATE)',
  timed: true,
};
const byEvent: GroupKey = { alias: 'key', text: 'event', order: 'event', timed: false };
const { dau, stickiness, rolling_users: rolling, active_days: activeDays } = activityMetrics;

const events = fc.array(
  fc.record({
    user: fc.integer({ min: 1, max: 6 }),
    event: fc.constantFrom('open', 'pay'),
    at: fc.integer({ min: 0, max: 8 * DAY - 1 }),
  }),
  { minLength: 1, maxLength: 40 },
);
const dayOf = ({ at }: SampleEvent) => Math.floor(at / DAY);
const users = (some: SampleEvent[]) => new Set(some.map(({ user }) => user)).size;
const one = async (sql: string) => (await readRows(connection, sql))[0] ?? {};

test('daily users, stickiness and active days agree with counting', async () => {
  await fc.assert(
    fc.asyncProperty(events, async (all) => {
      const dates = all.map(dayOf);
      const span = Math.max(...dates) - Math.min(...dates) + 1;
      const pairs = new Set(all.map((event) => `${event.user} ${dayOf(event)}`)).size;
      const mean = await one(dau.sql(createSampleQuery<unknown>(all, {})));
      expect([mean.numerator, mean.denominator]).toEqual([pairs, span]);
      const active = await one(dau.sql(createSampleQuery<unknown>(all, { days: 'active' })));
      expect(active.denominator).toBe(new Set(dates).size);
      const sticky = await one(stickiness.sql(createSampleQuery<unknown>(all, {})));
      expect(sticky.value).toBeCloseTo((100 * pairs) / (users(all) * span), 9);
      const often = await one(activeDays.sql(createSampleQuery<unknown>(all, {})));
      expect(often.value).toBeCloseTo(pairs / users(all), 9);
    }),
    { numRuns: 30 },
  );
}, 60_000);

test('shares by active days agree with counting; exactly so many add up to all (Amplitude, stickiness)', async () => {
  const { active_days_share: share } = activityMetrics;
  await fc.assert(
    fc.asyncProperty(events, async (all) => {
      const own = [...new Set(all.map(({ user }) => user))].map(
        (user) => new Set(all.filter((event) => event.user === user).map(dayOf)).size,
      );
      for (const how of ['at_least', 'exactly'] as const) {
        const rows = await readRows(
          connection,
          share.sql(createSampleQuery<unknown>(all, { at_least: 40, how })),
        );
        for (const [at, { numerator }] of rows.entries()) {
          const meets = (days: number) => (how === 'exactly' ? days === at + 1 : days >= at + 1);
          expect(numerator, `${how} ${at + 1}`).toBe(own.filter(meets).length);
        }
        const total = rows.reduce((sum, row) => sum + Number(row.value), 0);
        if (how === 'exactly') expect(total).toBeCloseTo(100, 6);
      }
    }),
    { numRuns: 15 },
  );
}, 60_000);

test('each day has its own users, and the rolling number of each day is a count of those days', async () => {
  await fc.assert(
    fc.asyncProperty(events, fc.integer({ min: 1, max: 9 }), async (all, days) => {
      const daily = await readRows(connection, dau.sql(createSampleQuery<unknown>(all, {}, { keys: [day] })));
      for (const row of daily) {
        const date = (Date.parse(String(row.key)) - Date.parse('2026-03-02')) / 86_400_000;
        expect(row.value).toBe(users(all.filter((event) => dayOf(event) === date)));
      }
      const series = await readRows(
        connection,
        rolling.sql(createSampleQuery<unknown>(all, { days }, { keys: [day] })),
      );
      const dates = all.map(dayOf);
      const first = Math.min(...dates);
      const expected = Array.from({ length: Math.max(...dates) - first + 1 }, (_, at) => first + at).map(
        (date) => users(all.filter((event) => dayOf(event) <= date && dayOf(event) > date - days)),
      );
      expect(series.map((row) => row.value)).toEqual(expected);
      expect((await one(rolling.sql(createSampleQuery<unknown>(all, { days })))).value).toBe(expected.at(-1));
    }),
    { numRuns: 30 },
  );
}, 60_000);

test('rolling users by a column count each group for itself, back from one day', async () => {
  const all: SampleEvent[] = [
    { user: 1, event: 'open', at: 0 },
    { user: 2, event: 'pay', at: DAY },
    { user: 1, event: 'pay', at: 3 * DAY },
  ];
  const rows = await readRows(
    connection,
    rolling.sql(createSampleQuery<unknown>(all, { days: 3 }, { keys: [byEvent] })),
  );
  expect(rows.map(({ key, value }) => [key, value])).toEqual([
    ['open', 0],
    ['pay', 2],
  ]);
});

test('the days of a period before and after all events count', async () => {
  const all: SampleEvent[] = [{ user: 1, event: 'open', at: DAY }];
  const period = { from: '2026-03-02', to: '2026-03-05' };
  expect((await one(dau.sql(createSampleQuery<unknown>(all, {}, { period })))).value).toBe(0.25);
  expect((await one(rolling.sql(createSampleQuery<unknown>(all, { days: 2 }, { period })))).value).toBe(0);
  expect((await one(rolling.sql(createSampleQuery<unknown>(all, { days: 4 }, { period })))).value).toBe(1);
});

test.each(Object.entries(activityMetrics))(
  '%s of an empty table is not available or 0, never NaN',
  async (_id, metric) => {
    const row = await one(metric.sql(createSampleQuery<unknown>([], {})));
    expect(row.value ?? metric.empty).toBe(metric.empty);
  },
);
