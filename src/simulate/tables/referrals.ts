import { stamp } from '../term.ts';
import { traceOf } from '../world/traces.ts';
import { type SimulatedTable, yuan } from './table.ts';

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
      stamp(each.at),
      each.channel,
      world.plan.campaigns.find(({ from, to }) => from * 86_400 <= each.at && each.at < (to + 1) * 86_400)
        ?.id ?? null,
      yuan(each.reward),
      each.activated,
      traceOf(each).device,
      traceOf(each).network,
    ]),
};
