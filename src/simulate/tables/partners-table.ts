import { apportion } from '../apportion.ts';
import type { World } from '../world/world.ts';
import { formatYuan, type SimulatedTable } from './simulated-table.ts';

/** Partners share the visits and new users of the channel, or of its campaign, that they fed. */
export const partners: SimulatedTable = {
  columns: ['partner', 'kind', 'give', 'get', 'cost', 'impressions', 'visits', 'new_users', 'status'],
  rows: (world) => {
    const { partners: plans } = world.plan;
    return plans.map((plan) => {
      const same = plans.filter(
        ({ channel, campaign }) => channel === plan.channel && campaign === plan.campaign,
      );
      const shares = same.map(({ share }) => share);
      const part = (total: number) => apportion(total, shares)[same.indexOf(plan)]!;
      const { visits, users } = countReferred(world, plan);
      const impressions = Math.round(plan.impressions * world.scale);
      return [
        plan.partner,
        plan.kind,
        plan.give,
        plan.get,
        formatYuan(plan.cost * 100),
        impressions,
        part(visits),
        part(users),
        plan.status,
      ];
    });
  },
};

function countReferred({ sessions }: World, { channel, campaign }: { channel: string; campaign?: string }) {
  const own = sessions.filter(
    ({ person, channel: through }) =>
      through === channel && person.channel === channel && (campaign ?? person.campaign) === person.campaign,
  );
  return { visits: own.length, users: own.filter(({ registers }) => registers).length };
}
