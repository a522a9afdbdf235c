import { formatIsoDay } from '../plan/term-calendar.ts';
import { formatYuan, type SimulatedTable } from './simulated-table.ts';

/** The plan of each campaign; what it reached stands row by row in `campaign_exposure`. */
export const campaigns: SimulatedTable = {
  columns: ['campaign_id', 'name', 'type', 'start_date', 'end_date', 'budget'],
  rows: ({ plan }) =>
    plan.campaigns.map(({ id, name, type, from, to, budget }) => [
      id,
      name,
      type,
      formatIsoDay(from),
      formatIsoDay(to),
      formatYuan(budget * 100),
    ]),
};
