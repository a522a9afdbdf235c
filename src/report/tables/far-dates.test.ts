import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { formatPlace } from '../../base/place.ts';
import { checkCourse } from '../../checks/checks.ts';
import { getRows } from '../../source/read-files.sample.ts';
import { readTables } from '../../source/read-tables.ts';
import { copyCourse } from '../../test/copied-course.ts';
import { buildCourse } from '../build-course.ts';
import { withoutFarDates } from './far-dates.ts';

const days = Array.from({ length: 14 }, (_, i) => `2026-03-${String(i + 2).padStart(2, '0')}`);

async function writeCourse(files: Record<string, string>): Promise<string> {
  const root = await copyCourse('base');
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  return root;
}

async function build(root: string) {
  const built = checkCourse(await buildCourse({ root }));
  const told = built.reports.flatMap(({ problems }) => problems);
  return { told: told.map(({ place, id }) => `${formatPlace(place)} ${id}`), book: built.reports[0]?.book };
}

/** What one wrong day does to the base report, whose value is a sum by week. */
async function buildWithDay(day: string) {
  const rows = days.map((one, i) => `${i === 6 ? day : one},${100 + i}`);
  return build(await writeCourse({ 'data/r/visits.csv': `date,visits\n${rows.join('\n')}\n` }));
}

test.each([
  ['6-03-27', 'text-among-days'],
  ['0206-03-27', 'text-among-days'],
  ['2026-02-30', 'text-among-days'],
  ['1206-03-27', 'far-date'],
  ['3026-03-08', 'far-date'],
  ['9999-12-31', 'far-date'],
])('%s among days of 2026 is told at its cell, soon', async (day, id) => {
  const from = performance.now();
  const { told } = await buildWithDay(day);
  expect(told).toEqual([`data/r/visits.csv:8:1 ${id}`]);
  expect(performance.now() - from).toBeLessThan(20_000);
});

test('2062-03-08 among days of 2026 is told at its cell, and that values hold it', async () => {
  const { told } = await buildWithDay('2062-03-08');
  expect(told).toEqual(['data/r/visits.csv:8:1 odd-date', 'data/r/metrics.yaml:1:1 rows-beyond-period']);
});

test('a date that is told is not used', async () => {
  const root = await writeCourse({ 'data/r/a.csv': 'd,n\n2026-03-02,1\n1206-03-02,2\n' });
  const { tables } = await readTables(root, 'r');
  const { tables: kept, problems } = withoutFarDates(tables, { from: '2026-03-02', to: '2026-06-28' });
  const [own] = kept.filter(({ name }) => name === 'a');
  expect(getRows(own)).toEqual([
    ['2026-03-02', 1],
    [null, 2],
  ]);
  expect(problems).toHaveLength(1);
});

test('days of birth are decades ago, and many far dates are counted', async () => {
  const rows = days.map((day, i) => `u${i},${day},19${50 + i}-01-01,${i < 8 ? '1099' : '1999'}-01-01 08:00`);
  const root = await writeCourse({ 'data/r/people.csv': `id,joined,生日,seen\n${rows.join('\n')}\n` });
  const { told } = await build(root);
  expect(told.filter((one) => / (far|odd)-date| more-/.test(one))).toEqual([
    ...[2, 3, 4, 5, 6].map((line) => expect.stringMatching(`^data/r/people.csv:${line}:\\d+ far-date$`)),
    expect.stringMatching(/^data\/r\/people.csv:7:\d+ more-far-dates$/),
  ]);
});

test('a known table with a mistyped year, and one that the engine reads itself', async () => {
  const users = days.map((day, i) => `u${i},${i === 3 ? '0206-03-05' : day}T08:00:00+08:00,SEM`);
  const root = await writeCourse({
    'data/r/users.csv': `user_id,registered_at,channel\n${users.join('\n')}\n`,
  });
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(
    `copy (select cast(d as date) as day, 1 as n from (values ${days.map((day, i) => `('${i === 3 ? '0206-03-05' : day}')`).join(', ')}) t(d)) to '${join(root, 'data/r/log.parquet')}' (format parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
  const { told } = await build(root);
  expect(told.filter((one) => / far-date$/.test(one))).toEqual([
    'data/r/log.parquet!day!4 far-date',
    'data/r/users.csv:5:4 far-date',
  ]);
});
