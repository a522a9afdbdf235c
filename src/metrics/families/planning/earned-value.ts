/** Earned value (PMI, Practice Standard for Earned Value Management) on tasks whose work runs evenly. */

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

interface WorkCalendar {
  /** Weekdays off besides Saturday and Sunday. */
  holidays: readonly string[];
  /** Days of a weekend that are worked (调休). */
  workdays: readonly string[];
  /** Every day counts alike. */
  everyDay: boolean;
}

const DAY = 86_400_000;

/** Working days between ISO dates, both ends counted. */
export function countWorkdays(from: string, to: string, calendar: WorkCalendar): number {
  const [first, last] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)];
  let count = 0;
  for (let at = first; at <= last; at += DAY) if (isWorkday(at, calendar)) count += 1;
  return count;
}

function isWorkday(at: number, { holidays, workdays, everyDay }: WorkCalendar): boolean {
  if (everyDay) return true;
  const date = new Date(at);
  const text = date.toISOString().slice(0, 10);
  if (workdays.includes(text)) return true;
  if (holidays.includes(text)) return false;
  return date.getUTCDay() !== 0 && date.getUTCDay() !== 6;
}
