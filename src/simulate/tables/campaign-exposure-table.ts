import { formatIsoDay } from '../plan/term-calendar.ts';
import type { Random } from '../random.ts';
import type { SimulatedTable } from './simulated-table.ts';

/** Views of a campaign's posts by platform and day; strong at the start, once more at the end. */
export const campaignExposure: SimulatedTable = {
  columns: ['date', 'campaign_id', 'platform', 'impressions', 'reach', 'interactions', 'clicks', 'joined'],
  rows: (world) => {
    const random = world.random.fork('campaign exposure');
    return world.plan.campaigns.flatMap(({ id, from, to, impressions }) =>
      Array.from({ length: to - from + 1 }, (_, index) => index).flatMap((index) =>
        Object.entries(impressions).map(([platform, mean]) => [
          formatIsoDay(from + index),
          id,
          platform,
          ...simulateCounts(random, mean * world.scale, index / (to - from)),
        ]),
      ),
    );
  },
};

function simulateCounts(random: Random, mean: number, progress: number): number[] {
  const wave = 1.35 - 1.1 * progress + 0.85 * progress ** 3;
  const impressions = Math.round(mean * wave * 1.04 * random.logNormal(1, 0.16));
  const reach = Math.round(impressions * (0.58 + 0.14 * random.next()));
  const interactions = Math.round(reach * 0.045 * random.logNormal(1, 0.2));
  const clicks = Math.round(reach * 0.021 * random.logNormal(1, 0.2));
  return [impressions, reach, interactions, clicks, Math.round(clicks * (0.08 + 0.05 * random.next()))];
}
