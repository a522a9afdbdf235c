import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MetricQuery } from '../../metric.ts';
import {
  buildReachedSql,
  type FunnelDefinition,
  type FunnelMode,
  funnelModes,
  listFunnelModes,
} from './window-funnel.ts';

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
async function bySql(
  seen: Seen[],
  steps: number,
  windowSeconds?: number,
  mode?: FunnelDefinition['mode'],
): Promise<Map<number, number>> {
  const names = Array.from({ length: steps }, (_, at) => `e${at + 1}`);
  const rows = seen.map(({ user, step, at }) => `(${user}, 'e${step}', ${at})`).join(', ');
  const query: MetricQuery<unknown> = {
    from: `(SELECT uid, event, TIMESTAMP '2022-01-02 00:00:00' + INTERVAL (s) SECOND AS ts FROM (VALUES ${rows}) AS v(uid, event, s))`,
    where: undefined,
    period: undefined,
    day: undefined,
    time: 'ts',
    keys: [],
    columns: { user: 'uid', event: 'event' },
    params: {},
    preRows: [],
  };
  const chain: FunnelDefinition = {
    steps: names.map((event) => ({ event, label: event })),
    windowSeconds,
    mode,
  };
  const sql = `WITH ${buildReachedSql(query, chain)} SELECT who, level FROM reached`;
  const answer = await connection.runAndReadAll(sql);
  return new Map(answer.getRows().map(([who, level]) => [Number(who), Number(level)]));
}

/**
 * metrics.md §2, as one walk over a user's events: keeps for each step the start of the newest chain that reached
 * it. A step beyond the last is a foreign event.
 */
function byWalk(
  seen: Seen[],
  steps: number,
  window = Number.POSITIVE_INFINITY,
  written: FunnelDefinition['mode'] = 'default',
): number {
  const modes = listFunnelModes(written);
  const starts: (number | undefined)[] = [];
  const tie = modes.has('strict_increase') ? -1 : 1;
  const rank = ({ step }: Seen) => (step > steps ? 0 : step);
  for (const event of [...seen].sort((a, b) => a.at - b.at || tie * (rank(a) - rank(b)))) {
    const step = rank(event);
    const before = starts[step - 1];
    const begun = starts[1] !== undefined;
    const passed = modes.has('allow_reentry');
    if (modes.has('strict_deduplication') && step > 1 && starts[step] !== undefined) break;
    if (modes.has('strict_order') && !passed && begun && step !== 1 && before === undefined) break;
    if (passed && begun && step === 0) break;
    if (step === 1 && !(modes.has('first_start') && begun)) starts[1] = event.at;
    else if (step > 1 && before !== undefined && event.at <= before + window) starts[step] = before;
  }
  for (let step = steps; step > 0; step--) if (starts[step] !== undefined) return step;
  return 0;
}

const endsWalks: ReadonlySet<FunnelMode> = new Set(['strict_order', 'strict_deduplication', 'allow_reentry']);

/** The definition itself, by trying every chain: for the modes that end no walk. */
function byTrying(seen: Seen[], steps: number, window: number, mode: FunnelMode): number {
  const follow = (step: number, from: number, start: number): number => {
    const next = seen.filter(
      (event) =>
        event.step === step + 1 &&
        (mode === 'strict_increase' ? event.at > from : event.at >= from) &&
        event.at <= start + window,
    );
    return step === steps ? step : Math.max(step, ...next.map((event) => follow(step + 1, event.at, start)));
  };
  const starts = seen.filter(({ step }) => step === 1).map(({ at }) => at);
  const counted = mode === 'first_start' ? starts.sort((a, b) => a - b).slice(0, 1) : starts;
  return Math.max(0, ...counted.map((start) => follow(1, start, start)));
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

  test('StarRocks documentation, repeated click, DEDUPLICATION: 3', async () => {
    const seen = of(
      1,
      [VISIT, '11:00:00'],
      [CLICK, '11:10:00'],
      [ORDER, '11:29:00'],
      [CLICK, '11:29:50'],
      [PAY, '11:30:00'],
    );
    expect((await bySql(seen, 4, 1800, 'strict_deduplication')).get(1)).toBe(3);
  });

  test('ClickHouse documentation, strict_order: A, B, D, C stops at D: 2', async () => {
    const seen = of(1, [1, '10:00'], [2, '10:01'], [9, '10:02'], [3, '10:03']);
    expect((await bySql(seen, 3, 3600, 'strict_order')).get(1)).toBe(2);
    expect((await bySql(seen, 3, 3600)).get(1)).toBe(3);
  });

  test.each([
    ['ABC', 3, 3],
    ['ADBC', 3, 1],
    ['AABBCC', 3, 3],
    ['AAAABBCC', 3, 3],
    ['AABBDCC', 3, 2],
    ['BBCCAA', 1, 1],
  ])('ClickHouse, strict_order (pull request 9773): %s has %i, strictly %i', async (path, free, strict) => {
    const seen = [...path].map((letter, at) => ({ user: 1, step: 'ABCD'.indexOf(letter) + 1, at }));
    expect((await bySql(seen, 3, 3600)).get(1)).toBe(free);
    expect((await bySql(seen, 3, 3600, 'strict_order')).get(1)).toBe(strict);
  });

  test.each([
    ['ABC', 3],
    ['ADBC', 1],
    ['AABBCC', 2],
    ['AAAABBCC', 2],
    ['AABBDCC', 2],
    ['CCBBAA', 1],
  ])(
    'ClickHouse, strict_deduplication with strict_order (its test 00632): %s has %i',
    async (path, level) => {
      const seen = [...path].map((letter, at) => ({ user: 1, step: 'ABCD'.indexOf(letter) + 1, at }));
      const both: FunnelMode[] = ['strict_deduplication', 'strict_order'];
      expect((await bySql(seen, 3, 86_400, both)).get(1)).toBe(level);
      expect((await bySql(seen, 3, 86_400, both.toReversed())).get(1)).toBe(level);
    },
  );

  test.each([
    ['AABC', 3, 3],
    ['ABAC', 3, 3],
    ['ACBC', 1, 3],
    ['ABDC', 2, 2],
  ])(
    'allow_reentry, as ClickHouse pull request 86916 tells it: %s has %i by strict_order, %i with it',
    async (path, strict, again) => {
      const seen = [...path].map((letter, at) => ({ user: 1, step: 'ABCD'.indexOf(letter) + 1, at }));
      expect((await bySql(seen, 3, 3600, 'strict_order')).get(1)).toBe(strict);
      expect((await bySql(seen, 3, 3600, 'allow_reentry')).get(1)).toBe(again);
    },
  );

  test('Mixpanel text example, the second A opens nothing: stops at B', async () => {
    const seen = of(1, [1, '13:00'], [1, '13:30'], [2, '13:45'], [3, '14:15']);
    expect((await bySql(seen, 3, 3600, 'first_start')).get(1)).toBe(2);
  });

  test('ClickHouse, strict_increase: steps of one instant do not follow each other', async () => {
    const seen = of(1, [1, '10:00'], [2, '10:00'], [3, '10:01']);
    expect((await bySql(seen, 3, 3600)).get(1)).toBe(3);
    expect((await bySql(seen, 3, 3600, 'strict_increase')).get(1)).toBe(1);
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

test.each<FunnelMode | FunnelMode[]>([
  ...funnelModes,
  ['strict_order', 'strict_deduplication'],
  ['strict_order', 'allow_reentry', 'strict_deduplication'],
  ['strict_deduplication', 'first_start'],
])(
  'SQL agrees with a walk over the events, user by user: %s',
  async (mode) => {
    const event = fc.record({
      user: fc.integer({ min: 1, max: 12 }),
      step: fc.integer({ min: 1, max: 5 }),
      at: fc.integer({ min: 0, max: 40 }),
    });
    const events = fc.array(event, { minLength: 1, maxLength: 120 });
    const window = fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(events, fc.integer({ min: 2, max: 4 }), window, async (seen, steps, limit) => {
        const levels = await bySql(seen, steps, limit, mode);
        for (const [user, level] of levels) {
          const own = seen.filter((one) => one.user === user);
          expect(level, `user ${user}`).toBe(byWalk(own, steps, limit, mode));
          if (typeof mode !== 'string' || endsWalks.has(mode)) continue;
          expect(level, `user ${user}`).toBe(byTrying(own, steps, limit ?? Number.POSITIVE_INFINITY, mode));
        }
      }),
      { numRuns: 25 },
    );
  },
  60_000,
);

interface Several {
  at: number;
  /** Steps this one event is. */
  steps: number[];
}

/** Steps of one event told apart by a filter on its page. */
async function onceBySql(
  seen: Several[],
  steps: number,
  windowSeconds: number,
  mode: FunnelMode,
): Promise<number> {
  const rows = seen.map((one) => `('${one.steps.join('')}', ${one.at})`).join(', ');
  const query: MetricQuery<unknown> = {
    from: `(SELECT 1 AS uid, 'view' AS event, page, TIMESTAMP '2022-01-02 00:00:00' + INTERVAL (s) SECOND AS ts FROM (VALUES ${rows}) AS v(page, s))`,
    where: undefined,
    period: undefined,
    day: undefined,
    time: 'ts',
    keys: [],
    columns: { user: 'uid', event: 'event' },
    params: {},
    preRows: [],
  };
  const filtered = Array.from({ length: steps }, (_, at) => ({
    event: 'view',
    label: `${at + 1}`,
    filter: `page LIKE '%${at + 1}%'`,
  }));
  const sql = `WITH ${buildReachedSql(query, { steps: filtered, windowSeconds, mode })} SELECT level FROM reached`;
  return Number((await connection.runAndReadAll(sql)).getRows()[0]?.[0]);
}

describe('strict_once', () => {
  test('one view that is both steps is one of them only', async () => {
    expect(await onceBySql([{ at: 0, steps: [1, 2] }], 2, 60, 'default')).toBe(2);
    expect(await onceBySql([{ at: 0, steps: [1, 2] }], 2, 60, 'strict_once')).toBe(1);
    const two = [0, 5].map((at) => ({ at, steps: [1, 2] }));
    expect(await onceBySql(two, 2, 60, 'strict_once')).toBe(2);
  });

  test('SQL agrees with trying every chain of different events', { timeout: 60_000 }, async () => {
    const several = fc.record({
      at: fc.nat(30),
      steps: fc.subarray([1, 2, 3, 4], { minLength: 1 }),
    });
    const events = fc.uniqueArray(several, { minLength: 1, maxLength: 7, selector: ({ at }) => at });
    await fc.assert(
      fc.asyncProperty(events, fc.integer({ min: 1, max: 30 }), async (seen, window) => {
        const follow = (step: number, from: number, start: number): number => {
          const next = seen.filter(
            ({ at, steps }) => steps.includes(step + 1) && at > from && at <= start + window,
          );
          return Math.max(step, ...next.map(({ at }) => follow(step + 1, at, start)));
        };
        const starts = seen.filter(({ steps }) => steps.includes(1));
        const expected = Math.max(0, ...starts.map(({ at }) => follow(1, at, at)));
        expect(await onceBySql(seen, 4, window, 'strict_once')).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });
});
