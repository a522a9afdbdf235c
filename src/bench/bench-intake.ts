/**
 * `npm run bench -- intake [ROWS]`: a CSV file of events validated and loaded as a report does it, next to the
 * engine's own bare `read_csv` of the same file in the same run, on one thread and with the same memory. Ours goes over
 * the bytes beside the engine, on the main thread that else waits: the processor time says what that costs.
 */
import { join } from 'node:path';
import process from 'node:process';
import { openEngine } from '../data/open-engine.ts';
import { makeFolder, makeScratch, removeScratch } from '../files/door.ts';
import { readTables } from '../source/read-tables.ts';
import { round } from './measure-command.ts';
import { type ElapsedTime, measureTime } from './measure-time.ts';
import { keepResult } from './results.ts';
import { withDatabase } from './with-database.ts';

const zone = 'Asia/Shanghai';
/** As a report's engine has them. */
const limits = { threads: '1', memory_limit: '1GB' };

/** Rows per second of both, the share, and the most memory the process took. */
export async function benchIntake(rows: number): Promise<string> {
  const root = makeScratch();
  try {
    const file = join(root, 'data/r/events.csv');
    await makeFolder(root, 'data/r');
    await withDatabase(limits, (connection) => connection.run(buildEventsSql(rows, file)));
    const bare = await withDatabase(limits, (connection) =>
      measureTime(() => connection.run(`create table x as from read_csv('${file}')`)),
    );
    const ours = await measureTime(() => loadRows(root, rows));
    const peak = process.resourceUsage().maxRSS / 1024;
    const times = { bare: roundTime(bare), ours: roundTime(ours) };
    const shares = { wall: round(bare.clock / ours.clock), cpu: round(bare.processor / ours.processor) };
    await keepResult('intake', { rows, ...times, shares, peak: Math.round(peak) });
    const formatLine = (name: string, { clock, processor }: ElapsedTime) =>
      `${name.padEnd(24)} ${clock.toFixed(2).padStart(7)} s ${Math.round(rows / clock).toLocaleString('en')} rows/s, ${processor.toFixed(2)} s of processor`;
    const formatShare = (part: keyof ElapsedTime) => `${((100 * bare[part]) / ours[part]).toFixed(0)}%`;
    return [
      formatLine('bare read_csv', bare),
      formatLine('validated and loaded', ours),
      `${formatShare('clock')} of bare (${formatShare('processor')} by processor time), ${peak.toFixed(0)} MB at most`,
    ].join('\n');
  } finally {
    removeScratch(root);
  }
}

function roundTime({ clock, processor }: ElapsedTime) {
  return { wall: round(clock), cpu: round(processor) };
}

async function loadRows(root: string, rows: number): Promise<void> {
  const { tables, problems } = await readTables(root, 'r');
  const opened = await openEngine(tables, { zone });
  const read = opened.engine.tables[0]?.rows;
  opened.engine.close();
  if (read !== rows || problems.length + opened.problems.length > 0)
    throw new Error(`${read} rows were read`);
}

/** Events that repeat in a fixed pattern: no chance, so that every run has the same file. */
function buildEventsSql(rows: number, file: string): string {
  return `copy (
    select 'u' || (range % 50000) as user_id,
      (['visit', 'view', 'click', 'cart', 'pay'])[1 + range % 5] as event,
      strftime(timestamp '2026-03-02' + interval 1 second * (range // 4), '%Y-%m-%d %H:%M:%S') as ts,
      (['SEM', '社群', '公众号', '短视频'])[1 + range % 4] as channel,
      range % 37 as duration_s
    from range(${rows})) to '${file}' (header)`;
}
