import { formatIsoDay } from '../plan/term-calendar.ts';
import { getSpendLines } from '../world/spend-lines.ts';
import { formatYuan, type SimulatedTable } from './simulated-table.ts';

/** What was paid and what came back, a line a day and campaign; SEO is work paid by the day. */
export const adSpend: SimulatedTable = {
  columns: ['date', 'channel', 'campaign', 'impressions', 'clicks', 'cost', 'conversions', 'revenue'],
  rows: (world) => {
    const random = world.random.fork('impressions');
    return getSpendLines(world).map((line) => {
      const { ctr } = world.plan.channels[line.channel]!;
      const shown = Math.max(line.clicks, Math.round(line.clicks / (ctr * random.logNormal(1, 0.15))));
      const { day, channel, campaign, clicks, cost, conversions, revenue } = line;
      return [
        formatIsoDay(day),
        channel,
        campaign,
        shown,
        clicks,
        formatYuan(cost),
        conversions,
        formatYuan(revenue),
      ];
    });
  },
};
