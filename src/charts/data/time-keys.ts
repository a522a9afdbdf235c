/** Series over time: keys are `2026-03-02`, `2026-W10`, `2026-03`. */
import {
  countDays,
  type Grain,
  getFirstDay,
  listGrainKeys,
  mostListedDays,
} from '../../base/calendar-days.ts';
import type { Point } from '../../base/value-series.ts';

const keyPatterns: Record<Grain, RegExp> = {
  day: /^\d{4}-\d{2}-\d{2}$/,
  week: /^\d{4}-W\d{2}$/,
  month: /^\d{4}-\d{2}$/,
  quarter: /^\d{4}-Q[1-4]$/,
};

/** The step of a series by its keys, or undefined when they are no times. */
export function findTimeGrain(keys: readonly string[]): Grain | undefined {
  const grains = Object.keys(keyPatterns) as Grain[];
  return grains.find((grain) => keys.length > 0 && keys.every((key) => keyPatterns[grain].test(key)));
}

/** All keys from the first to the last, those without data included: a missing week is a gap, not a shorter way. */
export function completeKeys(keys: readonly string[]): string[] {
  const grain = findTimeGrain(keys);
  const sorted = [...new Set(keys)].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (grain === undefined || first === undefined || last === undefined) return [...new Set(keys)];
  const period = { from: getFirstDay(grain, first), to: getFirstDay(grain, last) };
  if (countDays(period) > mostListedDays) return sorted;
  const all = listGrainKeys(grain, period);
  // A hundred times as many gaps as points come from a mistyped year: the points are drawn as they stand.
  return all.length > 100 * sorted.length ? sorted : all;
}

/** The points with empty ones where a key is missing; `label` of an empty one is its key. */
export function withGaps(points: readonly Point[], keys: readonly string[]): Point[] {
  const known = new Map(points.map((point) => [point.key, point]));
  return keys.map((key) => known.get(key) ?? { key, label: key, value: null, text: '—', n: 0 });
}
