/** Every metric of rows over generated orders: how their file came about changes no number. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metrics } from '../../metrics/library.ts';
import { evaluateMetrics } from '../../test/evaluate-metrics.ts';

interface Order {
  day: number;
  user: number;
  amount: number | null;
  discount: number;
  status: string;
}

const orders = fc.array(
  fc.record({
    day: fc.integer({ min: 2, max: 28 }),
    user: fc.integer({ min: 1, max: 6 }),
    amount: fc.option(fc.integer({ min: 1, max: 90 }), { freq: 5, nil: null }),
    discount: fc.integer({ min: 0, max: 9 }),
    status: fc.constantFrom('paid', 'refunded'),
  }),
  { minLength: 6, maxLength: 30 },
);

const header = 'order_id,user_id,amount,discount,status,created_at';
const twoDigits = (number: number) => String(number).padStart(2, '0');
// No two at one time: of such the first would be that of the first row.
const toLine = ({ day, user, amount, discount, status }: Order, at: number) =>
  `o${at},u${user},${amount ?? ''},${discount},${status},2026-03-${twoDigits(day)}T10:${twoDigits(at)}:00+08:00`;
// Both ends are there always, so that all files have the same days and kinds of numbers.
const toLines = (rows: readonly Order[]) => [
  toLine({ day: 2, user: 1, amount: 5, discount: 1, status: 'paid' }, 40),
  toLine({ day: 29, user: 2, amount: 7, discount: 2, status: 'refunded' }, 41),
  ...rows.map(toLine),
];
const toFile = (...lines: readonly string[]) => ({ 'orders.csv': `${[header, ...lines].join('\n')}\n` });

/** What each metric of the family is asked besides its table. */
const asked: Record<string, string> = {
  count: '',
  count_distinct: 'column: user_id',
  sum: 'column: amount',
  mean: 'column: amount',
  median: 'column: amount',
  quantile: 'column: amount, with: { percentile: 90 }',
  min: 'column: amount',
  max: 'column: amount',
  first: 'column: discount',
  last: 'column: discount',
  share: 'of: "status = \'refunded\'"',
  ratio_of_sums: 'with: { numerator: amount, denominator: discount }',
  weighted_mean: 'column: amount, with: { weight: discount }',
  top_share: 'column: discount, with: { item: user_id, top: 2 }',
  lookup: 'column: amount, where: "order_id = \'o40\'"',
};
const entry = (name: string, metric: string, ...parts: string[]) =>
  `${name}: { ${[`metric: ${metric}`, 'from: orders', 'during: 2026-03-02..2026-03-29', ...parts.filter(Boolean)].join(', ')} }\n`;
const entries = [
  ...Object.entries(asked).flatMap(([metric, more]) => [
    entry(metric, metric, more),
    ...(metric === 'lookup' || metric === 'top_share'
      ? []
      : [entry(`${metric}_by`, metric, more, 'by: [week, status]')]),
  ]),
  entry('so_far', 'sum', 'column: amount', 'by: week', 'over: cumulative'),
  entry('rolling', 'count_distinct', 'column: user_id', 'by: week', 'over: rolling 2'),
  entry('change', 'sum', 'column: discount', 'by: week', 'over: change_rate'),
  entry('per_user', 'median', 'each: { by: user_id, take: sum, column: amount }'),
  entry('of_users', 'share', 'each: { by: user_id, take: count }', 'of: value > 1'),
].join('');

async function computeAll(files: Record<string, string>) {
  const { values, problems } = await evaluateMetrics(files, entries);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return Object.values(values).map(({ name, value, points }) => ({
    name,
    value: value?.toFixed(9),
    points: points.map((point) => [point.label, point.group, point.value?.toFixed(9), point.n]),
  }));
}

test('each metric of rows is asked', () => {
  const all = Object.keys(metrics).filter((id) => metrics[id as keyof typeof metrics].family === 'rows');
  expect(Object.keys(asked)).toEqual(all);
});

test('order, exports set end to end and rows pasted twice change no metric of rows', {
  timeout: 300_000,
}, async () => {
  const cases = orders.chain((rows) => {
    const lines = toLines(rows);
    const some = { minLength: lines.length, maxLength: lines.length };
    return fc.record({
      lines: fc.constant(lines),
      shuffled: fc.shuffledSubarray(lines, some),
      again: fc.subarray(lines, { minLength: 1 }),
      cut: fc.integer({ min: 1, max: lines.length - 1 }),
    });
  });
  await fc.assert(
    fc.asyncProperty(cases, async ({ lines, shuffled, again, cut }) => {
      const whole = await computeAll(toFile(...lines));
      expect(whole.filter(({ value }) => value !== undefined).length).toBeGreaterThan(25);
      expect(await computeAll(toFile(...shuffled))).toEqual(whole);
      // Two exports, one below the other.
      const joined = await computeAll(toFile(...lines.slice(0, cut), header, ...lines.slice(cut)));
      expect(joined).toEqual(whole);
      const pasted = await computeAll(toFile(...lines, ...again));
      expect(pasted).toEqual(whole);
    }),
    { numRuns: 4, seed: 16 },
  );
});

test('of a file split in two the parts add to the whole, and a ratio of their sums is the ratio', async () => {
  await fc.assert(
    fc.asyncProperty(orders, fc.integer({ min: 1, max: 6 }), async (rows, cut) => {
      const lines = toLines(rows);
      const write = (some: readonly string[]) => `${[header, ...some].join('\n')}\n`;
      const files = {
        'sales.csv': write(lines),
        'sales_a.csv': write([...lines.slice(0, 1), ...lines.slice(2, 2 + cut)]),
        'sales_b.csv': write([...lines.slice(1, 2), ...lines.slice(2 + cut)]),
        'tables.yaml': ['sales', 'sales_a', 'sales_b']
          .map((name) => `${name}.csv: { table: own }\n`)
          .join(''),
      };
      const of = (table: string) =>
        `n_${table}: { metric: count, from: ${table}, unit: 单 }
off_${table}: { metric: sum, from: ${table}, column: discount }
high_${table}: { metric: max, from: ${table}, column: discount }
paid_${table}: { metric: count, from: ${table}, where: "status = 'paid'", unit: 单 }
`;
      const { values } = await evaluateMetrics(
        files,
        `${['sales', 'sales_a', 'sales_b'].map(of).join('')}
n: { formula: n_sales_a + n_sales_b }
off: { formula: off_sales_a + off_sales_b }
part: { formula: (paid_sales_a + paid_sales_b) / (n_sales_a + n_sales_b), unit: "%" }
share: { metric: share, from: sales, of: "status = 'paid'" }
`,
      );
      const get = (name: string) => values[name]?.value;
      expect(get('n')).toBe(lines.length);
      expect(get('n')).toBe(get('n_sales'));
      expect(get('off')).toBe(get('off_sales'));
      expect(get('part')).toBeCloseTo(get('share')!, 9);
      expect(Math.max(get('high_sales_a')!, get('high_sales_b')!)).toBe(get('high_sales'));
    }),
    { numRuns: 6, seed: 16 },
  );
});
