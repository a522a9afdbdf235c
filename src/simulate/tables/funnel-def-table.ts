import type { SimulatedTable } from './simulated-table.ts';

/** The funnels the team looks at; windows count from the first step. */
export const funnelDef: SimulatedTable = {
  columns: ['funnel', 'step_no', 'event', 'filter', 'window_s', 'label'],
  rows: ({ plan }) =>
    plan.funnels.map(([funnel, step, event, seconds, label]) => [funnel, step, event, null, seconds, label]),
};
