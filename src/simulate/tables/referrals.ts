import { stamp } from '../term.ts';
import { invitations } from '../world/invitations.ts';
import { type SimulatedTable, yuan } from './table.ts';

/** Who invited whom. The reward is paid when the guest comes back or pays. */
export const referrals: SimulatedTable = {
  columns: ['inviter_id', 'invitee_id', 'ts', 'channel', 'rewarded', 'activated'],
  rows: (world) =>
    invitations(world).map((each) => [
      each.inviter.id,
      each.invitee.id,
      stamp(each.at),
      each.channel,
      yuan(each.reward),
      each.activated,
    ]),
};
