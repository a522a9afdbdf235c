import type { SimulatedTable } from './simulated-table.ts';

export const members: SimulatedTable = {
  columns: ['member_id', 'name', 'role', 'duties', 'hours', 'contribution'],
  rows: ({ plan }) =>
    plan.team.map(({ id, name, role, duties, hours, contribution }) => [
      id,
      name,
      role,
      duties,
      hours,
      contribution / 100,
    ]),
};
