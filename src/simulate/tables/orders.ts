import { stamp } from '../term.ts';
import { type SimulatedTable, yuan } from './table.ts';

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
      stamp(order.createdAt),
      order.paidAt === undefined ? null : stamp(order.paidAt),
      order.status,
      yuan(order.amount),
      yuan(order.discount),
      order.items,
      order.coupon ?? null,
    ]),
};
