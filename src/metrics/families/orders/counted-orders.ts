/** Which orders count, for every metric of orders. */
import { z } from 'zod';
import { quoteSqlText } from '../../../base/quoting.ts';
import type { ColumnNeed, MetricQuery } from '../../metric.ts';
import { amount, order, requireColumns, status, time, user } from '../../shared-columns.ts';

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

/** Without a column of states every row counts: the author's `where` has chosen. */
export function buildOrderConditions(query: Pick<MetricQuery<OrderParams>, 'params' | 'columns'>): string[] {
  const states = COUNTED_STATES[query.params.rule];
  const column = query.columns.status;
  return states && column ? [`${column} IN (${states.map(quoteSqlText).join(', ')})`] : [];
}

const columns = {
  order,
  user,
  amount,
  status,
  time: { ...time, names: ['created_at', 'paid_at', ...time.names] },
};
/** The columns of a metric that needs these. */
export function requireOrderColumns(...needed: ('order' | 'user' | 'amount')[]): Record<string, ColumnNeed> {
  return requireColumns(columns, ...needed);
}

/** By which of its dates an order belongs to a period. */
export const countedDay = {
  zh: '订单按下单时间（created_at）归期，表里没有才按支付时间；写 with: { time: paid_at } 改按支付时间。',
  en: 'An order goes by when it was placed (created_at), where the table has no such column by when it was paid; `with: { time: paid_at }` makes it the payment.',
};

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
