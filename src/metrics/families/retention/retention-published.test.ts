/** Published retention, from as many users as were published. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSampleQuery, openBareEngine, readRows } from '../../../test/sample-query.ts';
import { retention } from './retention-metrics.ts';

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await openBareEngine();
});
afterAll(() => connection.closeSync());

type Params = Parameters<typeof retention.sql>[0]['params'];
const usual = { mode: 'on', clock: 'calendar', cohort: 'first', step: 'day' } as const;

interface Cohort {
  /** Day of the first event. */
  first: number;
  users: number;
  back: number;
}

/** Each cohort's users begin on its day; so many of them come back `later` days on. */
async function asked(cohorts: Cohort[], later: number, params: Partial<Params> & { day: number }) {
  const ts = (day: number) => `TIMESTAMPTZ '2026-03-02 12:00:00+08' + to_days(${day}) AS ts`;
  const rows = cohorts.flatMap(({ first, users, back }, at) => [
    `SELECT '${at}-' || i AS uid, ${ts(first)} FROM range(${users}) AS users(i)`,
    `SELECT '${at}-' || i AS uid, ${ts(first + later)} FROM range(${back}) AS users(i)`,
  ]);
  const from = `(${rows.join(' UNION ALL ')})`;
  const [row] = await readRows(
    connection,
    retention.sql(createSampleQuery<Params>([], { ...usual, ...params }, { from })),
  );
  return row!;
}

describe('Amplitude, How the Retention Analysis chart calculates retention', () => {
  test('day 3, return on or after: 6 633 of 9 644 = 68.8 %', async () => {
    const cohort = [{ first: 0, users: 9644, back: 6633 }];
    const row = await asked(cohort, 5, { day: 3, mode: 'on_or_after' });
    expect([row.numerator, row.denominator]).toEqual([6633, 9644]);
    expect(row.value).toBeCloseTo(68.8, 1);
  });
  test('day 3, return on: 6 594 of 9 644 = 68.4 %', async () => {
    const row = await asked([{ first: 0, users: 9644, back: 6594 }], 3, { day: 3 });
    expect(row.value).toBeCloseTo(68.4, 1);
  });
  test('all cohorts that reached the day: 55 752 of 137 586 = 40.52 %, no mean of percentages', async () => {
    const cohorts = [
      { first: 0, users: 9644, back: 6594 },
      { first: 1, users: 127_942, back: 49_158 },
      // Reaches day 3 only after the data end.
      { first: 2, users: 5000, back: 0 },
    ];
    const row = await asked(cohorts, 3, { day: 3 });
    expect([row.numerator, row.denominator]).toEqual([55_752, 137_586]);
    expect(row.value).toBeCloseTo(40.52, 2);
  });
});

test.each([
  [72, 254, 28.3],
  [168, 254, 66.1],
])('Amplitude, How time works in a retention analysis: %i of %i = %f %', async (back, users, percent) => {
  const row = await asked([{ first: 0, users, back }], 1, { day: 1 });
  expect(row.value).toBeCloseTo(percent, 1);
});
