import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { worlds } from '../reports/worlds.ts';
import { writeLargeWorld } from './large-world.ts';

const { plan } = worlds['community-lab'];
let folder: string;
let files: { name: string; rows: number }[];
let spent: { conversions: number }[];

async function queryFirstRow(query: string, from = folder): Promise<unknown[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const read = await connection.runAndReadAll(
    query.replace(/@(\w+\.\w+)/g, (_, name) => `'${from}/${name}'`),
  );
  connection.closeSync();
  instance.closeSync();
  return read.getRows()[0]!.map((value) => (typeof value === 'bigint' ? Number(value) : value));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fupan-large-'));
  ({ files, spent } = await writeLargeWorld({ world: 'community-lab', plan, seed: 3, scale: 1.6, folder }));
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
    const [users, ids] = await queryFirstRow(
      "select count(*), count(distinct user_id) from @users.parquet where registered_at >= '2026-03-01 16:00:00+00' and not is_test",
    );
    expect(ids).toBe(users);
    expect(Number(users) / planned.reduce((a, b) => a + b, 0)).toBeCloseTo(1.6, 1);
  });

  test('events and orders of users, and the traffic of the days, agree', async () => {
    const [visits, registered, strangers] = await queryFirstRow(
      `select count(*) filter (event = 'visit'), count(*) filter (event = 'register'),
         count(*) filter (event = 'register' and user_id not in (select user_id from @users.parquet)) from @events.parquet`,
    );
    const [sessions] = await queryFirstRow('select sum(sessions) from read_csv(@traffic.csv)');
    expect([sessions, strangers]).toEqual([visits, 0]);
    const [counted] = await queryFirstRow(
      "select sum(value) from read_csv(@recon.csv) where source = 'Event log' and metric = 'Visits'",
    );
    const [wednesdays] = await queryFirstRow(
      "select count(*) from @events.parquet where event = 'visit' and isodow(timezone('Asia/Shanghai', ts)) = 3",
    );
    expect(counted).toBe(wednesdays);
    expect(registered).toBeGreaterThan(1000);
  });

  test('one ring, of the first world: nobody else shares a device', async () => {
    const { accounts } = plan.planted.ring!;
    const [flagged] = await queryFirstRow(
      "select count(*) from @fraud_flags.parquet where rule like '%device'",
    );
    expect(flagged).toBe(accounts);
    const [shared] = await queryFirstRow(
      'select sum(n) from (select count(*) as n from @referrals.parquet group by device_hash having n > 1)',
    );
    expect(shared).toBe(accounts);
  });

  test('what was spent counts the members of all worlds', async () => {
    const [members] = await queryFirstRow(
      "select count(*) from @users.parquet where registered_at >= '2026-03-01 16:00:00+00' and not is_test",
    );
    expect(spent.reduce((sum, { conversions }) => sum + conversions, 0)).toBe(members);
  });

  test('targets grow with the scale', async () => {
    expect(await readFile(join(folder, 'goals.csv'), 'utf8')).toContain('New members,higher,人,1024,1920,');
  });
});

test('each payment is an order of the same second, each discount a coupon that was issued', async () => {
  const shop = await mkdtemp(join(tmpdir(), 'fupan-large-'));
  onTestFinished(() => rm(shop, { recursive: true, force: true }));
  await writeLargeWorld({
    world: 'growth-lab',
    plan: worlds['growth-lab'].plan,
    seed: 4,
    scale: 1.2,
    folder: shop,
  });
  const [paid, orders, both] = await queryFirstRow(
    `select (select count(*) from @events.parquet where event = 'pay'), count(*) filter (paid_at is not null),
       count(*) filter (event = 'pay') from @orders.parquet as o
       left join @events.parquet as e on o.user_id = e.user_id and o.paid_at = e.ts and e.event = 'pay'`,
    shop,
  );
  expect([orders, both]).toEqual([paid, paid]);
  const [discounts, coupons] = await queryFirstRow(
    `select count(*), count(distinct c.coupon_id) from @orders.parquet as o
       left join @coupons.parquet as c on o.coupon_id = c.coupon_id and o.discount = c.value where o.discount > 0`,
    shop,
  );
  expect(coupons).toBe(discounts);
});
