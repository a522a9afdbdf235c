/** Working days between ISO dates, both ends counted. */
export interface WorkCalendar {
  /** Weekdays off besides Saturday and Sunday. */
  holidays: readonly string[];
  /** Days of a weekend that are worked (调休). */
  workdays: readonly string[];
  /** Every day counts alike. */
  everyDay: boolean;
}

const DAY = 86_400_000;

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
