/** Values split by one dimension: what kinds of one row a part share. */
import type { Point } from '../../base/value-series.ts';
import type { ChartInput, ChartValue } from '../input.ts';
import type { InputError } from '../kind.ts';
import { filterPresent, listGroups } from './chart-series.ts';
import { isTotal } from './targets.ts';

/** More rows than these are a table. */
export const mostRows = 40;

export function validateParts({ values }: Pick<ChartInput, 'values'>): InputError | undefined {
  const [value] = values;
  if (!value) return { why: 'empty', name: '' };
  const { name, points } = value;
  if (points.length === 0 || listGroups(value).length > 1) return { why: 'needs-parts', name };
  if (filterPresent(points).length === 0) return { why: 'empty', name };
  return points.length > mostRows ? { why: 'too-many-series', name, text: String(points.length) } : undefined;
}

/** The value's parts must be of one sign and add up to it: shares of anything else mean nothing. */
export function validateSum(value: ChartValue): InputError | undefined {
  const adds = isTotal(value) && value.points.every((point) => (point.value ?? 0) >= 0);
  if (!adds) return { why: 'not-a-sum', name: value.name };
  return value.points.some((point) => (point.value ?? 0) > 0)
    ? undefined
    : { why: 'empty', name: value.name };
}

export function validateTwoDimensions({ values }: Pick<ChartInput, 'values'>): InputError | undefined {
  const [value] = values;
  if (!value) return { why: 'empty', name: '' };
  if (value.points.length === 0 || listGroups(value).includes(undefined))
    return { why: 'needs-two-dimensions', name: value.name };
  return filterPresent(value.points).length === 0 ? { why: 'empty', name: value.name } : undefined;
}

/** Highest first, those without a value last. */
export function sortParts(points: readonly Point[]): Point[] {
  const rank = (point: Point) => point.value ?? Number.NEGATIVE_INFINITY;
  return points.toSorted((a, b) => (rank(b) === rank(a) ? 0 : rank(b) - rank(a)));
}
