import type { Measure } from '../site-types.ts';

type Weeks = Measure['weeks'];

/** What the common axis ends at; it begins at zero, or at the lowest value below. */
export function findHighest(measures: readonly { weeks: Weeks }[]): { low: number; high: number } {
  const values = measures.flatMap(({ weeks }) => weeks.flatMap(({ value }) => value ?? []));
  return { low: Math.min(0, ...values), high: Math.max(0, ...values) };
}

/** Width and height of the drawing, less the base line. */
const size = { width: 160, height: 56, top: 2 };

/** A line for each run of weeks with a value, and the labels of the first and the last week. */
export function drawWeekLine(weeks: Weeks, { low, high }: { low: number; high: number }) {
  const step = size.width / Math.max(weeks.length - 1, 1);
  const toHeight = (value: number) => size.top + (1 - (value - low) / (high - low || 1)) * size.height;
  const lines: string[] = [];
  let isOpen = false;
  weeks.forEach(({ value }, at) => {
    if (value !== null) {
      const point = `${(at * step).toFixed(1)} ${toHeight(value).toFixed(1)}`;
      if (isOpen) lines[lines.length - 1] += `L${point}`;
      else lines.push(`M${point}`);
    }
    isOpen = value !== null;
  });
  return { lines, ends: { first: weeks[0]?.label ?? '', last: weeks.at(-1)?.label ?? '' } };
}
