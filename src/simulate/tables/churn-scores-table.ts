import { formatIsoDay } from '../plan/term-calendar.ts';
import { getChurnScores } from '../world/churn-scoring.ts';
import type { SimulatedTable } from './simulated-table.ts';

/** Scored from what was seen before the day; left who did not visit in the four weeks after it. */
export const churnScores: SimulatedTable = {
  columns: ['user_id', 'as_of', 'score', 'label', 'treated', 'offer', 'redeemed'],
  rows: (world) => {
    const random = world.random.fork('churn');
    const { winBack } = world.plan.planted;
    const day = formatIsoDay(winBack?.day ?? 0);
    return getChurnScores(world).map(({ user, score, left, treated }) => {
      const redeemed = treated ? !left && random.chance(0.36) : null;
      return [user.id, day, score, left ? 1 : 0, treated, treated ? winBack!.offer : null, redeemed];
    });
  },
};
