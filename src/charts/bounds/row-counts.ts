/** How many rows and steps Vega's transforms would make of the rows they get, found without making them. */
import type { Bounded } from './bounds.ts';

export type Row = object;
export type Field = (row: Row) => unknown;

/** Parameters of a transform: those that count. */
export interface Parameters {
  start?: number;
  stop?: number;
  step?: number;
  steps?: number;
  maxsteps?: number;
  bandwidth?: number;
  limit?: number;
  cross?: boolean;
  field?: Field | null;
  key?: Field;
  fields?: (Field | null)[];
  groupby?: Field[];
  keyvals?: unknown[];
  frame?: (number | null)[];
  ops?: string[];
}

/** How much of what. */
export type Count = [bounded: Extract<Bounded, 'rows' | 'steps'>, count: number];

export type CountRows = (given: Parameters, rows: readonly Row[]) => Count[];

export const rowCounts: Record<string, CountRows> = {
  flatten: ({ fields = [] }, rows) => [['rows', sumOver(rows, (row) => countLongest(fields, row))]],
  fold: ({ fields = [] }, rows) => [['rows', rows.length * fields.length]],
  impute: ({ groupby, key, keyvals = [] }, rows) => {
    const keys = new Set([...keyvals, ...rows.map((row) => key?.(row))]);
    return [['rows', listGroups(rows, groupby).length * keys.size]];
  },
  kde: ({ groupby, steps, maxsteps = 200 }, rows) => {
    const points = steps ?? maxsteps;
    return [
      ['rows', listGroups(rows, groupby).length * points],
      ['steps', rows.length * points],
    ];
  },
  loess: ({ groupby, bandwidth = 0.3 }, rows) => {
    // Three passes, each with the neighbours of each row.
    const count = (group: number) => 3 * group * Math.max(2, bandwidth * group);
    return [['steps', sumOver(listGroups(rows, groupby), count)]];
  },
  pivot: ({ groupby, field, limit = 0 }, rows) => {
    const all = new Set(rows.map((row) => field?.(row))).size;
    const names = limit > 0 ? Math.min(all, limit) : all;
    return [
      ['rows', names * listGroups(rows, groupby).length],
      ['steps', names * rows.length],
    ];
  },
  aggregate: ({ groupby = [], cross }, rows) => {
    if (!cross) return [];
    const sizes = groupby.map((field) => listGroups(rows, [field]).length);
    return [['rows', sizes.reduce((product, size) => product * size, 1)]];
  },
  window: ({ groupby, ops = [], frame }, rows) => {
    const weight = Math.max(0, ...ops.map((op) => windowWeights[op] ?? 0));
    if (weight === 0) return [];
    const count = (group: number) => weight * group * Math.min(group, countFrame(frame));
    return [['steps', sumOver(listGroups(rows, groupby), count)]];
  },
};

/** Operations that look at, or keep, the whole window of each row. */
const windowWeights: Record<string, number> = { values: 15, median: 3, q1: 3, q3: 3, ci0: 1000, ci1: 1000 };

function countFrame([from = null, to = null]: (number | null)[] = [null, 0]): number {
  return from === null || to === null ? Infinity : Math.max(0, to - from + 1);
}

function countLongest(fields: readonly (Field | null)[], row: Row): number {
  const lengths = fields.map((field) => {
    const list = field?.(row);
    return Array.isArray(list) || typeof list === 'string' ? list.length : 0;
  });
  return Math.max(0, ...lengths);
}

/** Rows of each group. */
function listGroups(rows: readonly Row[], groupby: readonly Field[] = []): number[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = groupby.map((field) => String(field(row))).join('\u0000');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts.values()];
}

function sumOver<T>(list: readonly T[], count: (item: T) => number): number {
  return list.reduce((sum, item) => sum + count(item), 0);
}
