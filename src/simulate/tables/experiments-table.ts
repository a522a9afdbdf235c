import { formatIsoDay } from '../plan/term-calendar.ts';
import type { SimulatedTable } from './simulated-table.ts';

/** Trials as registered before they began. */
export const experiments: SimulatedTable = {
  columns: [
    'exp_id',
    'hypothesis',
    'metric',
    'unit',
    'alpha',
    'planned_n',
    'start_date',
    'end_date',
    'looks',
  ],
  rows: ({ plan, scale }) =>
    plan.trials.map(({ exp, hypothesis, metric, unit, planned, from, to, looks }) => {
      const n = Math.round(planned * scale);
      return [exp, hypothesis, metric, unit, 0.05, n, formatIsoDay(from), formatIsoDay(to), looks];
    }),
};
