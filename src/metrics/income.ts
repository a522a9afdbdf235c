/** Income and buyers by active users: metrics of two tables. */
import { z } from 'zod';
import { overBeside } from './beside.ts';
import { time, user } from './column.ts';
import { forget } from './forget.ts';
import type { Example, Metric } from './metric.ts';
import { type Counted, needing, onlyCounted, sold, whichOrders } from './orders.ts';
import { tableParams } from './params.ts';
import { aggregate } from './select.ts';

interface Shared extends Counted {
  active: string;
  active_where?: string | undefined;
}

const activeTable = tableParams('events', '活跃行为', 'active users');
const params = z.strictObject({
  ...whichOrders,
  active: activeTable.table,
  active_where: activeTable.where,
});

/** Four active users, of whom two buy for 600 in three orders. */
const files = {
  'orders.csv': sold,
  'events.csv': `user_id,event,ts\n${['a', 'b', 'c', 'd']
    .map((who, at) => `${who},visit,2026-03-0${at + 2}T09:00:00+08:00\n`)
    .join('')}`,
};

function worked(id: string, answer: string): Example {
  return {
    files,
    yaml: `{ metric: ${id} }`,
    answer,
    source: 'By hand: 600 of two buyers, four active users',
  };
}

const shared = {
  family: 'orders',
  direction: 'higher',
  table: 'orders',
  beside: {
    columns: {
      active_user: { ...user, meaning: { zh: '活跃用户', en: 'active user' } },
      time,
    },
    of: ({ active, active_where }: Shared) => ({ param: 'active', table: active, where: active_where }),
  },
  params,
  proportion: false,
  empty: null,
  edges: {
    zh: '没有活跃用户时为“—”。where 只筛订单；要同时筛活跃用户写 active_where。',
    en: 'Without active users it is "—". `where` is for the orders; `active_where` for the active users.',
  },
} as const;

const activeUsers = { zh: '活跃用户数', en: 'active users' };

const arpu: Metric<Shared> = {
  ...shared,
  id: 'arpu',
  names: { zh: '每用户平均收入', en: 'Revenue per active user' },
  unit: '元/人',
  parts: { numerator: '元', denominator: '人' },
  definition: {
    zh: '成交总额除以同期活跃用户数（ARPU），不论是否付费。等于客单价（ARPPU）乘以付费率。',
    en: 'Gross merchandise value divided by the active users of the same period, buyers or not (ARPU). It equals revenue per buyer times the share of buyers.',
  },
  source: 'Amplitude, Revenue LTV',
  example: worked('arpu', '150.00 元/人'),
  columns: needing('amount'),
  reading: () => ({ numerator: { zh: '成交总额', en: 'gross merchandise value' }, denominator: activeUsers }),
  sql: (ask) =>
    overBeside(
      ask,
      { value: `sum(${ask.columns.amount})`, only: onlyCounted(ask) },
      { value: `count(DISTINCT ${ask.beside!.columns.active_user})` },
    ),
};

const payRate: Metric<Shared> = {
  ...shared,
  id: 'pay_rate',
  names: { zh: '付费率', en: 'Share of paying users' },
  unit: '%',
  parts: { numerator: '人', denominator: '人' },
  definition: {
    zh: '购买用户数占同期活跃用户数的百分比。两数各自去重后相除；有人只买不产生行为时会偏高。',
    en: 'Buyers as a percentage of the active users of the same period. Each is counted once; buyers without any event make it too high.',
  },
  source: 'Amplitude, Revenue LTV: ARPU = share of payers × ARPPU',
  example: worked('pay_rate', '50%'),
  columns: needing('user'),
  reading: () => ({
    numerator: { zh: '购买用户数', en: 'buyers' },
    denominator: activeUsers,
    times: '100%',
  }),
  sql: (ask) =>
    overBeside(
      ask,
      { value: `count(DISTINCT ${ask.columns.user})`, only: onlyCounted(ask) },
      { value: `count(DISTINCT ${ask.beside!.columns.active_user})` },
      100,
    ),
};

const ordersPerBuyer: Metric<Counted> = {
  family: 'orders',
  direction: 'higher',
  table: 'orders',
  proportion: false,
  empty: null,
  id: 'orders_per_buyer',
  names: { zh: '人均订单数', en: 'Orders per buyer' },
  unit: '单/人',
  parts: { numerator: '单', denominator: '人' },
  definition: {
    zh: '不同订单数除以购买用户数。客单价等于笔单价乘以它。',
    en: 'Different orders divided by buyers. Revenue per buyer is order value times it.',
  },
  edges: { zh: '没有购买用户时为“—”。', en: 'Without buyers it is "—".' },
  source: 'own convention',
  example: {
    files: { 'orders.csv': sold },
    yaml: '{ metric: orders_per_buyer }',
    answer: '1.5 单/人',
    source: 'By hand: three orders of two buyers',
  },
  columns: needing('order', 'user'),
  params: z.strictObject(whichOrders),
  reading: () => ({
    numerator: { zh: '订单数', en: 'orders' },
    denominator: { zh: '购买用户数', en: 'buyers' },
  }),
  sql: (ask) =>
    aggregate(ask, {
      numerator: `count(DISTINCT ${ask.columns.order})`,
      denominator: `count(DISTINCT ${ask.columns.user})`,
      only: onlyCounted(ask),
    }),
};

export const incomeFamily = {
  arpu: forget(arpu),
  pay_rate: forget(payRate),
  orders_per_buyer: forget(ordersPerBuyer),
};
