import { lastDay } from '../plan/term-calendar.ts';
import type { SimulatedTable } from './simulated-table.ts';

/** No actual values: the report computes them. */
export const goals: SimulatedTable = {
  columns: ['kpi', 'direction', 'unit', 'baseline', 'target', 'as_of', 'source'],
  rows: ({ scale, plan }) =>
    plan.goals.map(({ kpi, direction, unit, baseline, target, source, grows }) => {
      const by = grows ? scale : 1;
      return [kpi, direction, unit, baseline * by, target * by, lastDay, source];
    }),
};
