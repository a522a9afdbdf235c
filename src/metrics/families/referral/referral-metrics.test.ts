import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';
import { openBareEngine, readRows } from '../../../test/sample-query.ts';
import { metrics } from '../../library.ts';
import type { MetricQuery } from '../../metric.ts';
import { computeViralUsers } from './viral-growth.ts';

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await openBareEngine();
});
afterAll(() => connection.closeSync());

describe('Skok, Lessons Learned: Viral Marketing: 10 users, K = 2', () => {
  test('new users of each cycle: 10, 20, 40, 80, 160, 320', () => {
    const totals = [0, 1, 2, 3, 4, 5].map((cycle) => computeViralUsers(10, 2, cycle));
    expect(totals.map((total, at) => total - (totals[at - 1] ?? 0))).toEqual([10, 20, 40, 80, 160, 320]);
  });
  test('after 10 cycles of 2 days: 20 470', () => expect(computeViralUsers(10, 2, 10)).toBe(20_470));
  test('K = 1 brings as many each cycle; the formula has no gap there', () => {
    expect(computeViralUsers(10, 1, 10)).toBe(110);
    expect(computeViralUsers(10, 1 + 1e-9, 10)).toBeCloseTo(110, 4);
  });
});

test('Hillstrom e-mail test: visits 2 262/21 306 = 10.62 %, 3 894/21 307 = 18.28 %, 3 238/21 387 = 15.14 %', async () => {
  const head = 'date,channel,campaign,impressions,clicks,cost,conversions\n';
  const arms = [
    ['无裂变', 21_306, 2262],
    ['助力砍价', 21_307, 3894],
    ['拼团', 21_387, 3238],
  ].map(([arm, sent, visits]) => `2026-03-02,${arm},x,99999,${sent},0,${visits}\n`);
  const { values } = await evaluateMetrics(
    { 'ad_spend.csv': head + arms.join('') },
    'x: { metric: click_conversion_rate, by: channel, digits: 2 }',
  );
  const texts = values.x?.points.map(({ key, text }) => [key, text]);
  expect(texts).toEqual(
    expect.arrayContaining([
      ['无裂变', '10.62%'],
      ['助力砍价', '18.28%'],
      ['拼团', '15.14%'],
    ]),
  );
});

interface Invitation {
  host: number;
  guest: number;
  at: number;
}

function askOf(invitations: Invitation[]): MetricQuery<unknown> {
  const rows = invitations.map(({ host, guest, at }) => `(${host}, ${guest}, ${at})`).join(', ');
  return {
    from: `(SELECT * FROM (VALUES ${rows}) AS v(h, g, at_minute))`,
    where: undefined,
    period: undefined,
    day: undefined,
    time: 'at_minute',
    keys: [],
    columns: { inviter: 'h', invitee: 'g' },
    params: {},
    preRows: [],
  };
}

const invitation = fc.record({ host: fc.nat(9), guest: fc.nat(9), at: fc.nat(100) });

test('levels agree with walking up to the first inviter, circles included', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(invitation, { minLength: 1, maxLength: 15, selector: ({ at }) => at }),
      async (invitations) => {
        const hosts = new Map<number, number>();
        for (const { host, guest } of [...invitations].sort((a, b) => a.at - b.at)) {
          if (!hosts.has(guest)) hosts.set(guest, host);
        }
        const levelOf = (user: number, seen: number[] = []): number | null => {
          if (seen.includes(user)) return null;
          const host = hosts.get(user);
          if (host === undefined) return 0;
          const above = levelOf(host, [...seen, user]);
          return above === null ? null : above + 1;
        };
        const expected = [...hosts.keys()].map((user) => levelOf(user));
        const rows = await readRows(connection, metrics.referral_depth.sql(askOf(invitations)));
        const found = rows.flatMap(({ level, users }) =>
          Array.from({ length: Number(users) }, () => level as number | null),
        );
        const sorted = (all: (number | null)[]) => all.map((one) => one ?? 99).sort((a, b) => a - b);
        expect(sorted(found)).toEqual(sorted(expected));
      },
    ),
    { numRuns: 40 },
  );
});

test('each rule flags whom counting flags', async () => {
  const params = { same_device: 1, same_ip: 1, burst: 2, minutes: 10 };
  await fc.assert(
    fc.asyncProperty(fc.array(invitation, { minLength: 1, maxLength: 15 }), async (invitations) => {
      const query = askOf(invitations);
      const from = `(SELECT h, g, TIMESTAMP '2026-03-02' + to_minutes(at_minute) AS ts FROM ${query.from})`;
      const [row] = await readRows(
        connection,
        metrics.suspect_invites.sql({ ...query, from, time: 'ts', params }),
      );
      const guests = (rule: (one: Invitation) => boolean) =>
        new Set(invitations.filter(rule).map(({ guest }) => guest)).size;
      const self = ({ host, guest }: Invitation) => host === guest;
      const circle = (one: Invitation) =>
        !self(one) && invitations.some(({ host, guest }) => host === one.guest && guest === one.host);
      const near = ({ host, at }: Invitation, from: number, to: number) =>
        invitations.filter((other) => other.host === host && other.at - at >= from && other.at - at <= to)
          .length > params.burst;
      const burst = (one: Invitation) => near(one, -10, 0) || near(one, 0, 10);
      expect(row).toMatchObject({
        self: guests(self),
        circle: guests(circle),
        burst: guests(burst),
        suspects: guests((one) => self(one) || circle(one) || burst(one)),
      });
    }),
    { numRuns: 40 },
  );
});

const users = 'user_id,registered_at,channel\na,2026-03-02T00:00:00+08:00,x\nb,2026-03-09T00:00:00+08:00,y\n';
const referrals =
  'inviter_id,invitee_id,ts,activated\na,g,2026-03-20T09:00:00+08:00,true\na,h,2026-04-20T09:00:00+08:00,\nb,i,2026-03-21T09:00:00+08:00,true\nb,i,2026-03-22T09:00:00+08:00,true\nzz,k,2026-03-22T09:00:00+08:00,true\n';

test('K counts whom a cohort brought, whenever that was; a guest once; nobody outside it', async () => {
  const yaml =
    'all: { metric: k_factor }\nfirst: { metric: k_factor, during: 2026-03-02..2026-03-08 }\nweek: { metric: k_factor, by: week }\nx: { metric: k_factor, with: { users_where: "channel = \'y\'" } }';
  const { values } = await evaluateMetrics({ 'users.csv': users, 'referrals.csv': referrals }, yaml);
  expect(values.all?.text).toBe('1 人/人');
  expect([values.first?.lineage.numerator?.value, values.first?.lineage.denominator?.value]).toEqual([1, 1]);
  expect(values.week?.points.map(({ key, value }) => [key, value])).toEqual([
    ['2026-W10', 1],
    ['2026-W11', 1],
  ]);
  expect(values.x?.value).toBe(1);
});
