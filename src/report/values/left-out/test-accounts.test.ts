import { describe, expect, test } from 'vitest';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';

const header = 'user_id,registered_at,channel,is_test\n';
const real = ['a', 'b', 'c', 'd'].map((id) => `${id},2026-03-02T09:00:00+08:00,x,false\n`).join('');
const fake = ['t1', 't2', 't3', 't4'].map((id) => `${id},2026-03-02T09:00:00+08:00,x,true\n`).join('');
const invitations =
  'inviter_id,invitee_id,ts,rewarded,activated\na,c,2026-03-05T09:00:00+08:00,5,true\na,d,2026-03-06T09:00:00+08:00,5,true\n';
const fakeInvitations =
  't1,x1,2026-03-05T09:00:00+08:00,5,true\na,t2,2026-03-05T09:00:00+08:00,5,true\nt1,t3,2026-03-05T09:00:00+08:00,5,false\n';

describe('invitations', () => {
  const entries =
    'k: { metric: k_factor }\nf: { metric: viral_forecast, with: { days: 14, cycle_days: 7 } }\ni: { metric: invited_users }\nc: { metric: invite_conversion }\np: { metric: invites_per_inviter }\nr: { metric: referral_cost }\n';
  test('0.5 with four users and two invited, whatever test accounts do', async () => {
    const clean = await evaluateMetrics(
      { 'users.csv': header + real, 'referrals.csv': invitations },
      entries,
    );
    const mixed = await evaluateMetrics(
      { 'users.csv': header + real + fake, 'referrals.csv': invitations + fakeInvitations },
      entries,
    );
    expect(clean.values.k?.value).toBe(0.5);
    for (const name of ['k', 'f', 'i', 'c', 'p', 'r']) {
      expect([name, mixed.values[name]?.value]).toEqual([name, clean.values[name]?.value]);
    }
    expect(mixed.values.k?.lineage.account?.text).toBe(
      '表中 5 行，用了 2 行，测试账号 3 行，users 表另有测试账号 4 行不计',
    );
  });
});

/** Tables of metrics of users with a row more for a test account: what each does not change. */
const tables: Record<string, { head: string; rows: string[]; fake: string[] }> = {
  events: {
    head: 'event_id,user_id,session_id,event,ts,duration_s',
    rows: [
      '1,a,s1,visit,2026-03-02T10:00:00+08:00,30',
      '2,a,s1,pay,2026-03-02T10:05:00+08:00,5',
      '3,b,s2,visit,2026-03-03T10:00:00+08:00,60',
      '4,a,s3,visit,2026-03-09T10:00:00+08:00,10',
      '5,c,s4,visit,2026-03-10T10:00:00+08:00,20',
    ],
    fake: ['6,t1,s9,visit,2026-03-02T10:00:00+08:00,900', '7,t2,s8,pay,2026-03-11T10:00:00+08:00,900'],
  },
  orders: {
    head: 'order_id,user_id,amount,status,created_at',
    rows: ['o1,a,100,paid,2026-03-02T10:00:00+08:00', 'o2,b,50,paid,2026-03-05T10:00:00+08:00'],
    fake: ['o3,t1,9999,paid,2026-03-02T11:00:00+08:00', 'o4,t1,9999,paid,2026-03-04T11:00:00+08:00'],
  },
  churn_scores: {
    head: 'user_id,as_of,score,label',
    rows: ['a,2026-05-01,0.9,1', 'b,2026-05-01,0.2,0', 'c,2026-05-01,0.4,0', 'd,2026-05-01,0.6,1'],
    fake: ['t1,2026-05-01,0.1,1', 't2,2026-05-01,0.99,0'],
  },
};
const asked = [
  'new_users',
  'active_users',
  'active_users, by: week',
  'dau',
  'stickiness',
  'active_days',
  'rolling_users',
  'lifecycle_new, during: 2026-03-02..2026-03-08',
  'retention, with: { day: 7 }',
  'conversion_rate, with: { start: visit, finish: pay }',
  'funnel, with: { steps: [visit, pay] }',
  'visits',
  'engagement_rate',
  'inactive_rate',
  'gmv',
  'orders',
  'buyers',
  'aov',
  'arppu',
  'arpu',
  'pay_rate',
  'repurchase_rate',
  'churn_rate',
  'churn_auc',
];

test('rows of test accounts change no metric of the library, in whatever table they stand', async () => {
  const write = (mixed: boolean) =>
    Object.fromEntries([
      ['users.csv', header + real + (mixed ? fake : '')] as const,
      ...Object.entries(tables).map(
        ([name, { head, rows, fake: more }]) =>
          [`${name}.csv`, `${[head, ...rows, ...(mixed ? more : [])].join('\n')}\n`] as const,
      ),
    ]);
  const entries = asked.map((entry, at) => `v${at}: { metric: ${entry} }\n`).join('');
  const clean = await evaluateMetrics(write(false), entries);
  const mixed = await evaluateMetrics(write(true), entries);
  expect(clean.problems.map(({ what }) => what.zh)).toEqual([]);
  expect(mixed.problems.map(({ what }) => what.zh)).toEqual([]);
  for (const [at, entry] of asked.entries()) {
    const [before, after] = [clean.values[`v${at}`]!, mixed.values[`v${at}`]!];
    expect([entry, after.value, after.points]).toEqual([entry, before.value, before.points]);
    expect([entry, after.lineage.account?.text]).toEqual([entry, expect.stringContaining('测试账号')]);
  }
});

test('rows are rows: a count of the table is one of all, and a user without an id is no test account', async () => {
  const { values, problems } = await evaluateMetrics(
    {
      'users.csv': header + real + fake,
      'events.csv': `${tables.events!.head}\n${[...tables.events!.rows, ...tables.events!.fake, '8,,s7,visit,2026-03-12T10:00:00+08:00,5'].join('\n')}\n`,
    },
    'n: { metric: count, from: users }\ns: { metric: engagement_rate }\nd: { metric: new_users, with: { is_test: "user_id = \'a\' OR is_test" } }\n',
  );
  expect(problems.map(({ what }) => what.zh)).toEqual([]);
  expect(values.s?.lineage.account?.text).toContain('用了 6 行');
  expect(values.n?.value).toBe(8);
  expect(values.d?.value).toBe(3);
});
