import { isoDay } from '../term.ts';
import { type SimulatedTable, yuan } from './table.ts';

/** The plan of each campaign; what it reached stands row by row in `campaign_exposure`. */
export const campaigns: SimulatedTable = {
  columns: ['campaign_id', 'name', 'type', 'start_date', 'end_date', 'budget'],
  rows: ({ plan }) =>
    plan.campaigns.map(({ id, name, type, from, to, budget }) => [
      id,
      name,
      type,
      isoDay(from),
      isoDay(to),
      yuan(budget * 100),
    ]),
};
