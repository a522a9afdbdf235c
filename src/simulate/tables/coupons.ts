import type { Field } from '../csv.ts';

import type { CouponPlan } from '../plan/measuring.ts';
import type { Random } from '../random.ts';
import { daySeconds, stamp } from '../term.ts';
import type { Order } from '../world/orders.ts';
import { type SimulatedTable, yuan } from './table.ts';

/** Every coupon issued; the discount of an order is the value of the coupon it was paid with. */
export const coupons: SimulatedTable = {
  columns: ['coupon_id', 'batch', 'partner', 'issued_at', 'claimed_at', 'redeemed_at', 'order_id', 'value'],
  rows: (world) => {
    const random = world.random.fork('coupons');
    const { coupons: batches } = world.plan;
    const used = world.orders
      .filter(({ coupon }) => coupon !== undefined)
      .map((order) => redeemed(random, batches, order));
    const rest = batches.flatMap(({ batch, partner, from, to, unused, value }, at) =>
      Array.from({ length: Math.round(unused * world.scale) }, (_, index): Field[] => {
        const issued = random.int(from, to) * daySeconds + random.int(9, 20) * 3600;
        const claimed = random.chance(0.38) ? stamp(issued + random.int(60, 40_000)) : null;
        return [`q${at + 1}-n${index + 1}`, batch, partner, stamp(issued), claimed, null, null, yuan(value)];
      }),
    );
    return [...used, ...rest];
  },
};

function redeemed(
  random: Random,
  batches: CouponPlan[],
  { id, coupon, createdAt, paidAt, discount }: Order,
): Field[] {
  const { batch, partner } = batches[Number(coupon!.slice(1).split('-')[0]) - 1]!;
  const claimed = createdAt - random.int(300, 30_000);
  const issued = claimed - random.int(60, 40_000);
  const paid = paidAt === undefined ? null : stamp(paidAt);
  return [coupon!, batch, partner, stamp(issued), stamp(claimed), paid, paid && id, yuan(discount)];
}
