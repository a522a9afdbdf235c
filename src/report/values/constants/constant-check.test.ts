import { describe, expect, test } from 'vitest';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';
import { findMisspelt } from './constant-check.ts';

const events = [
  'user_id,event,channel,ts',
  'a,visit,SEM,2026-03-02T10:00:00+08:00',
  'a,pay,SEM,2026-03-03T10:00:00+08:00',
  'b,visit,抖音,2026-03-09T10:00:00+08:00',
].join('\n');
const users =
  'user_id,registered_at,channel\na,2026-03-02T09:00:00+08:00,SEM\nb,2026-03-02T09:00:00+08:00,老带新\n';
const files = { 'events.csv': `${events}\n`, 'users.csv': users };

async function list(entry: string, more: Record<string, string> = {}) {
  const { problems, values } = await evaluateMetrics({ ...files, ...more }, `x: ${entry}\n`);
  return { told: problems.map(({ id, place }) => `${id}@${place.column}`), problems, value: values.x };
}

describe('events that a metric asks for', () => {
  test.each([
    ['{ metric: conversion_rate, with: { start: visit, finish: pya } }', 'pay'],
    ['{ metric: funnel, with: { steps: [visit, pya] } }', 'pay'],
    ['{ metric: retention, with: { day: 1, back: visti } }', 'visit'],
    ['{ metric: active_users, with: { event: VISIT } }', 'visit'],
    ['{ metric: engagement_rate, with: { session: user_id, key_events: [pai] } }', 'pay'],
  ])('%s', async (entry, near) => {
    const { told, problems } = await list(entry);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^unknown-event@/);
    expect(problems[0]!.cure.zh).toContain(`你是不是想写“${near}”？`);
  });

  test('what is nowhere near is wrong, too', async () => {
    const { told } = await list('{ metric: active_users, with: { event: 分享 } }');
    expect(told).toEqual([expect.stringMatching(/^unknown-event/)]);
  });

  test('listed in the plan or in a funnel, or only outside of the period: 0 is a result', async () => {
    const plan = { 'tracking_plan.csv': 'event,description\nshare,转发\n' };
    const steps = { 'funnel_def.csv': 'funnel,step_no,event\n主,1,visit\n主,2,share\n' };
    const entry = '{ metric: conversion_rate, with: { start: visit, finish: share } }';
    for (const more of [plan, steps]) {
      const { told, value } = await list(entry, more);
      expect([told, value?.text, value?.lineage.rows]).toEqual([[], '0%', expect.any(Number)]);
    }
    const narrow = await list(
      '{ metric: conversion_rate, during: 2026-03-09, with: { start: visit, finish: pay } }',
    );
    expect([narrow.told, narrow.value?.text]).toEqual([[], '0%']);
    const filtered = await list(
      `{ metric: conversion_rate, where: "channel = '抖音'", with: { start: visit, finish: pay } }`,
    );
    expect([filtered.told, filtered.value?.text]).toEqual([[], '0%']);
  });

  test('a column of events is no event', async () => {
    const { told } = await list(
      '{ metric: conversion_rate, from: 日志, with: { event: 动作, start: visit, finish: pay } }',
      { '日志.csv': events.replace('event', '动作') },
    );
    expect(told).toEqual([]);
  });
});

describe('texts of a condition', () => {
  test.each([
    [`{ metric: active_users, where: "channel = 'sem'" }`, 'constant-unknown@35'],
    [`{ metric: active_users, where: "channel = 'SEO'" }`, 'constant-absent@35'],
    [`{ metric: active_users, where: "channel IN ('SEM', '老带新')" }`, ''],
    [`{ metric: new_users, where: "channel <> '抖音'" }`, ''],
    [`{ metric: arpu, from: orders, with: { active_where: "channel = 'Sem'" } }`, 'constant-unknown@56'],
    [`{ metric: gmv, where: "status <> 'refunded'" }`, ''],
    [`{ metric: active_users, where: "channel <> ''" }`, ''],
    [`{ metric: gmv, where: "order_id = 'o9'" }`, 'constant-absent@26'],
  ])('%s: %s', async (entry, told) => {
    const orders = 'order_id,user_id,amount,status,created_at\no1,a,5,paid,2026-03-02T10:00:00+08:00\n';
    expect((await list(entry, { 'orders.csv': orders })).told.join(' ')).toBe(told);
  });

  test('ids are near to one another: what is missing among many is no misspelling', async () => {
    const rows = Array.from({ length: 300 }, (_, at) => `u${1000 + at},2026-03-02T09:00:00+08:00,x\n`).join(
      '',
    );
    const { told } = await list(`{ metric: new_users, where: "user_id <> 'u9999'" }`, {
      'users.csv': `user_id,registered_at,channel\n${rows}`,
    });
    expect(told).toEqual([expect.stringMatching(/^constant-absent/)]);
    const held = await list(`{ metric: new_users, where: "user_id <> 'u1299'" }`, {
      'users.csv': `user_id,registered_at,channel\n${rows}`,
    });
    expect(held.told).toEqual([]);
  });

  test('nobody is named: not in a column of members, nor in a personal one', async () => {
    const { told, problems } = await list(`{ metric: count, from: tasks, where: "owner = '李四'" }`, {
      'members.csv': 'name,role\n张三,组长\n王五,运营\n',
      'tasks.csv': 'task_id,name,owner\nt1,甲,张三\nt2,乙,王五\n',
    });
    expect(told.filter((one) => one.startsWith('constant'))).toEqual([]);
    expect(JSON.stringify(problems)).not.toContain('张三');
  });

  test('a table without rows holds no names to compare with', async () => {
    const { told } = await list(
      `{ metric: active_users, from: 空, where: "channel = 'x'", with: { user: user_id } }`,
      {
        '空.csv': 'user_id,event,channel,ts\n',
      },
    );
    expect(told.filter((one) => one.startsWith('constant'))).toEqual([]);
  });
});

test.each([
  ['pya', ['visit', 'pay'], 'pay'],
  ['sem', ['SEM', 'SEO'], 'SEM'],
  ['ＳＥＭ', ['SEM'], 'SEM'],
  ['小 红书', ['小红书'], '小红书'],
  ['xiaohongsu', ['xiaohongshu', 'douyin'], 'xiaohongshu'],
  ['SEO', ['SEM'], undefined],
  ['二线', ['一线', '三线'], undefined],
  ['微信', ['微博'], undefined],
  ['2026-W10', ['2026-W11'], undefined],
  ['channel-2', ['channel-3'], undefined],
  ['male', ['female'], undefined],
])('%s among %s: %s', (written, known, found) => {
  expect(findMisspelt(written, known)).toBe(found);
});
