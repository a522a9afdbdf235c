/** `over: cumulative | rolling n`: each step with the rows of all steps it looks back on, so that every metric is computed anew. */
import {
  type Grain,
  getFirstDay,
  getLastDay,
  intersectPeriods,
  type Period,
} from '../../../base/calendar-days.ts';
import { quoteSqlName, quoteSqlText } from '../../../base/quoting.ts';
import type { GroupKey } from '../../../metrics/metric.ts';

/** A step of a series and the days it looks at. */
export interface StepWindow extends Period {
  key: string;
}

/** Days of each step, cut at the ends of the period. */
export function listSteps(grain: Grain, keys: readonly string[], period: Period | undefined): StepWindow[] {
  return keys.map((key) => {
    const whole = { from: getFirstDay(grain, key), to: getLastDay(grain, key) };
    return { key, ...intersectPeriods(whole, period) };
  });
}

/** From the first step, or from `back` steps before, to each. Steps that have not so many before them have no window. */
export function listWindows(steps: readonly StepWindow[], back: number | 'all'): StepWindow[] {
  return steps.flatMap(({ key, to }, at) => {
    const start = back === 'all' ? 0 : at - back + 1;
    return start < 0 ? [] : [{ key, from: steps[start]!.from, to }];
  });
}

/** The rows of a query once for each window they are in; the window is the column `over_step`. */
export function buildWindowedFrom(
  { from, day }: { from: string; day: string },
  table: string,
  windows: readonly StepWindow[],
): string {
  const toDate = (text: string) => `DATE ${quoteSqlText(text)}`;
  const rows = windows.map((one) => `(${quoteSqlText(one.key)}, ${toDate(one.from)}, ${toDate(one.to)})`);
  const values = `(VALUES ${rows.join(', ')}) AS over_window(over_step, over_from, over_to)`;
  return `(SELECT * FROM ${from} JOIN ${values}\n  ON ${day} BETWEEN over_from AND over_to) AS ${quoteSqlName(table)}`;
}

/** The key of the series' time, read from the window. */
export function toWindowKey({ alias, timed }: GroupKey): GroupKey {
  return { alias, timed, text: 'over_step', order: 'over_step' };
}
