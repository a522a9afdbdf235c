import { expect, test } from 'vitest';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';

const rows = [
  'user_id,as_of,score,label,treated',
  'a,2026-05-01,0.1,0,false',
  'b,2026-05-01,0.4,0,false',
  'c,2026-05-01,0.35,1,false',
  'd,2026-05-01,0.8,1,false',
  'e,2026-05-01,0.9,0,true',
];

test('says whom a score was judged by, where some were treated', async () => {
  const { values, problems } = await evaluateMetrics(
    { 'churn_scores.csv': `${rows.join('\n')}\n` },
    `others: { metric: churn_auc, where: NOT treated }
all: { metric: churn_auc }
lift: { metric: churn_lift, where: NOT treated }
`,
  );
  expect(problems).toEqual([]);
  expect(values.others?.value).toBe(0.75);
  expect(values.others?.lineage.note).toContain('只算没有挽回过的 4 人');
  expect(values.others?.lineage.note).toContain('没有加权，不能推到全体');
  expect(values.lift?.lineage.note).toContain('只算没有挽回过的 4 人');
  // Of 2 · 3 pairs three are in order.
  expect(values.all?.value).toBeCloseTo(0.5, 12);
  expect(values.all?.lineage.note).toContain('其中 1 人挽回过');
});

test('says nothing of it where the table does not', async () => {
  const without = rows.map((line) => line.replace(/,[^,]*$/, ''));
  const { values } = await evaluateMetrics(
    { 'churn_scores.csv': `${without.join('\n')}\n` },
    'x: { metric: churn_auc }',
  );
  expect(values.x?.lineage.note ?? '').toBe('');
});
