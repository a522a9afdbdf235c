import { team } from '../plan/team.ts';
import type { SimulatedTable } from './table.ts';

export const members: SimulatedTable = {
  columns: ['member_id', 'name', 'role', 'duties', 'hours', 'contribution'],
  rows: () =>
    team.map(({ id, name, role, duties, hours, contribution }) => [
      id,
      name,
      role,
      duties,
      hours,
      contribution / 100,
    ]),
};
