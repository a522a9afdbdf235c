/**
 * `npm run bench -- simulate [EVENTS]`: a world with so many events written to Parquet, beside DuckDB alone writing as
 * many rows of `range()`: an id, a time, a word and a number each.
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { makeScratch, removeScratch } from '../files/door.ts';
import { writeSimulated } from '../simulate/simulation.ts';
import { measureTime } from './measure-time.ts';
import { withDatabase } from './with-database.ts';

/** Events of growth-lab at scale 1, about. */
const eventsOfOne = 47_200;

/** Lines to print. */
export async function benchSimulate(events: number): Promise<string> {
  const out = makeScratch();
  try {
    const scale = Math.max(5, Math.ceil(events / eventsOfOne));
    const made = await measureTime(() => writeSimulated({ report: 'growth-lab', seed: 7, scale, out }));
    const large = made.result.filter(({ file }) => file.endsWith('.parquet'));
    const sizes = await Promise.all(large.map(async ({ file }) => (await stat(join(out, file))).size));
    const rows = sumNumbers(large.map((file) => file.rows));
    const written = large.find(({ file }) => file.endsWith('/events.parquet'))!.rows;
    const plain = await measureTime(() => writePlain(rows, join(out, 'plain.parquet')));
    const peak = process.resourceUsage().maxRSS / 2 ** 20;
    return [
      `range()  ${rows} rows, ${plain.clock.toFixed(1)} s`,
      `simulate ${rows} rows, ${made.clock.toFixed(1)} s, ${(made.clock / plain.clock).toFixed(1)}×, ${(sumNumbers(sizes) / 1e6).toFixed(0)} MB`,
      `${written} of them events, ${Math.round(written / made.clock)} a second; peak ${peak.toFixed(2)} GiB`,
    ].join('\n');
  } finally {
    removeScratch(out);
  }
}

const sumNumbers = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

async function writePlain(rows: number, file: string): Promise<void> {
  const columns = `'u' || i AS id, TIMESTAMPTZ '2026-03-02 00:00:00+08' + to_seconds(i % 9676800) AS ts,
    ['visit', 'view', 'cart', 'pay'][1 + i % 4] AS event, hash(i) % 300 AS duration_s`;
  await withDatabase({}, (connection) =>
    connection.run(
      `COPY (SELECT ${columns} FROM range(${rows}) AS numbers(i)) TO '${file.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`,
    ),
  );
}
