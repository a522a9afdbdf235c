/** Income and buyers by active users: metrics of two tables. */
import { z } from 'zod';
import type { MetricDefinition } from '../../metric.ts';
import { time, user } from '../../shared-columns.ts';
import { createTableParams } from '../../shared-params.ts';
import { buildJoinedRatioSql } from '../../sql/joined-ratio.ts';
import { buildAggregateSql } from '../../sql/select.ts';
import {
  buildOrderConditions,
  exampleOrders,
  type OrderParams,
  orderParamsShape,
  requireOrderColumns,
} from './counted-orders.ts';

interface IncomeParams extends OrderParams {
  active: string;
  active_where?: string | undefined;
}

const activeTable = createTableParams('events', '活跃行为', 'active users');
const params = z.strictObject({
  ...orderParamsShape,
  active: activeTable.table,
  active_where: activeTable.where,
});

/** Four active users, of whom two buy for 600 in three orders. */
const files = {
  'orders.csv': exampleOrders,
  'events.csv': `user_id,event,ts\n${['a', 'b', 'c', 'd']
    .map((who, at) => `${who},visit,2026-03-0${at + 2}T09:00:00+08:00\n`)
    .join('')}`,
};

const example = { files, source: 'By hand: 600 of two buyers, four active users' };

const shared = {
  direction: 'higher',
  table: 'orders',
  joined: {
    columns: {
      active_user: { ...user, meaning: { zh: '活跃用户', en: 'active user' } },
      time,
    },
    of: ({ active, active_where }: IncomeParams) => ({ param: 'active', table: active, where: active_where }),
  },
  params,
  proportion: false,
  empty: null,
  edgeCases: {
    zh: '没有活跃用户时为“—”，一组订单的金额全为空时也是：不知道不等于 0。where 只筛订单；要同时筛活跃用户写 active_where。',
    en: 'Without active users it is "—", and where the amounts of all orders of a group are blank: not known is not 0. `where` is for the orders; `active_where` for the active users.',
  },
} as const;

const activeUsers = { zh: '活跃用户数', en: 'active users' };

const arpu: MetricDefinition<IncomeParams> = {
  ...shared,
  names: { zh: '每用户平均收入', en: 'Revenue per active user' },
  unit: '元/人',
  parts: { numerator: '元', denominator: '人' },
  definition: {
    zh: '成交总额除以同期活跃用户数（ARPU），不论是否付费。等于客单价（ARPPU）乘以付费率。',
    en: 'Gross merchandise value divided by the active users of the same period, buyers or not (ARPU). It equals revenue per buyer times the share of buyers.',
  },
  source: 'Amplitude, Revenue LTV',
  example: { ...example, answer: '150.00 元/人' },
  columns: requireOrderColumns('amount'),
  formulaText: () => ({
    numerator: { zh: '成交总额', en: 'gross merchandise value' },
    denominator: activeUsers,
  }),
  sql: (query) =>
    buildJoinedRatioSql(
      query,
      { value: `sum(${query.columns.amount})`, only: buildOrderConditions(query) },
      { value: `count(DISTINCT ${query.joined!.columns.active_user})` },
    ),
};

const payRate: MetricDefinition<IncomeParams> = {
  ...shared,
  names: { zh: '付费率', en: 'Share of paying users' },
  unit: '%',
  parts: { numerator: '人', denominator: '人' },
  definition: {
    zh: '购买用户数占同期活跃用户数的百分比。两数各自去重后相除；有人只买不产生行为时会偏高。',
    en: 'Buyers as a percentage of the active users of the same period. Each is counted once; buyers without any event make it too high.',
  },
  source: 'Amplitude, Revenue LTV: ARPU = share of payers × ARPPU',
  example: { ...example, answer: '50%' },
  columns: requireOrderColumns('user'),
  formulaText: () => ({
    numerator: { zh: '购买用户数', en: 'buyers' },
    denominator: activeUsers,
    times: '100%',
  }),
  sql: (query) =>
    buildJoinedRatioSql(
      query,
      { value: `count(DISTINCT ${query.columns.user})`, only: buildOrderConditions(query) },
      { value: `count(DISTINCT ${query.joined!.columns.active_user})` },
      100,
    ),
};

const ordersPerBuyer: MetricDefinition<OrderParams> = {
  direction: 'higher',
  table: 'orders',
  proportion: false,
  empty: null,
  names: { zh: '人均订单数', en: 'Orders per buyer' },
  unit: '单/人',
  parts: { numerator: '单', denominator: '人' },
  definition: {
    zh: '不同订单数除以购买用户数。客单价等于笔单价乘以它。',
    en: 'Different orders divided by buyers. Revenue per buyer is order value times it.',
  },
  edgeCases: { zh: '没有购买用户时为“—”。', en: 'Without buyers it is "—".' },
  source: 'own convention',
  example: {
    files: { 'orders.csv': exampleOrders },
    answer: '1.5 单/人',
    source: 'By hand: three orders of two buyers',
  },
  columns: requireOrderColumns('order', 'user'),
  params: z.strictObject(orderParamsShape),
  formulaText: () => ({
    numerator: { zh: '订单数', en: 'orders' },
    denominator: { zh: '购买用户数', en: 'buyers' },
  }),
  sql: (query) =>
    buildAggregateSql(query, {
      numerator: `count(DISTINCT ${query.columns.order})`,
      denominator: `count(DISTINCT ${query.columns.user})`,
      only: buildOrderConditions(query),
    }),
};

export const incomeMetrics = {
  arpu,
  pay_rate: payRate,
  orders_per_buyer: ordersPerBuyer,
};
