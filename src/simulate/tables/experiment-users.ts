import { stamp } from '../term.ts';
import { landingTrial, pushTrial } from '../world/trials.ts';
import type { SimulatedTable } from './table.ts';

/** Who saw which arm of which trial; what they did then stands in `events`. */
export const experimentUsers: SimulatedTable = {
  columns: ['exp_id', 'arm', 'user_id', 'assigned_at'],
  rows: (world) => {
    const trials = { LP: landingTrial(world), PUSH: pushTrial(world) };
    const all = Object.entries(trials).flatMap(([trial, users]) => users.map((user) => ({ trial, ...user })));
    return all
      .sort((a, b) => a.at - b.at)
      .map(({ trial, arm, person, at }) => [trial, arm, person.id, stamp(at)]);
  },
};
