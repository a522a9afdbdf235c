import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { buildDayMacro, formatLocalTime, ZoneClock } from './time-zone.ts';

const zones = [
  'Asia/Shanghai',
  'UTC',
  'Asia/Kolkata',
  'Europe/Berlin',
  'America/New_York',
  'America/Caracas',
];

test.each(zones)('the day of an instant is that of the calendar: %s', async (zone) => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`set TimeZone = '${zone}'`);
  await connection.run(buildDayMacro(zone));
  // Every 7 h 13 min from 1985 to 2060: all hours of the day, all days of the year, both sides of 1992.
  const answer = await connection.runAndReadAll(`
    SELECT count(*) FILTER (day_of(t) IS DISTINCT FROM CAST(t AS DATE)), count(*)
    FROM (SELECT TIMESTAMPTZ '1985-01-01 00:00:00+00' + to_minutes(433 * range) AS t FROM range(91000)
      UNION ALL SELECT unnest(['infinity', '-infinity', NULL]::TIMESTAMPTZ[])
      UNION ALL SELECT TIMESTAMPTZ '2026-03-02 00:00:00+08' + to_microseconds(range - 2) FROM range(5))`);
  expect(answer.getRowsJson()[0]).toEqual(['0', '91008']);
  connection.closeSync();
});

test('instants and local times are written as the engine writes them, from the year 1 to the year 9999', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run("set TimeZone = 'America/New_York'");
  const clock = new ZoneClock('America/New_York');
  const answer = await connection.runAndReadAll(`
    SELECT epoch_us(t), strftime(t, '%Y-%m-%dT%H:%M:%S.%f'), strftime(timezone('UTC', t), '%Y-%m-%dT%H:%M:%S.%f')
    FROM (SELECT TIMESTAMPTZ '2026-03-07 00:00:00+00' + to_microseconds(range * 59999999) AS t FROM range(4000)
      UNION ALL SELECT TIMESTAMPTZ '1900-01-01 00:00:00+00' + to_microseconds(range * 12345678901) FROM range(20000)
      UNION ALL SELECT make_timestamptz(1, 1, 2, 0, 0, range * 0.1) FROM range(300)
      UNION ALL SELECT make_timestamptz(9999, 12, 30, 0, 0, range * 0.1) FROM range(300))`);
  const rows = answer.getRows() as [bigint, string, string][];
  expect(rows).toHaveLength(24_600);
  for (const [micros, there, utc] of rows) {
    const isWhole = micros % 1_000_000n === 0n;
    const shorten = (text: string) => (isWhole ? text.slice(0, 19) : text.replace(/0+$/, ''));
    expect(formatLocalTime(micros)).toBe(shorten(utc));
    if (micros > -2_000_000_000_000_000n && micros < 200_000_000_000_000_000n)
      expect(clock.formatInstant(micros).slice(0, -6)).toBe(shorten(there));
  }
  expect(clock.formatInstant(0n)).toBe('1969-12-31T19:00:00-05:00');
  connection.closeSync();
});
