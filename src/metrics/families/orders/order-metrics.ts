/** Orders, money, and buyers who come back. */
import { z } from 'zod';
import { quoteText } from '../../../base/sql-text.ts';
import type { ColumnNeed, Example, FormulaText, Metric, MetricQuery } from '../../metric.ts';
import { amount, order, status, time, user } from '../../shared-columns.ts';
import { buildAggregateSql } from '../../sql/select.ts';

type OrderRule = 'placed' | 'paid' | 'shipped' | 'net_of_refund';

/** Which states of an order count. An order that was refunded had been paid. */
const COUNTED_STATES: Record<OrderRule, string[] | undefined> = {
  placed: undefined,
  paid: ['paid', 'shipped', 'refunded'],
  shipped: ['shipped'],
  net_of_refund: ['paid', 'shipped'],
};

const RULE_NAMES: Record<OrderRule, { zh: string; en: string }> = {
  placed: { zh: '已下单', en: 'placed' },
  paid: { zh: '已支付', en: 'paid' },
  shipped: { zh: '已发货', en: 'shipped' },
  net_of_refund: { zh: '已支付且未退款', en: 'paid and not refunded' },
};

export interface OrderParams {
  rule: OrderRule;
}

/** Which orders count, as every metric of orders is told. */
export const orderParamsShape = {
  rule: z.enum(['placed', 'paid', 'shipped', 'net_of_refund']).default('paid').meta({
    description:
      '计入哪些订单：placed 下单、paid 支付、shipped 发货、net_of_refund 支付且未退款；表中没有状态列时全部计入（which orders count; all where the table has no status）',
  }),
};
const params = z.strictObject(orderParamsShape);

/** Without a column of states every row counts: the author's `where` has chosen. */
export function buildOrderConditions(query: Pick<MetricQuery<OrderParams>, 'params' | 'columns'>): string[] {
  const states = COUNTED_STATES[query.params.rule];
  const column = query.columns.status;
  return states && column ? [`${column} IN (${states.map(quoteText).join(', ')})`] : [];
}

const columns = {
  order,
  user,
  amount,
  status,
  time: { ...time, names: ['created_at', 'paid_at', ...time.names] },
};
/** A team may name its columns once for all these metrics; each needs its own of them. */
export function requireColumns(...needed: ('order' | 'user' | 'amount')[]): Record<string, ColumnNeed> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, need]) => [
      name,
      needed.some((one) => one === name) ? need : { ...need, optional: true },
    ]),
  );
}

/** How the orders that count are called; without a column of states nothing is said about them. */
export function describeCountedOrders(
  { rule }: OrderParams,
  found: Record<string, string>,
): { zh: string; en: string } {
  if (found.status === undefined) return { zh: '', en: 'orders' };
  return { zh: RULE_NAMES[rule].zh, en: `${RULE_NAMES[rule].en} orders` };
}

export const exampleOrders =
  'order_id,user_id,created_at,status,amount\no1,a,2026-03-02T10:00:00+08:00,paid,100\no2,a,2026-03-09T10:00:00+08:00,paid,200\no3,b,2026-03-03T10:00:00+08:00,paid,300\no4,c,2026-03-04T10:00:00+08:00,cancelled,50\n';

function buildExample(id: string, answer: string): Example {
  return { files: { 'orders.csv': exampleOrders }, yaml: `{ metric: ${id} }`, answer, source: 'By hand' };
}

const edgeCases = { zh: '没有行时为 0。', en: 'Without rows it is 0.' };
const shared = { family: 'orders', table: 'orders', params, proportion: false } as const;

export const gmv: Metric<OrderParams> = {
  ...shared,
  id: 'gmv',
  names: { zh: '成交总额', en: 'Gross merchandise value' },
  unit: '元',
  direction: 'higher',
  definition: {
    zh: '计入的订单金额之和，默认计已支付的订单（含其后退款的）。它不等于营业收入。',
    en: 'Sum of the amounts of the orders that count, by default those paid (also if refunded later). It is not revenue.',
  },
  edgeCases,
  source: 'own convention',
  example: buildExample('gmv', '600.00 元'),
  columns: requireColumns('amount'),
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

export const orders: Metric<OrderParams> = {
  ...shared,
  id: 'orders',
  names: { zh: '订单数', en: 'Orders' },
  unit: '单',
  direction: 'higher',
  definition: {
    zh: '计入的不同订单数，默认计已支付的订单。一个订单有多行时只计一次。',
    en: 'Different orders that count, by default those paid. An order of several rows counts once.',
  },
  edgeCases,
  source: 'own convention',
  example: buildExample('orders', '3 单'),
  columns: requireColumns('order'),
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

export const buyers: Metric<OrderParams> = {
  ...shared,
  id: 'buyers',
  names: { zh: '购买用户', en: 'Buyers' },
  unit: '人',
  direction: 'higher',
  definition: {
    zh: '有计入订单的不同用户数，默认计已支付的订单。各期相加大于总数，因为同一用户可多次购买。',
    en: 'Different users with an order that counts, by default a paid one. Periods add up to more than the total.',
  },
  edgeCases,
  source: 'own convention',
  example: buildExample('buyers', '2 人'),
  columns: requireColumns('user'),
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
  id: string;
  names: { zh: string; en: string };
  unit: string;
  per: 'order' | 'user';
  definition: { zh: string; en: string };
  under: { zh: string; en: string };
}): Metric<OrderParams> {
  const { per, under, ...rest } = given;
  const reading: FormulaText = {
    numerator: { zh: '成交总额', en: 'gross merchandise value' },
    denominator: under,
  };
  return {
    ...shared,
    ...rest,
    parts: { numerator: '元', denominator: per === 'order' ? '单' : '人' },
    direction: 'higher',
    edgeCases: { zh: `${under.zh}为 0 时为“—”。`, en: `With ${under.en} of 0 it is "—".` },
    source: 'own convention',
    example: buildExample(rest.id, per === 'order' ? '200.00 元/单' : '300.00 元/人'),
    columns: requireColumns('amount', per),
    empty: null,
    formulaText: () => reading,
    sql: (query) =>
      buildAggregateSql(query, {
        numerator: `sum(${query.columns.amount})`,
        denominator: `count(DISTINCT ${query.columns[per]})`,
        only: buildOrderConditions(query),
      }),
  };
}

export const aov = createMoneyMetric({
  id: 'aov',
  names: { zh: '笔单价', en: 'Average order value' },
  unit: '元/单',
  per: 'order',
  definition: {
    zh: '成交总额除以订单数，即单次交易金额。与按人计的客单价不同。',
    en: 'Gross merchandise value divided by orders. It differs from the value per buyer.',
  },
  under: { zh: '订单数', en: 'orders' },
});

export const arppu = createMoneyMetric({
  id: 'arppu',
  names: { zh: '客单价', en: 'Revenue per paying user' },
  unit: '元/人',
  per: 'user',
  definition: {
    zh: '成交总额除以购买用户数（按人计）。等于笔单价乘以人均订单数。',
    en: 'Gross merchandise value divided by buyers. It equals order value times orders per buyer.',
  },
  under: { zh: '购买用户数', en: 'buyers' },
});
