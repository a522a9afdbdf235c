import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chain, reached } from './chain.ts';
import type { Ask } from './metric.ts';

interface Seen {
  user: number;
  step: number;
  /** Seconds. */
  at: number;
}

let connection: Awaited<ReturnType<DuckDBInstance['connect']>>;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
});
afterAll(() => connection.closeSync());

/** Highest step of each user, by the SQL under test. */
async function bySql(seen: Seen[], steps: number, windowSeconds?: number): Promise<Map<number, number>> {
  const names = Array.from({ length: steps }, (_, at) => `e${at + 1}`);
  const rows = seen.map(({ user, step, at }) => `(${user}, 'e${step}', ${at})`).join(', ');
  const ask: Ask<unknown> = {
    from: `(SELECT uid, event, TIMESTAMP '2022-01-02 00:00:00' + INTERVAL (s) SECOND AS ts FROM (VALUES ${rows}) AS v(uid, event, s))`,
    where: undefined,
    period: undefined,
    day: undefined,
    time: 'ts',
    keys: [],
    columns: { user: 'uid', event: 'event' },
    params: {},
    found: [],
  };
  const chain: Chain = { steps: names.map((event) => ({ event, label: event })), windowSeconds };
  const sql = `WITH ${reached(ask, chain).replace('SELECT CASE', 'SELECT who, CASE')} SELECT who, level FROM reached`;
  const answer = await connection.runAndReadAll(sql);
  return new Map(answer.getRows().map(([who, level]) => [Number(who), Number(level)]));
}

/** metrics.md §2, as one walk over a user's events: keeps for each step the start of the newest chain that reached it. */
function byWalk(seen: Seen[], steps: number, window = Number.POSITIVE_INFINITY): number {
  const starts: (number | undefined)[] = [];
  for (const { step, at } of [...seen].sort((a, b) => a.at - b.at || a.step - b.step)) {
    const before = starts[step - 1];
    if (step === 1) starts[1] = at;
    else if (before !== undefined && at <= before + window) starts[step] = before;
  }
  for (let step = steps; step > 0; step--) if (starts[step] !== undefined) return step;
  return 0;
}

const clock = (text: string) => {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
};
const VISIT = 1;
const CLICK = 2;
const ORDER = 3;
const PAY = 4;
const of = (user: number, ...events: [number, string][]): Seen[] =>
  events.map(([step, at]) => ({ user, step, at: clock(at) }));

describe('published answers of window_funnel', () => {
  test('StarRocks documentation, mode 0, window 1800 s: 4, 0, 1, 2, 2, 3', async () => {
    const seen = [
      of(1, [VISIT, '11:00'], [CLICK, '11:10'], [ORDER, '11:20'], [PAY, '11:30'], [VISIT, '11:00']),
      of(2, [ORDER, '11:00'], [PAY, '11:10']),
      of(3, [VISIT, '11:20'], [CLICK, '12:00']),
      of(4, [VISIT, '11:50'], [CLICK, '12:00']),
      of(5, [VISIT, '11:50'], [CLICK, '12:00'], [ORDER, '11:10']),
      of(6, [VISIT, '11:50'], [CLICK, '12:00'], [ORDER, '12:10']),
    ].flat();
    const levels = await bySql(seen, 4, 1800);
    expect([1, 2, 3, 4, 5, 6].map((user) => levels.get(user))).toEqual([4, 0, 1, 2, 2, 3]);
  });

  test('StarRocks documentation, repeated click, mode 0: 4', async () => {
    const seen = of(
      1,
      [VISIT, '11:00:00'],
      [CLICK, '11:10:00'],
      [ORDER, '11:29:00'],
      [CLICK, '11:29:50'],
      [PAY, '11:30:00'],
    );
    expect((await bySql(seen, 4, 1800)).get(1)).toBe(4);
  });

  test('Mixpanel text example under windowFunnel semantics: the second A restarts, C is inside: 3', async () => {
    const seen = of(1, [1, '13:00'], [1, '13:30'], [2, '13:45'], [3, '14:15']);
    expect((await bySql(seen, 3, 3600)).get(1)).toBe(3);
  });

  test('the end of the window is inside (ClickHouse: timestamp of cond2 <= timestamp of cond1 + window)', async () => {
    expect((await bySql(of(1, [1, '10:00'], [2, '10:30']), 2, 1800)).get(1)).toBe(2);
    expect((await bySql(of(1, [1, '10:00'], [2, '10:30:01']), 2, 1800)).get(1)).toBe(1);
  });
});

test('SQL agrees with a walk over the events, user by user', async () => {
  const event = fc.record({
    user: fc.integer({ min: 1, max: 12 }),
    step: fc.integer({ min: 1, max: 5 }),
    at: fc.integer({ min: 0, max: 40 }),
  });
  const events = fc.array(event, { minLength: 1, maxLength: 150 });
  const window = fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined });
  await fc.assert(
    fc.asyncProperty(events, fc.integer({ min: 2, max: 5 }), window, async (all, steps, limit) => {
      const seen = all.filter(({ step }) => step <= steps);
      fc.pre(seen.length > 0);
      const levels = await bySql(seen, steps, limit);
      for (const [user, level] of levels) {
        const own = seen.filter((one) => one.user === user);
        expect(level, `user ${user}`).toBe(byWalk(own, steps, limit));
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
