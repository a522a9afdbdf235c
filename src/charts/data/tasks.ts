/** Rows of a table as tasks: what was planned, and how far each has come. */

import { isDay, toDayNumber } from '../../base/calendar-days.ts';
import type { Cell } from '../../base/source-table.ts';
import type { ChartInput } from '../input.ts';
import { parseDay } from './table-columns.ts';

/** Columns that a table of tasks must have. */
export const requiredColumns = ['name', 'start_date', 'end_date'];

/** Days are `2026-03-02`, empty where the table does not say. */
export interface Task {
  id: string;
  name: string;
  /** Ids of the tasks that go before. */
  after: string[];
  start: string;
  end: string;
  actualStart: string;
  /** Empty while it goes on. */
  actualEnd: string;
}

/** Those that have a plan, in its order. */
export function parseTasks({ table: source }: ChartInput): Task[] {
  const day = (cell: Cell | undefined) => (isDay(parseDay(cell)) ? parseDay(cell) : '');
  return (source?.rows ?? [])
    .map((row) => ({
      id: String(row.task_id ?? ''),
      after: String(row.depends_on ?? '')
        .split(/[\s,，、;；|[\]"]+/)
        .filter(Boolean),
      name: String(row.name ?? '—'),
      start: day(row.start_date),
      end: day(row.end_date),
      actualStart: day(row.actual_start),
      actualEnd: day(row.actual_end),
    }))
    .filter(({ start, end }) => start !== '' && end !== '' && start <= end)
    .sort((a, b) => a.start.localeCompare(b.start) || a.end.localeCompare(b.end));
}

/** The last day the table knows something of; undefined before anything has begun. */
export function findDataDate(tasks: readonly Task[]): string | undefined {
  return tasks
    .flatMap(({ actualStart, actualEnd }) => [actualStart, actualEnd])
    .filter(Boolean)
    .sort()
    .at(-1);
}

/** Days behind the plan at its end, or so far. */
export function countDaysLate({ end, actualEnd }: Task, date: string | undefined): number {
  const last = actualEnd || date;
  return last === undefined ? 0 : Math.max(0, toDayNumber(last) - toDayNumber(end));
}

/** Days as numbers; the end of a day is the beginning of the next. */
export function computeBar(task: Task, date: string | undefined) {
  const start = toDayNumber(task.start);
  const end = toDayNumber(task.end) + 1;
  const begin = task.actualStart || task.actualEnd;
  if (begin === '') {
    const over = countDaysLate(task, date);
    return { start, end, begun: null, soFar: null, overFrom: null, overTo: null, unbegun: over };
  }
  const begun = toDayNumber(begin);
  const soFar = Math.max(toDayNumber(task.actualEnd || date || begin), begun) + 1;
  const over = soFar > end;
  return {
    start,
    end,
    begun: Math.min(begun, over ? Math.max(end, begun) : begun),
    soFar: over ? Math.max(end, begun) : soFar,
    overFrom: over ? Math.max(end, begun) : null,
    overTo: over ? soFar : null,
  };
}

/** Tasks begun before one that goes before them was done. */
export function listBegunEarly(tasks: readonly Task[]): string[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  return tasks
    .filter(({ actualStart, after }) => {
      const before = after.flatMap((id) => byId.get(id) ?? []);
      return (
        actualStart !== '' && before.some(({ actualEnd }) => actualEnd === '' || actualEnd > actualStart)
      );
    })
    .map(({ name }) => name);
}
