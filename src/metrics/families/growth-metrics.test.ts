import { expect, test } from 'vitest';
import { computeChangeRate } from '../../base/conventions/change.ts';
import { evaluateMetrics } from '../../test/evaluate-metrics.ts';

const cases = [
  [100, 250, 150, '150%'],
  [100, 50, -50, '−50%'],
  [100, -50, -150, '−150%'],
  [100, 0, -100, '−100%'],
  [-100, -50, null, '—'],
  [-100, 100, null, '—'],
  [0, 50, null, '—'],
  [0, 0, null, '—'],
] as const;

test.each(cases)('from %s to %s', async (before, now, rate, text) => {
  const { values, problems } = await evaluateMetrics(
    { '利润.csv': `day,profit\n2026-03-02,${before}\n2026-03-09,${now}\n` },
    'x: { metric: change_rate, from: 利润, during: 2026-03-09..2026-03-15, with: { column: profit, previous: last-period } }\n',
  );
  expect(problems).toEqual([]);
  expect(values.x?.text).toBe(text);
  expect(computeChangeRate(now, before)).toBe(rate);
  // Where there is no rate, the ledger still shows what it changed by.
  expect(values.x?.lineage.numerator?.value).toBe(now - before);
});

test('a budget of 0 or below has no rate either', async () => {
  const files = { '自有.csv': '项目,budget,actual\n补贴,-100,-50\n' };
  const { values } = await evaluateMetrics(
    files,
    'v: { metric: budget_variance_rate, from: 自有 }\nu: { metric: budget_use, from: 自有 }\nd: { metric: budget_variance, from: 自有 }\n',
  );
  expect([values.v?.text, values.u?.text, values.d?.text]).toEqual(['—', '—', '50.00 元']);
});
