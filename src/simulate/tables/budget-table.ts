import type { Field } from '../output/format-csv.ts';
import { getSpendLines } from '../world/spend-lines.ts';
import type { World } from '../world/world.ts';
import { isRevenueOrder } from '../world/world-orders.ts';
import { formatYuan, type SimulatedTable } from './simulated-table.ts';

/** What was planned and what was spent: channels as in `ad_spend`, campaigns and tools by their bills. */
export const budget: SimulatedTable = {
  columns: ['line', 'type', 'budget', 'actual', 'note'],
  rows: (world) => {
    const { plan, scale } = world;
    const random = world.random.fork('budget');
    const money = (yuans: number) => formatYuan(Math.round(yuans * scale) * 100);
    const bills = [
      ...plan.campaigns.map(({ name, budget }) => [name, budget] as const),
      ...plan.budget.bills,
    ];
    return [
      ...buildChannelRows(world, money),
      ...bills.map(([name, planned]): Field[] => {
        return [name, 'cost', money(planned), money(planned * (0.9 + 0.14 * random.next())), null];
      }),
      ...buildRevenueRows(world, money),
    ];
  },
};

function buildChannelRows(world: World, money: (yuans: number) => string): Field[][] {
  const lines = getSpendLines(world);
  return Object.entries(world.plan.budget.channels).map(([channel, [line, planned, note]]) => {
    const own = lines.filter((each) => each.channel === channel);
    const spent = own.reduce((sum, { cost }) => sum + cost, 0);
    return [line, 'cost', money(planned), formatYuan(spent), note || null];
  });
}

function buildRevenueRows({ orders, plan }: World, money: (yuans: number) => string): Field[][] {
  if (!plan.budget.revenue) return [];
  const [line, planned, note] = plan.budget.revenue;
  const total = orders.filter(isRevenueOrder).reduce((sum, { amount }) => sum + amount, 0);
  return [[line, 'revenue', money(planned), formatYuan(total), note]];
}
