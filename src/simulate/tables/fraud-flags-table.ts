import type { Field } from '../output/format-csv.ts';
import { formatTimestamp } from '../plan/term-calendar.ts';
import type { World } from '../world/world.ts';
import { computeFingerprint } from '../world/world-invitations.ts';
import type { SimulatedTable } from './simulated-table.ts';

/** Accounts on one device from which it is caught, and on one network in one hour from which it is looked at. */
const limits = { device: 3, network: 6 };

/** What the team's two rules caught among the invited. */
export const fraudFlags: SimulatedTable = {
  columns: ['user_id', 'rule', 'at', 'evidence', 'action'],
  rows: (world) =>
    [...flagByDevice(world), ...flagByNetwork(world)].sort((a, b) =>
      a[2]! < b[2]! ? -1 : a[2]! > b[2]! ? 1 : 0,
    ),
};

function flagByDevice(world: World): Field[][] {
  const { sameDevice } = world.plan.words;
  const groups = Map.groupBy(world.invitations, (each) => computeFingerprint(each).device);
  return [...groups.values()]
    .filter((group) => group.length >= limits.device)
    .flatMap((group) =>
      group.map(({ invitee }) => [
        invitee.id,
        sameDevice.rule,
        formatTimestamp(group[limits.device - 1]!.at),
        sameDevice.evidence.replace('#', String(group.length)),
        sameDevice.action,
      ]),
    );
}

function flagByNetwork(world: World): Field[][] {
  const { sameNetwork } = world.plan.words;
  const groups = Map.groupBy(
    world.invitations,
    (each) => `${computeFingerprint(each).network} ${Math.floor(each.at / 3600)}`,
  );
  return [...groups.values()]
    .filter((group) => group.length >= limits.network)
    .flatMap((group) =>
      group.map(({ invitee }) => [
        invitee.id,
        sameNetwork.rule,
        formatTimestamp(group.at(-1)!.at),
        sameNetwork.evidence.replace('#', String(group.length)),
        sameNetwork.action,
      ]),
    );
}
