import { isoDay } from '../term.ts';
import type { SimulatedTable } from './table.ts';

/** The Gantt chart's rows, planned and actual. */
export const tasks: SimulatedTable = {
  columns: [
    'task_id',
    'name',
    'phase',
    'owner',
    'start_date',
    'end_date',
    'actual_start',
    'actual_end',
    'done',
    'depends_on',
    'effort_pd',
    'delay_cause',
  ],
  rows: ({ plan }) =>
    plan.tasks.map((task, index) => [
      `K${String(index + 1).padStart(2, '0')}`,
      task.name,
      task.phase,
      task.owner,
      isoDay(task.from),
      isoDay(task.to),
      isoDay(task.from),
      isoDay(task.to + task.slip),
      1,
      task.after.replaceAll(' ', ';') || null,
      task.effort,
      task.cause || null,
    ]),
};
