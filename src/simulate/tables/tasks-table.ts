import { formatSerial } from '../format-serial.ts';
import { formatIsoDay } from '../plan/term-calendar.ts';
import type { SimulatedTable } from './simulated-table.ts';

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
      formatSerial('K', index + 1, 2),
      task.name,
      task.phase,
      task.owner,
      formatIsoDay(task.from),
      formatIsoDay(task.to),
      formatIsoDay(task.from),
      formatIsoDay(task.to + task.slip),
      1,
      task.after.replaceAll(' ', ';') || null,
      task.effort,
      task.cause || null,
    ]),
};
