import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askOf, bareEngine, type Event, rowsOf } from '../test/ask-of.ts';
import { retention, retentionCurve } from './retention.ts';

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await bareEngine();
});
afterAll(() => connection.closeSync());

const DAY = 24 * 60;
type Params = Parameters<typeof retention.sql>[0]['params'];

async function bySql(events: Event[], params: Partial<Params>) {
  const ask = askOf<Params>(events, { day: 1, mode: 'on', clock: 'calendar', ...params });
  const [row] = await rowsOf(connection, retention.sql(ask));
  return [row?.numerator, row?.denominator];
}

/** The definition, user by user. */
function byHand(events: Event[], { day = 1, to = day, mode = 'on', clock = 'calendar' }: Partial<Params>) {
  const unit = (at: number) => (clock === 'hours' ? Math.floor(at / 60) : Math.floor(at / DAY));
  const apart = (later: number, first: number) =>
    clock === 'hours' ? Math.floor((unit(later) - unit(first)) / 24) : unit(later) - unit(first);
  const last = Math.max(...events.map(({ at }) => at));
  let [back, all] = [0, 0];
  for (const user of new Set(events.map((event) => event.user))) {
    const own = events.filter((event) => event.user === user).map(({ at }) => at);
    const first = Math.min(...own);
    if (apart(last, first) < to) continue;
    all += 1;
    const limit = mode === 'on_or_after' ? Number.POSITIVE_INFINITY : to;
    if (own.some((at) => apart(at, first) >= day && apart(at, first) <= limit)) back += 1;
  }
  return [back, all];
}

const pair = (first: number, second: number): Event[] => [
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
    const ask = askOf<Params>([], { day: 1, mode: 'on', clock: 'calendar' });
    expect((await rowsOf(connection, retention.sql(ask)))[0]?.value).toBeNull();
  });
  test('a bracket needs its end', () => {
    const ask = askOf<Params>([], { day: 3, to: 2, mode: 'bracket', clock: 'calendar' });
    expect(() => retention.sql(ask)).toThrow('bracket');
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

test.each(['calendar', 'hours'] as const)(
  'SQL agrees with the definition, user by user: %s',
  async (clock) => {
    const mode = fc.constantFrom('on', 'on_or_after', 'bracket');
    await fc.assert(
      fc.asyncProperty(random, mode, fc.nat(3), fc.nat(3), async (events, how, day, more) => {
        const params = {
          day: day + 1,
          mode: how,
          clock,
          ...(how === 'bracket' && { to: day + 1 + more }),
        } as const;
        expect(await bySql(events, params)).toEqual(byHand(events, params));
      }),
      { numRuns: 60 },
    );
  },
  60_000,
);

test('a curve is the retention of each day', async () => {
  await fc.assert(
    fc.asyncProperty(random, async (events) => {
      const params = { days: [1, 3, 7], mode: 'on', clock: 'calendar' } as const;
      const sql = retentionCurve.sql(askOf(events, { ...params, days: [...params.days] }));
      const rows = await rowsOf(connection, sql);
      expect(rows.map(({ numerator, denominator }) => [numerator, denominator])).toEqual(
        params.days.map((day) => byHand(events, { day })),
      );
    }),
    { numRuns: 30 },
  );
}, 60_000);
