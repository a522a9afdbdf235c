/** Published fits on the CDNOW 1/10 sample, which lies beside the repository, never in it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';
import { openBareEngine, readRows } from '../../../test/sample-query.ts';
import { metrics } from '../../library.ts';
import { estimateAliveProbability, estimatePurchases, estimateRepeats, fitBgNbd } from './bg-nbd.ts';
import { estimateSpend, fitGammaGamma } from './gamma-gamma.ts';
import type { Customer } from './repeat-customer.ts';

const file = fileURLToPath(new URL('../../../../../shared/data/cdnow.csv', import.meta.url));
const customers = readCustomers();
if (customers.length === 0) console.warn(`SKIPPED: no ${file}`);

function readCustomers(): Customer[] {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  const lines = text.trim().split(/\r?\n/).slice(1);
  return lines.map((line) => {
    const [, repeats = 0, recency = 0, age = 0, spend = 0] = line.split(',').map(Number);
    return { repeats, recency, age, spend };
  });
}

describe.skipIf(customers.length === 0)('CDNOW', () => {
  const model = fitBgNbd(customers)!;

  test('2 357 customers, 2 457 repeats, 946 who came back', () => {
    expect(customers.length).toBe(2357);
    expect(customers.reduce((sum, { repeats }) => sum + repeats, 0)).toBe(2457);
    expect(customers.filter(({ repeats }) => repeats > 0).length).toBe(946);
  });

  test('946 of 2 357 buy again in weeks 1 to 39: 40.14 %, through repurchase_rate', async () => {
    const rows = customers.flatMap(({ repeats }, who) =>
      Array.from({ length: repeats + 1 }, (_, at) => `(${who}, '${who}-${at}')`),
    );
    const connection = await openBareEngine();
    const sql = metrics.repurchase_rate.sql({
      from: `(VALUES ${rows.join(', ')}) AS bought(who, bill)`,
      where: undefined,
      period: undefined,
      day: undefined,
      time: undefined,
      keys: [],
      columns: { user: 'who', order: 'bill' },
      params: {},
      preRows: [],
    });
    const [row] = await readRows(connection, sql);
    connection.closeSync();
    expect([row?.numerator, row?.denominator]).toEqual([946, 2357]);
    expect(row?.value).toBeCloseTo(40.14, 2);
  });

  test('BG/NBD: r .243, α 4.414, a .793, b 2.426, LL −9582.4 (Fader, Hardie & Lee 2005, table 2)', () => {
    expect(model.r).toBeCloseTo(0.243, 3);
    expect(model.alpha).toBeCloseTo(4.414, 2);
    expect(model.a).toBeCloseTo(0.793, 3);
    expect(model.b).toBeCloseTo(2.426, 2);
    expect(model.logLikelihood).toBeCloseTo(-9582.43, 1);
  });

  test('E[X(t)] of a new customer (Hardie’s spreadsheet, as lifetimes and BTYD print it)', () => {
    const published = [
      [1 / 7, 0.0078],
      [1, 0.0532],
      [3, 0.1506],
      [31.857, 1.0405],
      [32, 1.0437],
      [78, 1.8576],
    ] as const;
    for (const [time, purchases] of published) {
      expect(estimateRepeats(model, time)).toBeCloseTo(purchases, 3);
    }
    expect(estimateRepeats(model, 52)).toBeCloseTo(1.444, 3);
  });

  test('E[Y(39) | x = 2, t_x = 30.43, T = 38.86] = 1.226 (Fader, Hardie & Lee 2005)', () => {
    const customer = { repeats: 2, recency: 30.43, age: 38.86 };
    expect(estimatePurchases(model, customer, 39)).toBeCloseTo(1.226, 3);
    expect(estimateAliveProbability(model, customer)).toBeLessThan(1);
    expect(estimateAliveProbability(model, { repeats: 0, recency: 0, age: 38.86 })).toBe(1);
  });

  test('Gamma-Gamma: p 6.25, q 3.74, v 15.44, mean 35.17 (Fader & Hardie 2013)', () => {
    const fit = fitGammaGamma(customers)!;
    expect(fit.customers).toBe(946);
    expect(fit.p).toBeCloseTo(6.25, 2);
    expect(Math.abs(fit.q - 3.74)).toBeLessThan(0.01);
    expect(Math.abs(fit.v - 15.44)).toBeLessThan(0.02);
    expect(estimateSpend(fit, { repeats: 0, recency: 0, age: 0 })).toBeCloseTo(35.17, 1);
    expect(Math.abs(fit.correlation!)).toBeLessThan(0.15);
  });

  test('Gamma-Gamma: the first ten customers (lifetimes, test_estimation)', () => {
    const fit = fitGammaGamma(customers)!;
    const published = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17];
    for (const [i, spend] of published.entries()) {
      expect(Math.abs(estimateSpend(fit, customers[i]!)! - spend)).toBeLessThan(0.02);
    }
  });

  test('through metrics.yaml: E[X(32)] 1.0437, E[X(52)] 1.444, mean value 35.17', {
    timeout: 60_000,
  }, async () => {
    const { values, problems } = await evaluateMetrics(
      { 'cdnow.csv': readFileSync(file, 'utf8') },
      `t32: { metric: new_customer_repeats, from: cdnow, with: { weeks: 32 } }
t52: { metric: new_customer_repeats, from: cdnow }
value: { metric: expected_order_value, from: cdnow, unit: 美元/单 }
`,
    );
    expect(problems).toEqual([]);
    expect(values.t32?.value).toBeCloseTo(1.0437, 3);
    expect(values.t52?.value).toBeCloseTo(1.444, 3);
    expect(values.t52?.lineage.note).toContain('r = 0.243, α = 4.41');
    expect(values.value?.text).toBe('35.17 美元/单');
  });
});
