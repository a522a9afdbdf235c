/** Two sides over the same members: two values, or the two groups of one. */
import type { Point } from '../../base/value-series.ts';
import type { ChartInput } from '../input.ts';
import type { InputError } from '../kind.ts';
import { buildSeries, filterPresent } from './chart-series.ts';

interface Side {
  label: string;
  points: Point[];
  sum: number;
}

export interface TwoSides {
  label: string;
  unit: string;
  sides: [Side, Side];
  /** Keys and labels of the members, in order. */
  members: { key: string; label: string }[];
}

export function validateTwoSides(input: ChartInput): InputError | undefined {
  const [first, second] = input.values;
  if (!first) return { why: 'empty', name: '' };
  const { name } = first;
  if (second && second.unit !== first.unit)
    return { why: 'not-one-unit', name: second.name, text: second.unit };
  const series = buildSeries(input);
  if (series.length !== 2) return { why: 'needs-two-sides', name, text: String(series.length) };
  const numbers = series.flatMap(({ points }) => filterPresent(points));
  if (numbers.length === 0) return { why: 'empty', name };
  return numbers.some(({ value }) => value < 0) ? { why: 'not-a-sum', name } : undefined;
}

export function buildTwoSides(input: ChartInput): TwoSides {
  const [left, right] = buildSeries(input).map(({ label, points }): Side => {
    return { label, points, sum: filterPresent(points).reduce((all, { value }) => all + value, 0) };
  });
  const { label, unit } = input.values[0]!;
  const members = left!.points.map((point) => ({ key: point.key, label: point.label }));
  return { label, unit, sides: [left!, right!], members };
}
