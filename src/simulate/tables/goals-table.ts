import { firstDay, lastDay } from '../plan/term-calendar.ts';
import type { SimulatedTable } from './simulated-table.ts';

/** No actual values: the report computes them. */
export const goals: SimulatedTable = {
  columns: ['kpi', 'direction', 'unit', 'baseline', 'target', 'from', 'as_of', 'definition', 'source'],
  rows: ({ scale, plan }) =>
    plan.goals.map(
      ({ kpi, direction, unit, baseline, target, from = firstDay, definition = '', source, grows }) => {
        const by = grows ? scale : 1;
        return [kpi, direction, unit, baseline * by, target * by, from, lastDay, definition, source];
      },
    ),
};
