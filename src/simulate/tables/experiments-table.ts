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
    'correction',
    'spending',
    'population',
  ],
  rows: ({ plan, scale }) =>
    plan.trials.map(({ exp, hypothesis, metric, unit, planned, from, to, looks, ...declared }) => {
      const n = Math.round(planned * scale);
      const { correction = 'none', spending = 'none', population = null } = declared;
      const judged = [0.05, n, formatIsoDay(from), formatIsoDay(to), looks, correction, spending, population];
      return [exp, hypothesis, metric, unit, ...judged];
    }),
};
