import { expect, test } from 'vitest';
import { dumbbell } from '../../charts/kinds/dumbbell.ts';
import { evaluateMetrics } from '../../test/evaluate-metrics.ts';
import { describeClaims } from '../../words/claims/describe-claims.ts';
import { describeObserved } from './observed.ts';

const files = {
  'ad_spend.csv': [
    'date,channel,campaign,impressions,clicks,cost,conversions,revenue',
    '2026-03-02,SEM,甲,400,20,3.00,0,0',
    '2026-03-03,抖音,甲,300,30,5.00,0,0',
    '2026-04-06,SEM,甲,400,30,3.00,0,0',
    '2026-04-07,抖音,甲,300,24,5.00,0,0\n',
  ].join('\n'),
};
const { values, problems } = await evaluateMetrics(
  files,
  `
前: { metric: ctr, from: ad_spend, by: channel, during: 2026-03-01..2026-03-31 }
后: { metric: ctr, from: ad_spend, by: channel, during: 2026-04-01..2026-04-30 }
花费: { metric: cost, from: ad_spend, by: channel, during: 2026-04-01..2026-04-30 }
手写: { sql: "select 1", unit: 次 }
`,
);

const tell = (...names: string[]) => {
  const drawn = names.map((name) => {
    const value = values[name]!;
    const observed = describeObserved(value);
    return { ...value, label: name, ...(observed && { observed }) };
  });
  return describeClaims(dumbbell.listClaims({ language: 'zh', goals: [], values: drawn }), 'zh');
};

test('one metric in two periods has risen or fallen', () => {
  expect(problems.map(({ what }) => what.zh)).toEqual([]);
  expect(tell('前', '后')).toBe('2 项中 1 项上升，1 项下降；变动最大的是 SEM，由前的 5.00% 升至后的 7.50%。');
});

test('the later against the earlier, or another metric, is a gap', () => {
  expect(tell('后', '前')).toContain('1 项的前高于后');
  expect(describeObserved(values.花费!)!.thing).not.toBe(describeObserved(values.前!)!.thing);
  expect(describeObserved(values.手写!)).toBeUndefined();
});
