/** Orders, money, and buyers. */
import { z } from 'zod';
import { defineFamily } from '../../define-family.ts';
import type { MetricDefinition } from '../../metric.ts';
import { createRatioMetric, describeZeroDenominator } from '../../ratio-metric.ts';
import { buildAggregateSql } from '../../sql/select.ts';
import {
  buildOrderConditions,
  countedDay,
  describeCountedOrders,
  exampleOrders,
  type OrderParams,
  orderParamsShape,
  requireOrderColumns,
} from './counted-orders.ts';
import { incomeMetrics } from './income-metrics.ts';
import { repurchaseMetrics } from './repurchase-metrics.ts';

const params = z.strictObject(orderParamsShape);
const example = { files: { 'orders.csv': exampleOrders }, source: 'By hand' };

const edgeCases = {
  zh: `没有行时为 0。${countedDay.zh}`,
  en: `Without rows it is 0. ${countedDay.en}`,
};
const shared = { table: 'orders', params, proportion: false } as const;

const gmv: MetricDefinition<OrderParams> = {
  ...shared,
  names: { zh: '成交总额', en: 'Gross merchandise value' },
  unit: '元',
  direction: 'higher',
  definition: {
    zh: '计入的订单金额之和，默认计已支付的订单（含其后退款的），按下单那天归期。它不等于营业收入。',
    en: 'Sum of the amounts of the orders that count, by default those paid (also if refunded later), by the day they were placed. It is not revenue.',
  },
  edgeCases,
  source: 'own convention',
  example: { ...example, answer: '600.00 元' },
  columns: requireOrderColumns('amount'),
  empty: 0,
  formulaText: (params, _found, columns) => ({
    numerator: {
      zh: `${describeCountedOrders(params, columns).zh}订单金额之和`,
      en: `sum of the amounts of ${describeCountedOrders(params, columns).en}`,
    },
  }),
  sql: (query) =>
    buildAggregateSql(query, {
      numerator: `coalesce(sum(${query.columns.amount}), 0)`,
      only: buildOrderConditions(query),
    }),
};

const orders: MetricDefinition<OrderParams> = {
  ...shared,
  names: { zh: '订单数', en: 'Orders' },
  unit: '单',
  direction: 'higher',
  definition: {
    zh: '计入的不同订单数，默认计已支付的订单。一个订单有多行时只计一次。',
    en: 'Different orders that count, by default those paid. An order of several rows counts once.',
  },
  edgeCases,
  source: 'own convention',
  example: { ...example, answer: '3 单' },
  columns: requireOrderColumns('order'),
  empty: 0,
  formulaText: (params, _found, columns) => {
    const { zh, en } = describeCountedOrders(params, columns);
    return { numerator: { zh: zh ? `${zh}的不同订单数` : '不同订单数', en: `different ${en}` } };
  },
  sql: (query) =>
    buildAggregateSql(query, {
      numerator: `count(DISTINCT ${query.columns.order})`,
      only: buildOrderConditions(query),
    }),
};

const buyers: MetricDefinition<OrderParams> = {
  ...shared,
  names: { zh: '购买用户', en: 'Buyers' },
  unit: '人',
  direction: 'higher',
  definition: {
    zh: '有计入订单的不同用户数，默认计已支付的订单。各期相加大于总数，因为同一用户可多次购买。',
    en: 'Different users with an order that counts, by default a paid one. Periods add up to more than the total.',
  },
  edgeCases,
  source: 'own convention',
  example: { ...example, answer: '2 人' },
  columns: requireOrderColumns('user'),
  empty: 0,
  formulaText: (params, _found, columns) => {
    const { zh, en } = describeCountedOrders(params, columns);
    return {
      numerator: {
        zh: zh ? `有${zh}订单的不同用户数` : '有订单的不同用户数',
        en: `different users with ${en}`,
      },
    };
  },
  sql: (query) =>
    buildAggregateSql(query, {
      numerator: `count(DISTINCT ${query.columns.user})`,
      only: buildOrderConditions(query),
    }),
};

function createMoneyMetric(given: {
  names: { zh: string; en: string };
  unit: string;
  per: 'order' | 'user';
  definition: { zh: string; en: string };
  under: { zh: string; en: string };
}): MetricDefinition<OrderParams> {
  const { per, under, ...rest } = given;
  return createRatioMetric({
    ...shared,
    ...rest,
    parts: { numerator: '元', denominator: per === 'order' ? '单' : '人' },
    direction: 'higher',
    edgeCases: describeZeroDenominator(under),
    source: 'own convention',
    example: { ...example, answer: per === 'order' ? '200.00 元/单' : '300.00 元/人' },
    columns: requireOrderColumns('amount', per),
    paired: () => ['amount', per],
    formulaText: { numerator: { zh: '成交总额', en: 'gross merchandise value' }, denominator: under },
    over: ({ columns }) => `sum(${columns.amount})`,
    under: ({ columns }) => `count(DISTINCT ${columns[per]})`,
    only: buildOrderConditions,
  });
}

const aov = createMoneyMetric({
  names: { zh: '笔单价', en: 'Average order value' },
  unit: '元/单',
  per: 'order',
  definition: {
    zh: '成交总额除以订单数，即单次交易金额。与按人计的客单价不同。',
    en: 'Gross merchandise value divided by orders. It differs from the value per buyer.',
  },
  under: { zh: '订单数', en: 'orders' },
});

const arppu = createMoneyMetric({
  names: { zh: '客单价', en: 'Revenue per paying user' },
  unit: '元/人',
  per: 'user',
  definition: {
    zh: '成交总额除以购买用户数（按人计）。等于笔单价乘以人均订单数。',
    en: 'Gross merchandise value divided by buyers. It equals order value times orders per buyer.',
  },
  under: { zh: '购买用户数', en: 'buyers' },
});

export const orderMetrics = defineFamily('orders', {
  gmv,
  orders,
  buyers,
  aov,
  arppu,
  ...repurchaseMetrics,
  ...incomeMetrics,
});
