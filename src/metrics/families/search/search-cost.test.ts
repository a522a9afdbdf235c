import { expect, test } from 'vitest';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';
import { computeSeoCosts, findBreakEven, findPayback, type SearchMonth } from './search-cost.ts';

const month = (index: number, given: Partial<SearchMonth>): SearchMonth => ({
  index,
  seoUpkeep: 0,
  seoConversions: 0,
  seoRevenue: 0,
  semCost: 0,
  semConversions: 0,
  ...given,
});

test('300 of content bring 100 a month: paid back in 3 months (simplewoody.com)', () => {
  const all = Array.from({ length: 12 }, (_, i) => month(i, { seoRevenue: 100 }));
  expect(findPayback(all, { investment: 300, months: 12 }, 1)?.index).toBe(2);
  expect(findPayback(all, { investment: 300, months: 12 }, 0.2)).toBeNull();
});

test('what is written off is all of the investment in the end, and no more', () => {
  const all = Array.from({ length: 5 }, (_, i) => month(i, { seoUpkeep: 10 }));
  expect(computeSeoCosts(all, { investment: 90, months: 3 }, false)).toEqual([40, 80, 120, 130, 140]);
  expect(computeSeoCosts(all, { investment: 90, months: 3 }, true)).toEqual([100, 110, 120, 130, 140]);
});

test('a month without rows still writes off its part', () => {
  expect(computeSeoCosts([month(0, {}), month(2, {})], { investment: 90, months: 3 }, false)).toEqual([
    30, 90,
  ]);
});

test('SEO without conversions has no break-even, nor has SEM without a price', () => {
  const plan = { investment: 0, months: 12 };
  expect(findBreakEven([month(0, { semCost: 9, semConversions: 1 })], plan)).toBeNull();
  expect(findBreakEven([month(0, { seoConversions: 5 })], plan)).toBeNull();
});

const head = 'month,channel,cost,conversions,revenue\n';

test('2 000 spent, 10 000 of revenue: ROI 400% (k2zdigital.com)', async () => {
  const files = { 'search.csv': `${head}2026-03-01,SEO,2000,0,10000\n` };
  const { values } = await evaluateMetrics(files, 'x: { metric: seo_roi, from: search }');
  expect(values.x?.text).toBe('400%');
});

test('months add up to the total, and only months can be asked for', async () => {
  const files = {
    'search.csv': `${head}2026-03-01,SEO,100,10,0\n2026-04-01,SEO,100,40,0\n2026-03-01,SEM,90,9,0\n`,
  };
  const { values, problems } = await evaluateMetrics(
    files,
    `x: { metric: seo_cpa, from: search, by: month, with: { investment: 600, months: 6 } }
late: { metric: seo_cpa, from: search, during: 2026-04-01..2026-04-30, with: { investment: 600, months: 6 } }
none: { metric: seo_break_even, from: search, with: { investment: 9000 } }
wrong: { metric: seo_cpa, from: search, by: channel }
`,
  );
  expect(values.x?.value).toBeCloseTo(8, 10);
  expect(values.x?.points.map(({ key, value }) => [key, value])).toEqual([
    ['2026-03', 20],
    ['2026-04', 5],
  ]);
  expect(values.late?.value).toBeCloseTo(5, 10);
  expect(values.none?.text).toBe('—');
  expect(values.none?.lineage.note).toContain('到 2026-04 尚未达到盈亏平衡');
  expect(problems.map(({ id }) => id)).toEqual(['metric-parameter', 'rows-beyond-period']);
});
