import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { MetricQuery } from '../metrics/metric.ts';

/** A bare engine in the report's zone, for the SQL of metrics alone. */
export async function openBareEngine(): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`set TimeZone = 'Asia/Shanghai'`);
  return connection;
}

export interface SampleEvent {
  user: number;
  event: string;
  /** Minutes since 2026-03-02 00:00 in Shanghai. */
  at: number;
}

/** The query of a metric with `params` over these events; without any the table is empty. */
export function createSampleQuery<P>(
  events: readonly SampleEvent[],
  params: P,
  more: Partial<MetricQuery<P>> = {},
): MetricQuery<P> {
  const rows = events.map(({ user, event, at }) => `(${user}, '${event}', ${at})`).join(', ');
  const values = rows || '(NULL, NULL, NULL)';
  const ts = `TIMESTAMPTZ '2026-03-02 00:00:00+08' + to_minutes(m::BIGINT) AS ts`;
  return {
    from: `(SELECT uid, event, ${ts} FROM (VALUES ${values}) AS v(uid, event, m) WHERE ${rows ? 'true' : 'false'})`,
    where: undefined,
    period: undefined,
    day: 'CAST(ts AS DATE)',
    time: 'ts',
    keys: [],
    columns: { user: 'uid', event: 'event', event_column: 'event' },
    params,
    preRows: [],
    ...more,
  };
}

/** Rows with counts as numbers. */
export async function readRows(
  connection: DuckDBConnection,
  sql: string,
): Promise<Record<string, unknown>[]> {
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, cell]) => [
        name,
        typeof cell === 'string' && /^-?\d+$/.test(cell) ? Number(cell) : cell,
      ]),
    ),
  );
}
