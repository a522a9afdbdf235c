import type { Field } from '../csv.ts';
import { spendLines } from '../world/spend.ts';
import type { World } from '../world/world.ts';
import { type SimulatedTable, yuan } from './table.ts';

/** What was planned and what was spent: channels as in `ad_spend`, campaigns and tools by their bills. */
export const budget: SimulatedTable = {
  columns: ['line', 'type', 'budget', 'actual', 'note'],
  rows: (world) => {
    const { plan, scale } = world;
    const random = world.random.fork('budget');
    const money = (yuans: number) => yuan(Math.round(yuans * scale) * 100);
    const bills = [
      ...plan.campaigns.map(({ name, budget }) => [name, budget] as const),
      ...plan.budget.bills,
    ];
    return [
      ...channels(world, money),
      ...bills.map(([name, planned]): Field[] => {
        return [name, 'cost', money(planned), money(planned * (0.9 + 0.14 * random.next())), null];
      }),
      ...sales(world, money),
    ];
  },
};

function channels(world: World, money: (yuans: number) => string): Field[][] {
  const lines = spendLines(world);
  return Object.entries(world.plan.budget.channels).map(([channel, [line, planned, note]]) => {
    const own = lines.filter((each) => each.channel === channel);
    const spent = own.reduce((sum, { cost }) => sum + cost, 0);
    return [line, 'cost', money(planned), yuan(spent), note || null];
  });
}

/** Orders paid and not refunded. */
function sales({ orders, plan }: World, money: (yuans: number) => string): Field[][] {
  if (!plan.budget.revenue) return [];
  const [line, planned, note] = plan.budget.revenue;
  const kept = orders.filter(({ paidAt, status }) => paidAt !== undefined && status !== 'refunded');
  const total = kept.reduce((sum, { amount }) => sum + amount, 0);
  return [[line, 'revenue', money(planned), yuan(total), note]];
}
