import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { buildDayMacro } from './time-zone.ts';

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
