/** Calendar days as ISO texts, so that no time zone of the machine can move them. */

/** First and last day, both inclusive. */
export interface Period {
  from: string;
  to: string;
}

/** Two that are not given are the same. */
export function isSamePeriod(one: Period | undefined, other: Period | undefined): boolean {
  return one?.from === other?.from && one?.to === other?.to;
}

export type Grain = 'day' | 'week' | 'month' | 'quarter';

const DAY = 86_400_000;

/** `2026-03-02..2026-03-29`, or one day; undefined when it is no period of real days in order. */
export function parsePeriod(text: string): Period | undefined {
  const parts = text.split('..').map((part) => part.trim());
  const [from, to = from] = parts;
  if (parts.length > 2 || from === undefined || to === undefined) return undefined;
  return isDay(from) && isDay(to) && from <= to ? { from, to } : undefined;
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && toIsoDay(at) === text;
}

export function addDays(day: string, count: number): string {
  return toIsoDay(toTimestamp(day) + count * DAY);
}

/** Days of a period: one for a single day. */
export function countDays(period: Period): number {
  return (toTimestamp(period.to) - toTimestamp(period.from)) / DAY + 1;
}

/** Days since 2000-01-01: a day on an axis of numbers. */
export function toDayNumber(day: string): number {
  const epoch = '2000-01-01';
  return day >= epoch ? countDays({ from: epoch, to: day }) - 1 : 1 - countDays({ from: day, to: epoch });
}

/** Days that lie in both; the second may have no ends. The result is none where its first day is after its last. */
export function intersectPeriods(one: Period, other: Period | undefined): Period {
  if (!other) return one;
  const [, from = one.from] = [one.from, other.from].sort();
  const [to = one.to] = [one.to, other.to].sort();
  return { from, to };
}

/** From the first day of any to the last; undefined without periods. */
export function unitePeriods(all: readonly Period[]): Period | undefined {
  const from = all.map((one) => one.from).sort()[0];
  const to = all
    .map((one) => one.to)
    .sort()
    .at(-1);
  return from !== undefined && to !== undefined ? { from, to } : undefined;
}

/** The same days a year before; 29 February becomes the 28th. */
export function getPreviousYear(period: Period): Period {
  const back = (day: string) => {
    const same = `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`;
    return isDay(same) ? same : `${same.slice(0, 8)}28`;
  };
  return { from: back(period.from), to: back(period.to) };
}

/** As many days, directly before. */
export function getPreviousPeriod(period: Period): Period {
  return { from: addDays(period.from, -countDays(period)), to: addDays(period.from, -1) };
}

/** ISO 8601 week of a day, with the ISO year: 2024-12-30 is in `2025-W01`. */
export function toIsoWeek(day: string): string {
  const weekday = (new Date(toTimestamp(day)).getUTCDay() + 6) % 7;
  const thursday = addDays(day, 3 - weekday);
  const year = thursday.slice(0, 4);
  const ordinal = (toTimestamp(thursday) - toTimestamp(`${year}-01-01`)) / DAY;
  return `${year}-W${String(Math.floor(ordinal / 7) + 1).padStart(2, '0')}`;
}

/** Days that are listed one by one: a hundred years. */
export const mostListedDays = 36_525;

/**
 * Every day, week or month that the period touches: `2026-03-02`, `2026-W10`, `2026-03`. Of one that is longer than
 * `mostListedDays`, as a mistyped year makes it, only those at its ends.
 */
export function listGrainKeys(grain: Grain, period: Period): string[] {
  if (countDays(period) > mostListedDays)
    return [...new Set([toGrainKey(grain, period.from), toGrainKey(grain, period.to)])];
  const keys = new Set<string>();
  // Compared as numbers: as a text, no day is after `其他`, and the year 10000 is before 9999.
  const last = toTimestamp(period.to);
  for (let at = toTimestamp(period.from); at <= last; at += DAY) keys.add(toGrainKey(grain, toIsoDay(at)));
  return [...keys];
}

export function toGrainKey(grain: Grain, day: string): string {
  if (grain === 'day') return day;
  if (grain === 'quarter') return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  return grain === 'week' ? toIsoWeek(day) : day.slice(0, 7);
}

/** First day of a key that `toGrainKey` made. */
export function getFirstDay(grain: Grain, key: string): string {
  if (grain === 'day') return key;
  if (grain === 'month') return `${key}-01`;
  if (grain === 'quarter')
    return `${key.slice(0, 4)}-${String(3 * Number(key.slice(6)) - 2).padStart(2, '0')}-01`;
  const [year = '', week = ''] = key.split('-W');
  // 4 January is always in week 1.
  const fourth = toTimestamp(`${year}-01-04`);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY;
  return toIsoDay(monday + (Number(week) - 1) * 7 * DAY);
}

/** Last day of such a key. */
export function getLastDay(grain: Grain, key: string): string {
  const first = getFirstDay(grain, key);
  if (grain === 'day') return key;
  if (grain === 'week') return addDays(first, 6);
  // So many days after its first day, a month or a quarter is surely over.
  const next = addDays(first, grain === 'month' ? 31 : 92);
  return addDays(getFirstDay(grain, toGrainKey(grain, next)), -1);
}

/** The same step a year before; of a week 53 that year may have none. */
export function getYearBefore(grain: Grain, key: string): string {
  const before = `${String(Number(key.slice(0, 4)) - 1).padStart(4, '0')}${key.slice(4)}`;
  return grain === 'day' && !isDay(before) ? `${before.slice(0, 8)}28` : before;
}

function toTimestamp(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function toIsoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
