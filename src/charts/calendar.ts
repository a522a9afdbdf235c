/** Series over time: keys are `2026-03-02`, `2026-W10`, `2026-03`. */
import type { Point } from '../base/series.ts';

type Step = 'day' | 'week' | 'month';

/** The step of a series by its keys, or undefined when they are no times. */
export function timeStep(keys: readonly string[]): Step | undefined {
  const is = (pattern: RegExp) => keys.length > 0 && keys.every((key) => pattern.test(key));
  if (is(/^\d{4}-\d{2}-\d{2}$/)) return 'day';
  if (is(/^\d{4}-W\d{2}$/)) return 'week';
  if (is(/^\d{4}-\d{2}$/)) return 'month';
  return undefined;
}

/** All keys from the first to the last, those without data included: a missing week is a gap, not a shorter way. */
export function everyKey(keys: readonly string[]): string[] {
  const step = timeStep(keys);
  const sorted = [...new Set(keys)].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (step === undefined || first === undefined || last === undefined) return [...new Set(keys)];
  const all = [first];
  // A series of more than some years of days is a mistake in the data; it is drawn as it stands.
  while (all.at(-1)! < last && all.length < 4000) all.push(following(all.at(-1)!, step));
  return all.at(-1) === last ? all : sorted;
}

function following(key: string, step: Step): string {
  if (step === 'day') return isoDay(new Date(Date.parse(`${key}T00:00:00Z`) + 86_400_000));
  const [year = 0, number = 0] = key.split(/-W?/).map(Number);
  const last = step === 'month' ? 12 : weeksOf(year);
  const [nextYear, next] = number >= last ? [year + 1, 1] : [year, number + 1];
  return `${nextYear}-${step === 'week' ? 'W' : ''}${String(next).padStart(2, '0')}`;
}

/** ISO 8601: a year has 53 weeks when it begins on a Thursday, or on a Wednesday and is a leap year. */
function weeksOf(year: number): number {
  const weekday = new Date(Date.UTC(year, 0, 1)).getUTCDay();
  const leap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  return weekday === 4 || (weekday === 3 && leap) ? 53 : 52;
}

const isoDay = (date: Date) => date.toISOString().slice(0, 10);

/** The points with empty ones where a key is missing; `label` of an empty one is its key. */
export function withGaps(points: readonly Point[], keys: readonly string[]): Point[] {
  const known = new Map(points.map((point) => [point.key, point]));
  return keys.map((key) => known.get(key) ?? { key, label: key, value: null, text: '—', n: 0 });
}
