/** Values split by one dimension: what kinds of one row a part share. */
import type { Point } from '../base/series.ts';
import type { ChartInput, ChartValue } from './input.ts';
import type { Lack } from './kind.ts';
import { groupsOf, present } from './series.ts';
import { isTotal } from './targets.ts';

/** More rows than these are a table. */
export const mostRows = 40;

export function lacksParts({ values }: Pick<ChartInput, 'values'>): Lack | undefined {
  const [value] = values;
  if (!value) return { why: 'empty', name: '' };
  const { name, points } = value;
  if (points.length === 0 || groupsOf(value).length > 1) return { why: 'needs-parts', name };
  if (present(points).length === 0) return { why: 'empty', name };
  return points.length > mostRows ? { why: 'too-many-series', name, text: String(points.length) } : undefined;
}

/** The value's parts must be of one sign and add up to it: shares of anything else mean nothing. */
export function lacksSum(value: ChartValue): Lack | undefined {
  const adds = isTotal(value) && value.points.every((point) => (point.value ?? 0) >= 0);
  if (!adds) return { why: 'not-a-sum', name: value.name };
  return value.points.some((point) => (point.value ?? 0) > 0)
    ? undefined
    : { why: 'empty', name: value.name };
}

export function lacksTwoDimensions({ values }: Pick<ChartInput, 'values'>): Lack | undefined {
  const [value] = values;
  if (!value) return { why: 'empty', name: '' };
  if (value.points.length === 0 || groupsOf(value).includes(undefined))
    return { why: 'needs-two-dimensions', name: value.name };
  return present(value.points).length === 0 ? { why: 'empty', name: value.name } : undefined;
}

/** Highest first, those without a value last. */
export function sortedParts(points: readonly Point[]): Point[] {
  const rank = (point: Point) => point.value ?? Number.NEGATIVE_INFINITY;
  return points.toSorted((a, b) => (rank(b) === rank(a) ? 0 : rank(b) - rank(a)));
}
