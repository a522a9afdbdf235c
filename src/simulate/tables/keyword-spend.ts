import type { Field } from '../csv.ts';
import type { Random } from '../random.ts';
import { spread } from '../spread.ts';
import { isoDay } from '../term.ts';
import { type SpendLine, spendLines } from '../world/spend.ts';
import type { World } from '../world/world.ts';
import { type SimulatedTable, yuan } from './table.ts';

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
    return spendLines(world).flatMap((line) => shared(random, world, line));
  },
};

function shared(random: Random, { plan }: World, line: SpendLine): Field[][] {
  const words = Object.entries(plan.keywords?.[line.campaign] ?? { '': 1 });
  const weights = words.map(([, weight]) => weight * random.logNormal(1, 0.3));
  const clicks = spread(line.clicks, weights);
  const cost = spread(line.cost, line.clicks > 0 ? clicks : weights);
  const conversions = spread(line.conversions, clicks);
  const revenue = spread(line.revenue, conversions);
  const { ctr } = plan.channels[line.channel]!;
  return words.map(([word], at) => {
    const shown = Math.max(clicks[at]!, Math.round(clicks[at]! / (ctr * random.logNormal(1, 0.15))));
    const money = [yuan(cost[at]!), conversions[at]!, yuan(revenue[at]!)];
    return [isoDay(line.day), line.channel, line.campaign, word || null, shown, clicks[at]!, ...money];
  });
}
