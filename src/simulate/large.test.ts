import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeLarge } from './large.ts';
import { worlds } from './reports/index.ts';

const { plan } = worlds['community-lab'];
let folder: string;
let files: { name: string; rows: number }[];

async function ask(query: string): Promise<unknown[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const read = await connection.runAndReadAll(
    query.replace(/@(\w+\.\w+)/g, (_, name) => `'${folder}/${name}'`),
  );
  connection.closeSync();
  instance.closeSync();
  return read.getRows()[0]!.map((value) => (typeof value === 'bigint' ? Number(value) : value));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fupan-large-'));
  files = (await writeLarge({ world: 'community-lab', plan, seed: 3, scale: 1.6, folder })).files;
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('worlds side by side', () => {
  test('people as Parquet, the rest as CSV, nothing left of the work', async () => {
    const there = await readdir(folder);
    expect(there.sort()).toEqual(files.map(({ name }) => name).sort());
    expect(there).toEqual(
      expect.arrayContaining(['events.parquet', 'users.parquet', 'traffic.csv', 'goals.csv']),
    );
  });

  test('as many new users as the plan times the scale, each with an id of their own', async () => {
    const { channels } = plan;
    const planned = Object.values(channels).flatMap(({ registrations }) => registrations);
    const [users, ids] = await ask(
      "select count(*), count(distinct user_id) from @users.parquet where registered_at >= '2026-03-01 16:00:00+00' and not is_test",
    );
    expect(ids).toBe(users);
    expect(Number(users) / planned.reduce((a, b) => a + b, 0)).toBeCloseTo(1.6, 1);
  });

  test('events and orders of users, and the traffic of the days, agree', async () => {
    const [visits, registered, strangers] = await ask(
      `select count(*) filter (event = 'visit'), count(*) filter (event = 'register'),
         count(*) filter (event = 'register' and user_id not in (select user_id from @users.parquet)) from @events.parquet`,
    );
    const [sessions] = await ask('select sum(sessions) from read_csv(@traffic.csv)');
    expect([sessions, strangers]).toEqual([visits, 0]);
    const [counted] = await ask(
      "select sum(value) from read_csv(@recon.csv) where source = 'Event log' and metric = 'Visits'",
    );
    const [wednesdays] = await ask(
      "select count(*) from @events.parquet where event = 'visit' and isodow(timezone('Asia/Shanghai', ts)) = 3",
    );
    expect(counted).toBe(wednesdays);
    expect(registered).toBeGreaterThan(1000);
  });

  test('one ring, of the first world', async () => {
    const [flagged] = await ask("select count(*) from @fraud_flags.parquet where rule like '%device'");
    expect(flagged).toBe(10);
  });

  test('targets grow with the scale', async () => {
    expect(await readFile(join(folder, 'goals.csv'), 'utf8')).toContain('New members,higher,人,1024,1920,');
  });
});
