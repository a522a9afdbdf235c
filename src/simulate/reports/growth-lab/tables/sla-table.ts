import { createStaticTable } from '../../../tables/simulated-table.ts';

/** Limits of the graded response, in hours of the calendar. */
export const sla = createStaticTable('priority reply_hours close_hours', [
  ['P1', 1, 8],
  ['P2', 4, 24],
  ['P3', 4, 48],
  ['P4', 24, 168],
]);
