import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';
import { openBareEngine, readRows } from '../../../test/sample-query.ts';
import { metrics } from '../../library.ts';
import type { GroupKey, MetricQuery } from '../../metric.ts';

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await openBareEngine();
});
afterAll(() => connection.closeSync());

interface Order {
  user: number;
  day: number;
  amount: number;
}

const day = `DATE '2026-03-02' + d::INTEGER`;
const values = (rows: (string | number)[][], names: string) =>
  `(SELECT * FROM (VALUES ${rows.map((row) => `(${row.join(', ')})`).join(', ')}) AS v(${names}))`;

function askOrders(orders: Order[], active: number[], keys: GroupKey[] = []): MetricQuery<unknown> {
  const shared = { where: undefined, period: undefined, day, time: day, keys };
  return {
    ...shared,
    from: values(
      orders.map((one, at) => [at, one.user, one.day, one.amount]),
      'o, u, d, amount',
    ),
    columns: { order: 'o', user: 'u', amount: 'amount' },
    params: {},
    preRows: [],
    joined: {
      ...shared,
      from: values(
        active.map((user) => [user, user % 20]),
        'u, d',
      ),
      columns: { active_user: 'u' },
    },
  };
}

const order = fc.record({
  user: fc.nat(8),
  day: fc.nat(60),
  amount: fc.integer({ min: 0, max: 900 }),
});
const some = fc.array(order, { minLength: 1, maxLength: 30 });

test('ARPU = share of payers × ARPPU; ARPPU = AOV × orders per buyer (metrics.md §6)', async () => {
  await fc.assert(
    fc.asyncProperty(
      some,
      fc.uniqueArray(fc.nat(30), { minLength: 1, maxLength: 20 }),
      async (orders, more) => {
        const active = [...new Set([...more, ...orders.map(({ user }) => user)])];
        const query = askOrders(orders, active);
        const of = async (id: keyof typeof metrics) =>
          Number((await readRows(connection, metrics[id].sql(query)))[0]?.value);
        const [arpu, rate, arppu] = [await of('arpu'), await of('pay_rate'), await of('arppu')];
        expect(arpu).toBeCloseTo((rate / 100) * arppu, 8);
        expect(arppu).toBeCloseTo((await of('aov')) * (await of('orders_per_buyer')), 8);
      },
    ),
    { numRuns: 30 },
  );
});

test('repeat orders and buyers back within N days agree with counting', async () => {
  await fc.assert(
    fc.asyncProperty(some, fc.integer({ min: 1, max: 40 }), async (orders, days) => {
      const query = askOrders(orders, []);
      const users = [...new Set(orders.map(({ user }) => user))];
      const own = users.map((user) =>
        orders
          .filter((one) => one.user === user)
          .map((one) => one.day)
          .sort((a, b) => a - b),
      );
      const [repeats] = await readRows(connection, metrics.repeat_order_share.sql(query));
      expect([repeats?.numerator, repeats?.denominator]).toEqual([
        orders.length - users.length,
        orders.length,
      ]);
      const last = Math.max(...orders.map((one) => one.day));
      const old = own.filter(([first = 0]) => first + days <= last);
      const back = old.filter(([first = 0, second]) => second !== undefined && second <= first + days);
      const [within] = await readRows(
        connection,
        metrics.repurchase_within.sql({ ...query, params: { days } }),
      );
      expect([within?.numerator, within?.denominator]).toEqual([back.length, old.length]);
    }),
    { numRuns: 40 },
  );
});

const files = {
  'orders.csv':
    'order_id,user_id,created_at,status,amount,channel\n1,a,2026-03-02T10:00:00+08:00,paid,60,SEM\n2,b,2026-03-10T10:00:00+08:00,paid,40,SEO\n',
  'events.csv':
    'user_id,event,ts,channel\na,visit,2026-03-02T09:00:00+08:00,SEM\nc,visit,2026-03-03T09:00:00+08:00,SEM\nd,visit,2026-03-18T09:00:00+08:00,APP\nb,open,2026-03-10T09:00:00+08:00,SEO\n',
};

test('both tables go by the same weeks and channels; a group of one table only is there', async () => {
  const yaml = [
    'week: { metric: arpu, by: week }',
    'channel: { metric: arpu, by: channel }',
    'first: { metric: arpu, during: 2026-03-02..2026-03-08 }',
    'visits: { metric: arpu, with: { active_where: "event = \'visit\'" } }',
  ].join('\n');
  const { values: built, problems } = await evaluateMetrics(files, yaml);
  expect(problems.map(({ what }) => what.zh)).toEqual([]);
  expect(built.week?.points.map(({ text }) => text)).toEqual(['30.00 元/人', '40.00 元/人', '0.00 元/人']);
  expect(built.channel?.points.map(({ key, text }) => [key, text])).toEqual([
    ['APP', '0.00 元/人'],
    ['SEM', '30.00 元/人'],
    ['SEO', '40.00 元/人'],
  ]);
  expect(built.first?.text).toBe('30.00 元/人');
  expect(built.visits?.text).toBe('33.33 元/人');
  expect(built.week?.lineage.tables).toEqual(['events', 'orders']);
});

test('a second table that is not there, or lacks the column, is told where it is named', async () => {
  const told = async (withs: string, by = '') => {
    const { problems } = await evaluateMetrics(files, `x: { metric: arpu${by}, with: { ${withs} } }`);
    return problems.map(({ id }) => id);
  };
  expect(await told('active: visits')).toEqual(['unknown-table']);
  expect(await told('active_user: nobody')).toEqual(['unknown-column']);
  expect(await told('active: events', ', by: status')).toEqual(['unknown-column']);
});

test('discover.datarunsdeep.com.au: 255 547 daily of 1 383 560 weekly users are 18.47 % (18 %)', async () => {
  const yaml =
    'daily: { sql: select 255547, unit: 人 }\nweekly: { sql: select 1383560, unit: 人 }\nstickiness: { formula: daily / weekly, unit: "%", digits: 2 }';
  const { values: built } = await evaluateMetrics(files, yaml);
  expect(built.stickiness?.text).toBe('18.47%');
});
