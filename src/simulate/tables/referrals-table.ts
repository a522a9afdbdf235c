import { findRunningCampaign } from '../plan/campaign-plan.ts';
import { formatTimestamp } from '../plan/term-calendar.ts';
import { computeFingerprint } from '../world/world-invitations.ts';
import { formatYuan, type SimulatedTable } from './simulated-table.ts';

/** Who invited whom. The reward is paid when the guest comes back or pays. */
export const referrals: SimulatedTable = {
  columns: [
    'inviter_id',
    'invitee_id',
    'ts',
    'channel',
    'campaign_id',
    'rewarded',
    'activated',
    'device_hash',
    'ip_hash',
  ],
  rows: (world) =>
    world.invitations.map((each) => [
      each.inviter.id,
      each.invitee.id,
      formatTimestamp(each.at),
      each.channel,
      findRunningCampaign(world.plan, each.at)?.id ?? null,
      formatYuan(each.reward),
      each.activated,
      computeFingerprint(each).device,
      computeFingerprint(each).network,
    ]),
};
