/**
 * `npm run bench -- metrics [ROWS]`: daily users, a funnel of four steps within 7 days and retention on days 1, 7
 * and 30 over a generated event log, beside a plain scan of the same file in the same run. The SQL is the
 * library's own.
 */
import { join } from 'node:path';
import process from 'node:process';
import type { DuckDBConnection } from '@duckdb/node-api';
import { buildDayMacro } from '../../data/time-zone.ts';
import { makeScratch, removeScratch } from '../../files/door.ts';
import { metrics } from '../../metrics/library.ts';
import type { GroupKey, MetricQuery } from '../../metrics/metric.ts';
import { type ElapsedTime, measureTime } from '../measure-time.ts';
import { withDatabase } from '../with-database.ts';
import { benchEventCourse } from './bench-event-course.ts';
import { buildLogSql } from './event-log.ts';

const zone = 'Asia/Shanghai';
const day = 'day_of(ts)';
const daily: GroupKey = { alias: 'key', text: `CAST(${day} AS VARCHAR)`, order: day, timed: true };
const createQuery = (params: unknown, keys: GroupKey[] = []): MetricQuery<unknown> => ({
  from: 'events',
  where: undefined,
  period: undefined,
  day,
  time: 'ts',
  keys,
  columns: { user: 'user_id', event: 'event', event_column: 'event' },
  params,
  preRows: [],
});

const analyses: Record<string, string> = {
  'daily users': metrics.active_users.sql(createQuery({}, [daily])),
  funnel: metrics.funnel.sql(createQuery({ steps: ['view', 'cart', 'order', 'pay'], window_days: 7 })),
  retention: metrics.retention_curve.sql(createQuery({ days: [1, 7, 30] })),
};

/** Runs the benchmark over `rows` events as Parquet and as CSV, then end to end; prints as it goes. */
export async function benchMetrics(rows: number): Promise<void> {
  const folder = makeScratch();
  const limits = { threads: '2', memory_limit: '3GB', temp_directory: join(folder, 'spill') };
  try {
    await withDatabase(limits, async (connection) => {
      await connection.run(`set TimeZone = '${zone}'`);
      await connection.run(buildDayMacro(zone));
      for (const format of ['parquet', 'csv']) {
        const file = join(folder, `events.${format}`);
        await connection.run(`COPY (${buildLogSql(rows)}) TO '${file}' (FORMAT ${format})`);
        await benchFile(connection, file, rows);
      }
    });
  } finally {
    removeScratch(folder);
  }
  process.stdout.write(`${await benchEventCourse(rows)}\n`);
}

async function benchFile(connection: DuckDBConnection, file: string, rows: number): Promise<void> {
  const csv = file.endsWith('csv');
  const columns = `{user_id: 'VARCHAR', event: 'VARCHAR', ts: 'TIMESTAMPTZ'}`;
  const source = csv ? `read_csv('${file}', header = true, columns = ${columns})` : `read_parquet('${file}')`;
  const plain = `SELECT sum(hash(user_id)), max(ts), count(DISTINCT event) FROM ${source}`;
  const scan = await measureQuery(connection, plain);
  printRow(csv ? 'CSV' : 'Parquet', 'scan', scan, rows, scan);
  // As the engine does: a CSV becomes a table once, Parquet stays where it is.
  const made = `CREATE OR REPLACE ${csv ? 'TABLE' : 'VIEW'} events AS SELECT * FROM ${source}`;
  await connection.run('DROP VIEW IF EXISTS events');
  let total: ElapsedTime = await measureQuery(connection, made);
  if (csv) printRow('CSV', 'load', total, rows, scan);
  for (const [name, sql] of Object.entries(analyses)) {
    const time = await measureQuery(connection, sql);
    total = { clock: total.clock + time.clock, processor: total.processor + time.processor };
    printRow(csv ? 'CSV' : 'Parquet', name, time, rows, scan);
  }
  printRow(csv ? 'CSV' : 'Parquet', 'all', total, rows, scan);
}

function measureQuery(connection: DuckDBConnection, sql: string): Promise<ElapsedTime> {
  return measureTime(() => connection.runAndReadAll(sql));
}

function printRow(
  format: string,
  name: string,
  { clock, processor }: ElapsedTime,
  rows: number,
  scan: ElapsedTime,
): void {
  const peak = process.resourceUsage().maxRSS / 2 ** 20;
  const cells = [
    format.padEnd(8),
    name.padEnd(12),
    `${clock.toFixed(2)} s`.padStart(9),
    `${processor.toFixed(2)} s cpu`.padStart(12),
    `${(rows / clock / 1e6).toFixed(1)} M rows/s`.padStart(14),
    `${(clock / scan.clock).toFixed(1)}×`.padStart(7),
    `${(processor / scan.processor).toFixed(1)}× cpu`.padStart(10),
    `${peak.toFixed(2)} GiB`.padStart(9),
  ];
  process.stdout.write(`${cells.join(' ')}\n`);
}
