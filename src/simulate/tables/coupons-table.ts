import type { Field } from '../output/format-csv.ts';

import type { CouponPlan } from '../plan/measurement-plan.ts';
import { daySeconds, formatTimestamp } from '../plan/term-calendar.ts';
import type { Random } from '../random.ts';
import type { Order } from '../world/world-orders.ts';
import { formatYuan, type SimulatedTable } from './simulated-table.ts';

/** Every coupon issued; the discount of an order is the value of the coupon it was paid with. */
export const coupons: SimulatedTable = {
  columns: ['coupon_id', 'batch', 'partner', 'issued_at', 'claimed_at', 'redeemed_at', 'order_id', 'value'],
  rows: (world) => {
    const random = world.random.fork('coupons');
    const { coupons: batches } = world.plan;
    const used = world.orders
      .filter(({ coupon }) => coupon !== undefined)
      .map((order) => simulateRedemption(random, batches, order));
    const rest = batches.flatMap(({ batch, partner, from, to, unused, value }, at) =>
      Array.from({ length: Math.round(unused * world.scale) }, (_, index): Field[] => {
        const issued = random.int(from, to) * daySeconds + random.int(9, 20) * 3600;
        const claimed = random.chance(0.38) ? formatTimestamp(issued + random.int(60, 40_000)) : null;
        return [
          `q${at + 1}-n${index + 1}`,
          batch,
          partner,
          formatTimestamp(issued),
          claimed,
          null,
          null,
          formatYuan(value),
        ];
      }),
    );
    return [...used, ...rest];
  },
};

function simulateRedemption(
  random: Random,
  batches: CouponPlan[],
  { id, coupon, createdAt, paidAt, discount }: Order,
): Field[] {
  const { batch, partner } = batches[Number(coupon!.slice(1).split('-')[0]) - 1]!;
  const claimed = createdAt - random.int(300, 30_000);
  const issued = claimed - random.int(60, 40_000);
  const paid = paidAt === undefined ? null : formatTimestamp(paidAt);
  return [
    coupon!,
    batch,
    partner,
    formatTimestamp(issued),
    formatTimestamp(claimed),
    paid,
    paid && id,
    formatYuan(discount),
  ];
}
