/** Column needs that several families share, with the names tables use for them. */
import type { ColumnNeed } from './metric.ts';

export const time: ColumnNeed = {
  names: [
    'ts',
    'date',
    'day',
    'registered_at',
    'created_at',
    'at',
    'time',
    'week',
    'started_at',
    'submitted_at',
  ],
  meaning: { zh: '时间列', en: 'time' },
  optional: true,
};

export const user: ColumnNeed = {
  names: ['user_id', 'uid', 'user', 'customer_id', 'CustomerID'],
  meaning: { zh: '用户', en: 'user' },
};

export const event: ColumnNeed = {
  names: ['event', 'event_name', 'event_type'],
  meaning: { zh: '事件名', en: 'name of the event' },
};

export const cost: ColumnNeed = {
  names: ['cost', 'cost_元', 'cost_cny', 'spend'],
  meaning: { zh: '消费', en: 'cost' },
};

export const impressions: ColumnNeed = {
  names: ['impressions'],
  meaning: { zh: '曝光量', en: 'impressions' },
};

export const clicks: ColumnNeed = { names: ['clicks'], meaning: { zh: '点击量', en: 'clicks' } };

export const conversions: ColumnNeed = {
  names: ['conversions'],
  meaning: { zh: '转化数', en: 'conversions' },
};

export const revenue: ColumnNeed = {
  names: ['revenue', 'revenue_元', 'revenue_cny'],
  meaning: { zh: '收入', en: 'revenue' },
};

export const order: ColumnNeed = {
  names: ['order_id', 'InvoiceNo'],
  meaning: { zh: '订单号', en: 'order' },
};

export const amount: ColumnNeed = {
  names: ['amount', 'amount_元', 'amount_cny'],
  meaning: { zh: '金额', en: 'amount' },
};

export const status: ColumnNeed = {
  names: ['status'],
  meaning: { zh: '订单状态', en: 'status of the order' },
  optional: true,
};

export const channel: ColumnNeed = { names: ['channel', 'source'], meaning: { zh: '渠道', en: 'channel' } };

export const newUsers: ColumnNeed = {
  names: ['new_users', 'new_customers'],
  meaning: { zh: '新增用户数', en: 'new users' },
};

export function createNeed(names: string[], zh: string, en: string): ColumnNeed {
  return { names, meaning: { zh, en } };
}

export function createOptionalNeed(names: string[], zh: string, en: string): ColumnNeed {
  return { ...createNeed(names, zh, en), optional: true };
}

/** A team may name its columns once for all metrics of a family; each of these needs its own of them. */
export function requireColumns<Name extends string>(
  all: Record<Name, ColumnNeed>,
  ...needed: NoInfer<Name>[]
): Record<Name, ColumnNeed> {
  const entries = (Object.keys(all) as Name[]).map((name) => [
    name,
    needed.includes(name) ? all[name] : { ...all[name], optional: true },
  ]);
  return Object.fromEntries(entries);
}
