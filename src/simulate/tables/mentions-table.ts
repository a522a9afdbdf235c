import { isCampaignRunning } from '../plan/campaign-plan.ts';
import { days, formatIsoDay } from '../plan/term-calendar.ts';
import type { SimulatedTable } from './simulated-table.ts';

/** Mentions by day, platform and term; the mood sinks while complaints pile up, and heals slowly. */
export const mentions: SimulatedTable = {
  columns: ['date', 'platform', 'term', 'mentions', 'positive', 'neutral', 'negative', 'reach', 'competitor'],
  rows: (world) => {
    const random = world.random.fork('mentions');
    const { mentions: plan, trouble } = world.plan;
    const { anomaly } = world.plan.planted;
    const mood = (day: number) => {
      if (day < trouble.from || day > trouble.to + 16) return 0.09;
      return day <= trouble.to ? 0.34 : 0.34 - (0.25 * (day - trouble.to)) / 16;
    };
    const all = Array.from({ length: days }, (_, day) => day);
    return all.flatMap((day) =>
      Object.entries(plan.platforms).flatMap(([platform, usual]) =>
        plan.terms.map((term, at) => {
          const own = at === 0;
          const odd = own && day === anomaly?.day && platform === anomaly.channel ? 4 : 1;
          const lift = own ? (1 + day / 90) * (isCampaignRunning(world.plan, day) ? 1.7 : 1) * odd : 1.35;
          const count = Math.round(usual * lift * random.logNormal(1, 0.16));
          const bad = Math.min(
            count,
            Math.round(count * (own ? mood(day) : 0.14) * random.logNormal(1, 0.25)),
          );
          const good = Math.round((count - bad) * (0.46 + 0.08 * random.next()));
          const reach = Math.round(count * random.logNormal(95, 0.25));
          return [formatIsoDay(day), platform, term, count, good, count - bad - good, bad, reach, !own];
        }),
      ),
    );
  },
};
