/**
 * The calendar of the term. Time is counted in seconds and days from its first midnight in
 * Asia/Shanghai (no summer time there), so no machine's time zone can move anything.
 */
export const firstDay = '2026-03-02';
export const lastDay = '2026-06-21';
export const weeks = 16;
export const days = weeks * 7;
export const daySeconds = 86_400;

const origin = Date.UTC(2026, 2, 2);

/** ISO date of a day of the term; negative days lie before it. */
export function formatIsoDay(day: number): string {
  const cached = formattedDays.get(day);
  if (cached !== undefined) return cached;
  const date = new Date(origin + day * daySeconds * 1000).toISOString().slice(0, 10);
  formattedDays.set(day, date);
  return date;
}

const formattedDays = new Map<number, string>();
const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** Day of the term of an ISO date. */
function parseDay(date: string): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - origin) / (daySeconds * 1000));
}

/** ISO timestamp with the offset of the report's zone: `2026-03-02T08:14:05+08:00`. */
export function formatTimestamp(seconds: number): string {
  const day = Math.floor(seconds / daySeconds);
  const rest = Math.floor(seconds - day * daySeconds);
  const [hour, minute] = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60];
  return `${formatIsoDay(day)}T${twoDigits[hour]}:${twoDigits[minute]}:${twoDigits[rest % 60]}+08:00`;
}

/** Seconds of the term of such a timestamp. */
export function parseTimestamp(stamp: string): number {
  const date = stamp.slice(0, 10);
  const day = parsedDays.get(date) ?? parseDay(date);
  parsedDays.set(date, day);
  const two = (at: number) => (stamp.charCodeAt(at) - 48) * 10 + stamp.charCodeAt(at + 1) - 48;
  return day * daySeconds + two(11) * 3600 + two(14) * 60 + two(17);
}

const parsedDays = new Map<string, number>();

/** Whether a second of the term lies on the days `from` to `to`, both inclusive. */
export function isOnDays({ from, to }: { from: number; to: number }, second: number): boolean {
  return from * daySeconds <= second && second < (to + 1) * daySeconds;
}

/** ISO week of a day of the term: day 0 is the Monday of 2026-W10. */
export function formatIsoWeek(day: number): string {
  return `2026-W${10 + Math.floor(day / 7)}`;
}

/** Month of the term, 0 = March … 3 = June. */
export function getMonth(day: number): number {
  return Number(formatIsoDay(day).slice(5, 7)) - 3;
}

/** Days of each month that lie in the term. */
export const monthDays = [30, 30, 31, 21];

export function isWeekend(day: number): boolean {
  return ((day % 7) + 7) % 7 >= 5;
}
