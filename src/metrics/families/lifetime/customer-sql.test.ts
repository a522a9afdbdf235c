import { expect, test } from 'vitest';
import { openEngine } from '../../../data/open-engine.ts';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';
import { buildCustomersSql } from './customer-sql.ts';

const orders = `user_id,order_id,created_at,status,amount
u,1,2026-03-02T09:00:00+08:00,paid,10
u,2,2026-03-02T20:00:00+08:00,paid,10
u,3,2026-03-16T00:30:00+08:00,paid,30
u,4,2026-03-23T12:00:00+08:00,shipped,50
v,5,2026-03-09T12:00:00+08:00,paid,99
w,6,2026-03-09T12:00:00+08:00,placed,99
x,7,2026-03-30T12:00:00+08:00,cancelled,1
`;

test('purchases of one day are one; unpaid ones are none; times are weeks to the last day of the data', async () => {
  const { engine } = await openEngine([], { zone: 'Asia/Shanghai' });
  const from = `(SELECT * FROM (VALUES
    ('u', TIMESTAMP '2026-03-02 09:00', 10), ('u', TIMESTAMP '2026-03-02 20:00', 10),
    ('u', TIMESTAMP '2026-03-16 00:30', 30), ('u', TIMESTAMP '2026-03-23 12:00', 50),
    ('v', TIMESTAMP '2026-03-09 12:00', 99)) AS orders(who_id, at_time, amount))`;
  const { rows } = await engine.query(
    buildCustomersSql({
      from,
      where: undefined,
      period: undefined,
      day: 'CAST(at_time AS DATE)',
      time: 'at_time',
      keys: [],
      columns: { user: 'who_id', amount: 'amount' },
      params: {},
      preRows: [],
    }),
  );
  engine.close();
  expect(
    rows.map(({ n, ...row }) => ({ ...row, alike: Number(row.alike), repeats: Number(row.repeats) })),
  ).toEqual([
    { repeats: 0, recency: 0, age: 2, spend: 0, alike: 1 },
    { repeats: 2, recency: 3, age: 3, spend: 40, alike: 1 },
  ]);
});

test('too little to tell is not available, and says so', async () => {
  const yaml = 'x: { metric: predicted_ltv }\ny: { metric: alive_rate, during: 2026-03-02..2026-03-09 }\n';
  const { values, problems } = await evaluateMetrics({ 'orders.csv': orders }, yaml);
  expect(problems).toEqual([]);
  expect(values.x?.text).toBe('—');
  expect(values.x?.lineage.note).toContain('不足');
  expect(values.y?.text).toBe('—');
});

test('a table without customers is told', async () => {
  const files = { 'things.csv': 'name,number\na,1\n' };
  const { problems } = await evaluateMetrics(files, 'x: { metric: alive_rate, from: things }');
  expect(problems.map(({ cure }) => cure.zh).join()).toContain('repeats、recency、age');
});
