import { apportion } from '../apportion.ts';
import type { Field } from '../output/format-csv.ts';
import { formatIsoDay } from '../plan/term-calendar.ts';
import type { Random } from '../random.ts';
import { getSpendLines, type SpendLine } from '../world/spend-lines.ts';
import type { World } from '../world/world.ts';
import { formatYuan, type SimulatedTable } from './simulated-table.ts';

/** Spend by keyword: what a campaign did on a day is shared out among its words, so that sums stay the same. */
export const keywordSpend: SimulatedTable = {
  columns: [
    'date',
    'channel',
    'campaign',
    'keyword',
    'impressions',
    'clicks',
    'cost',
    'conversions',
    'revenue',
  ],
  rows: (world) => {
    const random = world.random.fork('keywords');
    return getSpendLines(world).flatMap((line) => splitByKeyword(random, world, line));
  },
};

function splitByKeyword(random: Random, { plan }: World, line: SpendLine): Field[][] {
  const words = Object.entries(plan.keywords?.[line.campaign] ?? { '': 1 });
  const weights = words.map(([, weight]) => weight * random.logNormal(1, 0.3));
  const clicks = apportion(line.clicks, weights);
  const cost = apportion(line.cost, line.clicks > 0 ? clicks : weights);
  const conversions = apportion(line.conversions, clicks);
  const revenue = apportion(line.revenue, conversions);
  const { ctr } = plan.channels[line.channel]!;
  return words.map(([word], at) => {
    const shown = Math.max(clicks[at]!, Math.round(clicks[at]! / (ctr * random.logNormal(1, 0.15))));
    const money = [formatYuan(cost[at]!), conversions[at]!, formatYuan(revenue[at]!)];
    return [formatIsoDay(line.day), line.channel, line.campaign, word || null, shown, clicks[at]!, ...money];
  });
}
