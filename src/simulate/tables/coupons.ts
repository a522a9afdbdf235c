import type { Field } from '../csv.ts';

import type { Random } from '../random.ts';
import { daySeconds, stamp } from '../term.ts';
import type { Order } from '../world/orders.ts';
import { type SimulatedTable, yuan } from './table.ts';

/** Batches: who issues with us, first and last day, coupons that nobody used, most of them never claimed. */
const batches = [
  { batch: '打卡季券', partner: null, from: 42, to: 55, unused: 260, value: 1000 },
  { batch: '拼团券', partner: null, from: 91, to: 104, unused: 340, value: 1200 },
  { batch: '联名首单券', partner: '轻付校园支付', from: 49, to: 111, unused: 420, value: 500 },
];

/** Every coupon issued; the discount of an order is the value of the coupon it was paid with. */
export const coupons: SimulatedTable = {
  columns: ['coupon_id', 'batch', 'partner', 'issued_at', 'claimed_at', 'redeemed_at', 'order_id', 'value'],
  rows: (world) => {
    const random = world.random.fork('coupons');
    const used = world.orders
      .filter(({ coupon }) => coupon !== undefined)
      .map((order) => redeemed(random, order));
    const rest = batches.flatMap(({ batch, partner, from, to, unused, value }) =>
      Array.from({ length: Math.round(unused * world.scale) }, (_, index): Field[] => {
        const issued = random.int(from, to) * daySeconds + random.int(9, 20) * 3600;
        const claimed = random.chance(0.38) ? stamp(issued + random.int(60, 40_000)) : null;
        return [
          `${prefix(batch)}n${index + 1}`,
          batch,
          partner,
          stamp(issued),
          claimed,
          null,
          null,
          yuan(value),
        ];
      }),
    );
    return [...used, ...rest];
  },
};

const prefix = (batch: string) => `q${batches.findIndex((each) => each.batch === batch) + 1}-`;

function redeemed(random: Random, { id, coupon, createdAt, paidAt, discount }: Order): Field[] {
  const { batch, partner } = batches.find((each) => coupon?.startsWith(prefix(each.batch)))!;
  const claimed = createdAt - random.int(300, 30_000);
  const issued = claimed - random.int(60, 40_000);
  const paid = paidAt === undefined ? null : stamp(paidAt);
  return [coupon!, batch, partner, stamp(issued), stamp(claimed), paid, paid && id, yuan(discount)];
}
