/** Earned value (PMI, Practice Standard for Earned Value Management) on tasks whose work runs evenly. */
import { countWorkdays, type WorkCalendar } from './workdays.ts';

export interface Task {
  /** First and last planned day, ISO. */
  start: string;
  end: string;
  /** Person-days or planned cost. */
  weight: number;
  /** 0 to 1. */
  done: number;
  /** Spent so far. */
  spent: number;
}

export interface EarnedValue {
  /** Weight of all tasks: the budget at completion. */
  total: number;
  /** What should have been done by the day. */
  planned: number;
  earned: number;
  spent: number;
}

export function computeEarnedValue(tasks: readonly Task[], at: string, calendar: WorkCalendar): EarnedValue {
  const sum = { total: 0, planned: 0, earned: 0, spent: 0 };
  for (const task of tasks) {
    sum.total += task.weight;
    sum.planned += task.weight * computePlannedShare(task, at, calendar);
    sum.earned += task.weight * task.done;
    sum.spent += task.spent;
  }
  return sum;
}

/** Days passed over days planned, from 0 to 1. A task that lies on days off only goes by all days. */
export function computePlannedShare({ start, end }: Task, at: string, calendar: WorkCalendar): number {
  if (at < start) return 0;
  if (at >= end) return 1;
  const planned = countWorkdays(start, end, calendar);
  if (planned > 0) return countWorkdays(start, at, calendar) / planned;
  return computePlannedShare({ start, end, weight: 0, done: 0, spent: 0 }, at, {
    ...calendar,
    everyDay: true,
  });
}
