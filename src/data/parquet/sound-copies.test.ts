import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quoteSqlText } from '../../base/quoting.ts';
import type { SourceTable } from '../../base/source-table.ts';
import { runCopyProcess } from './copy-process.ts';
import { withSoundCopies } from './sound-copies.ts';

let folder = '';
let spill = '';
let connection: DuckDBConnection;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fupan-test-'));
  spill = join(folder, 'spill');
  await mkdir(spill);
  connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
});
afterAll(async () => {
  connection.closeSync();
  await rm(folder, { recursive: true, force: true });
});

const failing = fileURLToPath(new URL('./failing-worker.sample.ts', import.meta.url));

async function writeParquet(name: string, sql: string): Promise<SourceTable> {
  const absolute = join(folder, `${name}.parquet`);
  await connection.run(`copy (${sql}) to ${quoteSqlText(absolute)} (format parquet, compression zstd)`);
  return describeTable(name);
}

function describeTable(name: string): SourceTable {
  const absolute = join(folder, `${name}.parquet`);
  const file = `data/r/${name}.parquet`;
  const content = { kind: 'engine' as const, values: 10, describe: () => ({ columns: [], problems: [] }) };
  return { name, title: name, file, absolute, sha256: name, bytes: 10, known: false, columns: [], content };
}

async function readAll(path: string) {
  const found = await connection.runAndReadAll(`select * from read_parquet(${quoteSqlText(path)})`);
  return { types: found.columnTypes().map(String), rows: found.getRowsJson() };
}

const manyTypes = `select range as i, (range % 256)::utinyint as u, range::double / 3 as d, (range / 7)::float as f, (range * 1.5)::decimal(18, 4) as m,
  'x' || range as t, range % 2 = 0 as b, date '2026-03-02' + range::int as day, timestamp '2026-03-02 08:00:00' + interval (range) second as at,
  timestamptz '2026-03-02 08:00:00+08' as tz, timestamp_ns '2026-03-02 08:00:00.123456789' as ns, time '08:00' as ti, uuid() as id, 'a'::blob as bl,
  [range, null] as l, {a: range, b: ['x']} as s, map {'k': range} as ma, null as n, nullif(range, 5) as half from range(5000)`;

describe('a copy', () => {
  test('has the same types and rows in the same order, and the same bytes each time', async () => {
    const table = await writeParquet('types', manyTypes);
    const kept = join(folder, 'kept');
    const { tables, problems } = await withSoundCopies([table], { kept, spill });
    expect(problems).toEqual([]);
    const copy = tables[0]!.absolute;
    expect(copy.startsWith(kept)).toBe(true);
    expect(await readAll(copy)).toEqual(await readAll(table.absolute));
    const bytes = await readFile(copy);
    await rm(copy);
    await withSoundCopies([table], { kept, spill });
    expect((await readFile(copy)).equals(bytes)).toBe(true);
  });

  test('is kept until its file is another, and halves of processes that died are not', async () => {
    const kept = join(folder, 'kept-2');
    const table = await writeParquet('first', 'select 1 as a');
    const { tables } = await withSoundCopies([table], { kept, spill });
    // Should it be made again, this process would fail.
    await writeFile(join(kept, 'x.parquet.999999999.part'), '');
    const again = await withSoundCopies([table], { kept, spill, worker: failing });
    expect(again).toEqual({ tables, problems: [] });
    expect(await readdir(kept)).toHaveLength(1);
    await withSoundCopies([await writeParquet('second', 'select 2 as a')], { kept, spill });
    expect(existsSync(tables[0]!.absolute)).toBe(false);
    await withSoundCopies([], { kept, spill });
    expect(await readdir(kept)).toEqual([]);
  });
});

describe('a file that cannot be read costs its own table', () => {
  test.each([
    ['abort', '崩溃'],
    ['fault', '崩溃'],
    ['leave', '崩溃'],
  ])('as the process ends by %s', async (name, words) => {
    const { tables, problems } = await withSoundCopies([describeTable(name)], { spill, worker: failing });
    expect(tables).toEqual([]);
    expect(problems.map(({ id, place }) => `${place.file} ${id}`)).toEqual([
      `data/r/${name}.parquet parquet-unread`,
    ]);
    expect(problems[0]!.what.zh).toContain(words);
  });

  test('as its pages are damaged, beside one that is sound', async () => {
    const bad = await writeParquet('bad', "select 'text ' || random() as t from range(5000)");
    const bytes = await readFile(bad.absolute);
    await writeFile(bad.absolute, bytes.fill(0x55, 100, 5000));
    const good = await writeParquet('good', 'select 1 as a');
    const { tables, problems } = await withSoundCopies([bad, good], { spill });
    expect(tables.map(({ name }) => name)).toEqual(['good']);
    expect(problems.map(({ what }) => what.zh)).toEqual(['读不了这个 Parquet 文件：里面的数据已经损坏。']);
    expect((await readdir(spill)).filter((name) => name.startsWith('bad'))).toEqual([]);
  });
});

describe('limits', () => {
  const order = (name: string, limit: number) => ({
    source: join(folder, `${name}.parquet`),
    target: join(spill, name),
    spill,
    limit,
  });

  test('processor time is measured by the process', async () => {
    await writeParquet('long', 'select range as a, hash(range) as b from range(20000000)');
    expect(await runCopyProcess(order('long', 50))).toEqual({ limit: 'time' });
  });

  test('a process that cannot measure is ended all the same', async () => {
    expect(await runCopyProcess(order('loop', 30), failing)).toEqual({ limit: 'time' });
  });
});
