/**
 * Published data with published answers through the library's own SQL: UCI Online Retail (Chen 2012, CC BY 4.0).
 * The file lies beside the repository, never in it.
 */
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBareEngine, readRows } from '../test/sample-query.ts';
import type { AnyMetric } from './define-family.ts';
import { metrics } from './library.ts';
import type { GroupKey, MetricQuery } from './metric.ts';

const parquet = fileURLToPath(new URL('../../../shared/data/online-retail.parquet', import.meta.url));
const there = await stat(parquet).then(
  () => true,
  () => false,
);
if (!there) console.warn(`SKIPPED: no ${parquet}`);

const cleaned = `"CustomerID" IS NOT NULL AND "InvoiceNo" NOT LIKE 'C%' AND "Quantity" > 0 AND "UnitPrice" > 0`;
const day = 'CAST("InvoiceDate" AS DATE)';
const month: GroupKey = {
  alias: 'key',
  text: `strftime(${day}, '%Y-%m')`,
  order: `strftime(${day}, '%Y-%m')`,
  timed: true,
};

describe.skipIf(!there)('Online Retail', () => {
  let connection: DuckDBConnection;
  beforeAll(async () => {
    connection = await openBareEngine();
    await connection.run(`CREATE TABLE retail AS SELECT * FROM read_parquet('${parquet}')`);
  }, 60_000);
  afterAll(() => connection.closeSync());

  const rows = async (metric: AnyMetric, params: unknown, more: Partial<MetricQuery<unknown>> = {}) =>
    readRows(
      connection,
      metric.sql({
        from: 'retail',
        where: cleaned,
        period: undefined,
        day,
        time: '"InvoiceDate"',
        keys: [],
        columns: { user: '"CustomerID"', order: '"InvoiceNo"', amount: '"Quantity" * "UnitPrice"' },
        params,
        preRows: [],
        ...more,
      }),
    );
  const value = async (metric: AnyMetric, more: Partial<MetricQuery<unknown>> = {}) =>
    Number((await rows(metric, {}, more))[0]?.value);

  test('GMV: net 9 747 747.93, positive lines 10 666 684.54, cleaned 8 911 407.90', async () => {
    expect(await value(metrics.gmv, { where: undefined })).toBeCloseTo(9_747_747.93, 2);
    const positive = '"Quantity" > 0 AND "UnitPrice" > 0';
    expect(await value(metrics.gmv, { where: positive })).toBeCloseTo(10_666_684.54, 2);
    expect(await value(metrics.gmv)).toBeCloseTo(8_911_407.9, 2);
  });

  test('397 884 lines, 4 338 customers, 18 532 orders; 3 836 of 25 900 invoices are cancelled', async () => {
    expect(await value(metrics.count)).toBe(397_884);
    expect(await value(metrics.buyers)).toBe(4338);
    expect(await value(metrics.orders)).toBe(18_532);
    expect(await value(metrics.orders, { where: undefined })).toBe(25_900);
    expect(await value(metrics.orders, { where: `"InvoiceNo" LIKE 'C%'` })).toBe(3836);
  });

  test('AOV 480.87, ARPPU 2 054.27 = AOV × orders per buyer; repurchase 2 845 of 4 338 = 65.58 %', async () => {
    const [aov, arppu] = [await value(metrics.aov), await value(metrics.arppu)];
    expect(aov).toBeCloseTo(480.87, 2);
    expect(arppu).toBeCloseTo(2054.27, 2);
    expect(aov * (18_532 / 4338)).toBeCloseTo(arppu, 6);
    const [again] = await rows(metrics.repurchase_rate, {});
    expect([again?.numerator, again?.denominator]).toEqual([2845, 4338]);
    expect(again?.value).toBeCloseTo(65.58, 2);
  });

  test('monthly cohort of 2010-12: 885 customers; month 12 is not over and starred', async () => {
    const keys = [month];
    const first = await rows(metrics.retention, { day: 1, step: 'month' }, { keys });
    expect(first[0]).toMatchObject({ key: '2010-12', denominator: 885, open: false });
    const twelfth = await rows(metrics.retention, { day: 12, step: 'month' }, { keys });
    expect(twelfth[0]).toMatchObject({ key: '2010-12', denominator: 0, value: null, open: true });
  });

  test('November 2011: mean daily over monthly buyers is 5.52 % in 26 trading days', async () => {
    const period = { from: '2011-11-01', to: '2011-11-30' };
    const [sticky] = await rows(metrics.stickiness, { days: 'active' }, { period });
    expect(sticky?.value).toBeCloseTo(5.52, 2);
    const [daily] = await rows(metrics.dau, { days: 'active' }, { period });
    expect(daily?.denominator).toBe(26);
  });
});
