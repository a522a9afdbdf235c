import { formatTimestamp } from '../plan/term-calendar.ts';
import { formatYuan, type SimulatedTable } from './simulated-table.ts';

export const orders: SimulatedTable = {
  columns: [
    'order_id',
    'user_id',
    'created_at',
    'paid_at',
    'status',
    'amount',
    'discount',
    'items',
    'coupon_id',
  ],
  rows: (world) =>
    world.orders.map((order) => [
      order.id,
      order.person.id,
      formatTimestamp(order.createdAt),
      order.paidAt === undefined ? null : formatTimestamp(order.paidAt),
      order.status,
      formatYuan(order.amount),
      formatYuan(order.discount),
      order.items,
      order.coupon ?? null,
    ]),
};
