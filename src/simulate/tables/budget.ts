import type { Field } from '../csv.ts';
import { campaignPlans } from '../plan/campaigns.ts';
import { channels } from '../plan/channels.ts';
import { spendLines } from '../world/spend.ts';
import { type SimulatedTable, yuan } from './table.ts';

/** Budgets in 元 as fixed with the plan. */
const planned: Record<string, [budget: number, note: string]> = {
  SEM: [27000, '五月加价抢位，超出部分由直播余款调入'],
  SEO: [24000, '内容专题提前完成'],
  小红书: [9600, ''],
  抖音: [13000, '直播停投，余款转内容专题与搜索'],
  公众号: [2600, ''],
  老带新: [6000, '奖励改为回访后发放'],
  异业合作: [2400, ''],
};

/** What was planned and what was spent: channels as in `ad_spend`, campaigns and tools by their bills. */
export const budget: SimulatedTable = {
  columns: ['line', 'type', 'budget', 'actual', 'note'],
  rows: (world) => {
    const random = world.random.fork('budget');
    const lines = spendLines(world);
    const money = (yuans: number) => yuan(Math.round(yuans * world.scale) * 100);
    const spent = channels
      .filter((channel) => planned[channel])
      .map((channel): Field[] => {
        const actual = lines
          .filter((line) => line.channel === channel)
          .reduce((sum, { cost }) => sum + cost, 0);
        const [budget, note] = planned[channel] ?? [0, ''];
        return [`${channel}投放`, 'cost', money(budget), yuan(actual), note || null];
      });
    const bills = [
      ...campaignPlans.map(({ name, budget }) => [name, budget] as const),
      ['问卷与监测工具', 1200] as const,
    ].map(([name, budget]): Field[] => [
      name,
      'cost',
      money(budget),
      money(budget * (0.9 + 0.14 * random.next())),
      null,
    ]);
    const sold = world.orders.filter(({ paidAt, status }) => paidAt !== undefined && status !== 'refunded');
    const revenue = sold.reduce((sum, { amount }) => sum + amount, 0);
    return [...spent, ...bills, ['商品销售', 'revenue', money(90000), yuan(revenue), '已扣退款']];
  },
};
