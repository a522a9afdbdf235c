/** What the SQL of metrics relies on in the engine, so that a new one which does otherwise is noticed. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBareEngine, readRows } from '../../test/sample-query.ts';
import { buildRatio } from './select.ts';

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await openBareEngine();
});
afterAll(() => connection.closeSync());

const one = async (sql: string) => (await readRows(connection, `SELECT ${sql} AS x`))[0]?.x;

describe('division (metrics.md R1, R2)', () => {
  test('by 0 the engine says infinite or NaN; a ratio is not available', async () => {
    expect(String(await one('1 / 0'))).toMatch(/^inf/i);
    expect(String(await one('0 / 0'))).toMatch(/^nan/i);
    expect(await one(buildRatio('1', '0'))).toBeNull();
    expect(await one(buildRatio('0', '0', 100))).toBeNull();
  });
  test('is that of fractions', async () => {
    expect(await one('5 / 2')).toBe(2.5);
    expect(await one('5 // 2')).toBe(2);
  });
});

describe('days and weeks (metrics.md R3 to R5)', () => {
  test('epoch 1511658000 of the Taobao sample is 09:00 on 26 November 2017 in Shanghai', async () => {
    expect(await one(`strftime(to_timestamp(1511658000), '%Y-%m-%d %H:%M')`)).toBe('2017-11-26 09:00');
  });
  test('weeks begin on Monday; 2024-12-30 is in 2025-W01, 2027-01-01 in 2026-W53', async () => {
    expect(await one(`CAST(date_trunc('week', DATE '2026-03-08') AS VARCHAR)`)).toMatch(/^2026-03-02/);
    expect(await one(`strftime(DATE '2024-12-30', '%G-W%V')`)).toBe('2025-W01');
    expect(await one(`strftime(DATE '2027-01-01', '%G-W%V')`)).toBe('2026-W53');
  });
  test('23:59 and 00:01 are a calendar day apart, not 24 hours', async () => {
    const pair = `TIMESTAMP '2026-03-02 23:59', TIMESTAMP '2026-03-03 00:01'`;
    expect(await one(`date_diff('day', ${pair})`)).toBe(1);
    expect(await one(`date_sub('day', ${pair})`)).toBe(0);
  });
});

test('Wikipedia, Percentile: the 40th of 15, 20, 35, 40, 50 is 29 between, 20 by nearest rank; MAD 15', async () => {
  const from = '(SELECT unnest([15, 20, 35, 40, 50]) AS v)';
  const of = async (sql: string) => (await readRows(connection, `SELECT ${sql} AS x FROM ${from}`))[0]?.x;
  expect(await of('quantile_cont(v, 0.4)')).toBe(29);
  expect(await of('quantile_disc(v, 0.4)')).toBe(20);
  expect(await of('mad(v)')).toBe(15);
});
