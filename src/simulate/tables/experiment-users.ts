import { byNumber } from '../by-number.ts';
import { landingTrial, pushTrial } from '../world/trials.ts';
import type { SimulatedTable } from './table.ts';

/** Who saw which arm of which trial; what they did then stands in `events`. */
export const experimentUsers: SimulatedTable = {
  columns: ['exp_id', 'arm', 'user_id', 'assigned_at'],
  rows: (world) => {
    const { push, planted } = world.plan;
    const all = [
      ...landingTrial(world).map((user) => ({ trial: planted.landing!.exp, ...user })),
      ...pushTrial(world).map((user) => ({ trial: push!.exp, ...user })),
    ];
    return byNumber(all, ({ at }) => at).map(({ trial, arm, person, at }) => [trial, arm, person.id, at]);
  },
};
