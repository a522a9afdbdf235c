import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineFamily } from '../../metrics/define-family.ts';
import type { MetricDefinition } from '../../metrics/metric.ts';
import { buildBookValue } from './book-value.ts';
import { buildSolutionMembers, solveGroups, toSolutionRow } from './series-members.ts';

const definition: MetricDefinition<{ of: string }> = {
  names: { zh: '中位数', en: 'Median' },
  unit: '',
  direction: 'none',
  definition: { zh: '', en: '' },
  edgeCases: { zh: '', en: '' },
  source: '',
  example: { files: {}, answer: '', source: '' },
  table: '',
  columns: {},
  params: z.strictObject({ of: z.string().default('x') }),
  proportion: false,
  empty: null,
  formulaText: () => ({ numerator: { zh: '', en: '' } }),
  sql: () => '',
  solve: (rows, { of }) => {
    const sorted = rows.map((row) => Number(row[of])).sort((a, b) => a - b);
    const value = sorted[Math.floor(sorted.length / 2)] ?? null;
    return {
      value,
      n: rows.length,
      points: [{ key: 'low', label: { zh: '低', en: 'low' }, value: sorted[0] ?? null, n: 1 }],
    };
  },
};

const { median } = defineFamily('rows', { median: definition });

test('each group is solved for itself, in order of appearance, with parsed parameters', () => {
  const rows = [
    { key: 'b', x: 3 },
    { key: 'a', x: 5 },
    { key: 'b', x: 1 },
    { key: 'b', x: 2 },
  ];
  expect(solveGroups(rows, median, {}).map(({ key, value, n }) => [key, value, n])).toEqual([
    ['b', 2, 3],
    ['a', 5, 1],
  ]);
  expect(solveGroups([], median, {})).toEqual([]);
});

test('what cannot be shown is not available', () => {
  const points = [{ key: 'a', label: { zh: '甲', en: 'A' }, value: Number.NaN }];
  expect(buildSolutionMembers({ value: Number.POSITIVE_INFINITY, points, n: 4 }, 'zh')).toEqual([
    { key: 'a', label: '甲', value: null, n: 4 },
  ]);
  expect(toSolutionRow({ value: null, n: 0 })).toEqual({
    value: null,
    numerator: null,
    denominator: null,
    n: 0,
  });
});

test('a model brings its own interval; one without ends is not shown', () => {
  const book = (low: number) =>
    buildBookValue(
      { name: 'x', place: { file: '' }, getPlace: () => ({ file: '' }) },
      {
        value: 2,
        unit: '元',
        members: [],
        direction: 'none',
        interval: { low, high: 3, level: 0.95, method: 'profile' },
        lineage: { kind: 'metric', formula: '', inputs: [], tables: [], rows: 0, files: [] },
      },
      {},
      [],
      'zh',
    ).interval;
  expect(book(1)).toMatchObject({ low: 1, high: 3, method: 'profile', text: '1.00 元～3.00 元' });
  expect(book(Number.NaN)).toBeUndefined();
});
