import { describe, expect, test } from 'vitest';
import { createSampleBook } from '../../test/sample-book.ts';
import type { BookSummary, Measure } from '../site-types.ts';
import { summarizeReport } from '../summary/report-summary.ts';
import { compareMetrics } from './compare-metrics.ts';
import { computeDotScale, placeDot } from './dot-scale.ts';
import { layPhases } from './lay-phases.ts';
import { listPartPages } from './part-pages.ts';
import { drawWeekLine, findHighest } from './week-lines.ts';

const sample = summarizeReport(createSampleBook(), []) as BookSummary;

const measure = (changes: Partial<Measure>): Measure => ({
  ...{
    metric: 'cpa',
    title: '获客成本',
    name: '获客成本',
    value: 30,
    text: '30',
    unit: '元/人',
    direction: 'lower',
  },
  ...{ weeks: [], entry: { page: 'numbers', anchor: 'v-x' } },
  ...changes,
});
const team = (report: string, ...measures: Measure[]): BookSummary => ({ ...sample, report, measures });

describe('metrics that teams share', () => {
  const other = { metric: 'gmv', title: '成交额', unit: '元' };

  test('are those of two reports at least, all that measured them, those of most teams first', () => {
    const found = compareMetrics([
      team('a', measure(other), measure({}), measure({ name: '付费获客成本' })),
      team('b', measure(other), measure({ metric: 'nps' })),
      team('c', measure({}), measure(other)),
      { report: 'd', broken: true, title: 'd', problems: 1 },
    ]);
    expect(
      found.map(({ title, slug, measures }) => [title, slug, measures.map(({ report }) => report)]),
    ).toEqual([
      ['成交额', 'gmv', ['a', 'b', 'c']],
      ['获客成本', 'cpa', ['a', 'a', 'c']],
    ]);
  });

  test('have one unit: 元 and 万元 stand on no common axis', () => {
    expect(
      compareMetrics([team('a', measure(other)), team('b', measure({ ...other, unit: '万元' }))]),
    ).toEqual([]);
  });
});

test('one axis holds values, goals and intervals, from zero', () => {
  const scale = computeDotScale([
    measure({ value: 20, target: { value: 50, text: '50' } }),
    measure({ value: 30, interval: { low: 10, high: 94.3, text: '' } }),
  ]);
  expect(scale.low).toBe(0);
  expect(placeDot(0, scale)).toBe(0);
  expect(placeDot(94.3, scale)).toBeCloseTo(100 / 1.06, 1);
  expect(computeDotScale([measure({ value: -36.7 })]).low).toBeLessThan(-36.7);
  expect(placeDot(0, computeDotScale([measure({ value: 0 })]))).toBe(0);
});

test('phases lie along the days of the course, gaps and all', () => {
  const { bars, months } = layPhases([
    { title: '调研', from: '2026-03-02', to: '2026-03-11' },
    { title: '执行', from: '2026-03-22', to: '2026-06-09' },
  ]);
  expect(bars.map(({ left, width }) => [left, width])).toEqual([
    [0, 10],
    [20, 80],
  ]);
  expect(months).toEqual([
    { month: 4, left: 30 },
    { month: 5, left: 60 },
    { month: 6, left: 91 },
  ]);
  expect(layPhases([])).toEqual({ bars: [], months: [] });
});

test('a week without a value breaks the line', () => {
  const weeks = [2, 4, null, 0].map((value, at) => ({ label: `第 ${at + 1} 周`, value }));
  const { lines, ends } = drawWeekLine(weeks, findHighest([{ weeks }]));
  expect(lines).toEqual(['M0.0 30.0L53.3 2.0', 'M160.0 58.0']);
  expect(ends).toEqual({ first: '第 1 周', last: '第 4 周' });
});

test('parts by team are split so that a page can be read', () => {
  const course = { title: '', description: '', term: '', language: 'zh' as const, mentors: [], phases: [] };
  const reports = Array.from({ length: 90 }, (_, i) => team(`t${i}`));
  const pages = listPartPages({ ...course, parts: [{ title: '', parts: ['甲'] }] }, reports);
  expect(pages.map(({ length }) => length)).toEqual([30, 30, 30]);
  expect(listPartPages({ ...course, parts: [] }, reports)).toEqual([]);
});
