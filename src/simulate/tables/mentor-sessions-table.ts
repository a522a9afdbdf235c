import type { SimulatedTable } from './simulated-table.ts';

export const mentorSessions: SimulatedTable = {
  columns: ['date', 'mentor', 'type', 'minutes', 'topic', 'actions', 'closed'],
  rows: ({ plan }) => plan.mentoring,
};
