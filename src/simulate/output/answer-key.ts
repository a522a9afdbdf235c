import { stringify } from 'yaml';
import { formatIsoDay } from '../plan/term-calendar.ts';
import type { SpendLine } from '../world/spend-lines.ts';
import type { World } from '../world/world.ts';

/** How the data were made. */
interface SimulationParameters {
  seed: number;
  set: readonly string[];
}

/** What one line of the spend came to. Money in 分. */
export type ChannelSpend = Pick<SpendLine, 'channel' | 'conversions' | 'cost'>;

/** What is hidden in the data and what is true in them, for those who mark the report. */
export function formatAnswerKey(
  world: World,
  { seed, set }: SimulationParameters,
  spent: readonly ChannelSpend[],
): string {
  const { plan, scale } = world;
  const key = {
    seed,
    scale,
    ...(set.length > 0 && { set: [...set] }),
    planted: buildPlantedEntries(world),
    channels: buildChannelEntries(world, spent),
    windows: plan.windows.map(({ from, to, visitors, payers }) => {
      return {
        from: formatIsoDay(from),
        to: formatIsoDay(to),
        visitors: visitors * scale,
        payers: payers * scale,
      };
    }),
    trials: plan.trials.map(({ exp, rates, means }) => ({
      exp,
      ...(rates?.arms ?? means?.arms ?? findTrueEffect(world, exp)),
    })),
    late_tasks: plan.tasks.filter(({ slip }) => slip > 0).map(({ name, slip }) => ({ name, days: slip })),
    weeks_without_review: listMissingWeeks(plan.reviews.map(({ week }) => week)),
  };
  return stringify(key, { lineWidth: 0 });
}

function buildPlantedEntries({ plan, people }: World) {
  const { anomaly, ring, tracking, landing, winBack } = plan.planted;
  return {
    ...(anomaly && { anomaly: { ...anomaly, day: formatIsoDay(anomaly.day) } }),
    ...(ring && {
      ring: {
        ...ring,
        day: formatIsoDay(ring.day),
        users: people.flatMap((one) => (one.ring ? [one.id] : [])),
      },
    }),
    ...(tracking && { tracking: { ...tracking, day: formatIsoDay(tracking.day) } }),
    ...(landing && {
      landing: { ...landing, from: formatIsoDay(landing.from), to: formatIsoDay(landing.to) },
    }),
    ...(winBack && { winBack: { ...winBack, day: formatIsoDay(winBack.day) } }),
  };
}

/** What each channel brought and cost, and how ready to pay its users truly are against the others. */
function buildChannelEntries({ plan }: World, spent: readonly ChannelSpend[]) {
  return Object.entries(plan.channels).map(([channel, { payers }]) => {
    const own = spent.filter((line) => line.channel === channel);
    const users = own.reduce((sum, { conversions }) => sum + conversions, 0);
    const cost = own.reduce((sum, line) => sum + line.cost, 0) / 100;
    const perUser = users > 0 ? { cost_per_user: Math.round((100 * cost) / users) / 100 } : {};
    return { channel, new_users: users, cost, ...perUser, readiness_to_pay: payers };
  });
}

function findTrueEffect({ plan: { planted: hidden, push } }: World, exp: string): { uplift?: number } {
  if (exp === hidden.landing?.exp) return { uplift: hidden.landing.uplift };
  return exp === push?.exp ? { uplift: 0 } : {};
}

function listMissingWeeks(weeks: number[]): number[] {
  return Array.from({ length: 16 }, (_, index) => index + 1).filter((week) => !weeks.includes(week));
}
