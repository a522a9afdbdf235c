import { sortByNumber } from '../sort-by-number.ts';
import { assignLandingTrial, assignPushTrial } from '../world/trial-assignment.ts';
import type { SimulatedTable } from './simulated-table.ts';

/** Who saw which arm of which trial; what they did then stands in `events`. */
export const experimentUsers: SimulatedTable = {
  columns: ['exp_id', 'arm', 'user_id', 'assigned_at'],
  rows: (world) => {
    const { push, planted } = world.plan;
    const all = [
      ...assignLandingTrial(world).map((user) => ({ trial: planted.landing!.exp, ...user })),
      ...assignPushTrial(world).map((user) => ({ trial: push!.exp, ...user })),
    ];
    return sortByNumber(all, ({ at }) => at).map(({ trial, arm, person, at }) => [trial, arm, person.id, at]);
  },
};
