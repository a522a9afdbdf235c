/**
 * What is true of an input, found with plain loops over its rows: nothing here comes from the kinds or from the makers of
 * claims. `verify-claims.ts` holds every claim against these.
 */
import type { ChartInput, ChartValue } from '../../charts/input.ts';

export interface Item {
  name: string;
  value: number;
  /** As the rows show it. */
  text?: string;
}

export interface Facts {
  ranks: { what: string; of?: string; at?: string; items: Item[]; whole?: number }[];
  /** Steps of one thing in order; a change is told of the first and the last, or of all where `free`. */
  changes: { of: string; items: Item[] }[];
  levels: { what: string; of?: string; at?: string; items: Item[]; parts?: number }[];
  shares: { what: string; of?: string; name?: string; value: number; count?: number; among?: number }[];
  counts: {
    what: string;
    of?: string;
    count: number;
    among?: number;
    names?: string[];
    at?: string;
    until?: string;
  }[];
  attainments: { of: string; actual: number; target: number; direction: string; isSum: boolean }[];
  gaps: { what: string; of?: string; left: Item; right: Item; at?: string }[];
  intervals: { name: string; low: number; high: number }[];
}

export const noFacts = (): Facts => ({
  ranks: [],
  changes: [],
  levels: [],
  shares: [],
  counts: [],
  attainments: [],
  gaps: [],
  intervals: [],
});

/** Every cell with a number: key, label, group. */
export function listCells(value: ChartValue) {
  const cells: { key: string; label: string; group: string; number: number; text: string; cut: boolean }[] =
    [];
  for (const { key, label, group, value: number, text, cut } of value.points)
    if (number !== null) cells.push({ key, label, group: group ?? '', number, text, cut: cut === true });
  return cells;
}

export const isRatio = (value: ChartValue) => value.points.some((point) => point.denominator !== undefined);

/** Cells that may stand beside one another: no cut sums. */
export function listFair(value: ChartValue) {
  const ratioGroups = new Set<string>();
  for (const point of value.points) if (point.denominator !== undefined) ratioGroups.add(point.group ?? '');
  return listCells(value).filter(({ cut, group }) => !cut || ratioGroups.has(group));
}

export function sumUp(numbers: readonly number[]): number {
  let sum = 0;
  for (const one of numbers) sum += one;
  return sum;
}

const close = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));

/** Whether the cells add up to the value. */
export function addsUp(value: ChartValue): boolean {
  return (
    value.value !== null &&
    !isRatio(value) &&
    close(sumUp(listCells(value).map(({ number }) => number)), value.value)
  );
}

export const listGroups = (value: ChartValue) => [...new Set(value.points.map(({ group }) => group ?? ''))];
export const listKeys = (value: ChartValue) => [...new Set(value.points.map(({ key }) => key))];

/** Name of a line: the group, the value, or both. */
export const nameLine = (value: ChartValue, group: string, { values }: ChartInput) =>
  group === '' ? value.label : values.length > 1 ? `${value.label} · ${group}` : group;

export const toItem = ({ label, number, text }: ReturnType<typeof listCells>[number]): Item => ({
  name: label,
  value: number,
  text,
});

/** R's type 7. */
export function findQuantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const next = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return sorted[below]! + (place - below) * (next - sorted[below]!);
}

/**
 * Two estimates that alone are greatest and least, and how their intervals lie: a point that both hold is the middle of
 * what they share. Where they only touch, either may be said.
 */
export function listIntervalPairs(items: readonly Item[], intervals: Facts['intervals']): Facts['gaps'] {
  const numbers = items.map(({ value }) => value);
  const isOnly = (one: number) => numbers.filter((other) => other === one).length === 1;
  const find = (value: number) => items.findIndex((item) => item.value === value);
  const [most, least] = [Math.max(...numbers), Math.min(...numbers)];
  if (items.length < 2 || !isOnly(most) || !isOnly(least)) return [];
  const [left, right] = [items[find(most)]!, items[find(least)]!];
  const [upper, lower] = [intervals[find(most)]!, intervals[find(least)]!];
  const shared = Math.min(upper.high, lower.high) - Math.max(upper.low, lower.low);
  const touch = Math.abs(shared) <= 1e-9 * Math.max(Math.abs(upper.low), Math.abs(lower.high));
  const told = touch ? ['overlapping', 'apart'] : [shared > 0 ? 'overlapping' : 'apart'];
  return told.map((what) => ({ what, left, right }));
}
