/** What holds for any rows: parts and wholes, order and files, windows, steps without rows. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateMetrics } from '../../test/evaluate-metrics.ts';

interface Sale {
  day: number;
  shop: string;
  user: number;
  amount: number | null;
  cost: number;
}

const sales = fc.array(
  fc.record({
    day: fc.integer({ min: 2, max: 28 }),
    shop: fc.constantFrom('a', 'b', 'c'),
    user: fc.integer({ min: 1, max: 6 }),
    amount: fc.option(fc.integer({ min: -50, max: 90 }), { freq: 4, nil: null }),
    cost: fc.integer({ min: 1, max: 9 }),
  }),
  { minLength: 8, maxLength: 40 },
);

const header = 'day,shop,user_no,amount,cost';
// The first and the last row are there always: numbers stay numbers, and the days are the same.
const ends = ['2026-03-02,a,1,5,1', '2026-03-29,b,2,7,2'];
const toLines = (rows: readonly Sale[]) => [
  ...ends,
  ...rows.map(
    (one) =>
      `2026-03-${String(one.day).padStart(2, '0')},${one.shop},${one.user},${one.amount ?? ''},${one.cost}`,
  ),
];
const toCsv = (lines: readonly string[]) => `${header}\n${lines.join('\n')}\n`;

const metrics = `
n: { metric: count, from: sales, by: shop }
total: { metric: sum, from: sales, column: amount, by: [week, shop] }
costs: { metric: sum, from: sales, column: cost, by: week }
rate: { metric: ratio_of_sums, from: sales, with: { numerator: amount, denominator: cost }, by: shop }
part: { metric: share, from: sales, of: amount > 20, by: week }
middle: { metric: median, from: sales, column: amount, by: shop }
so_far: { metric: sum, from: sales, column: cost, by: week, over: cumulative }
users: { metric: count_distinct, from: sales, column: user_no, by: week, over: rolling 2 }
per_user: { metric: mean, from: sales, each: { by: user_no, take: sum, column: amount } }
users_sql: { query: "SELECT w.d AS d, (SELECT count(DISTINCT user_no) FROM sales WHERE day BETWEEN w.d - 7 AND w.d + 6) AS value FROM (SELECT unnest([DATE '2026-03-09', DATE '2026-03-16', DATE '2026-03-23']) AS d) w ORDER BY 1" }
`;

const add = (numbers: readonly (number | null | undefined)[]) =>
  numbers.reduce<number>((all, one) => all + (one ?? 0), 0);

test('parts add to the whole, ratios are of parts, and windows are counted anew', async () => {
  await fc.assert(
    fc.asyncProperty(sales, async (rows) => {
      const { values, queries } = await evaluateMetrics({ 'sales.csv': toCsv(toLines(rows)) }, metrics);
      const points = (name: string) => values[name]?.points ?? [];
      expect(values.n?.value).toBe(rows.length + 2);
      expect(add(points('n').map(({ value }) => value))).toBe(values.n?.value);
      expect(add(points('total').map(({ value }) => value))).toBeCloseTo(
        values.total?.value ?? Number.NaN,
        9,
      );
      expect(add(points('costs').map(({ value }) => value))).toBe(values.costs?.value);
      const parts = points('part');
      expect(
        (100 * add(parts.map((one) => one.numerator))) / add(parts.map((one) => one.denominator)),
      ).toBeCloseTo(values.part?.value ?? Number.NaN, 9);
      const rates = points('rate').filter(({ value }) => value !== null);
      expect(add(rates.map((one) => one.numerator)) / add(rates.map((one) => one.denominator))).toBeCloseTo(
        values.rate?.value ?? Number.NaN,
        9,
      );
      expect(points('so_far').at(-1)?.value).toBe(values.costs?.value);
      const wanted = queries.users_sql?.result.rows.map(({ value }) => value);
      expect(points('users').flatMap(({ value }) => (value === null ? [] : [value]))).toEqual(wanted);
    }),
    { numRuns: 12, seed: 16 },
  );
});

test('the order of rows changes nothing', async () => {
  const shuffled = sales.chain((rows) =>
    fc.tuple(fc.constant(toLines(rows)), fc.shuffledSubarray(toLines(rows), { minLength: rows.length + 2 })),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([lines, others]) => {
      const round = ({ values }: Awaited<ReturnType<typeof evaluateMetrics>>) =>
        Object.values(values).map(({ name, value, points }) => [name, value?.toFixed(9), points]);
      const one = await evaluateMetrics({ 'sales.csv': toCsv(lines) }, metrics);
      const other = await evaluateMetrics({ 'sales.csv': toCsv(others) }, metrics);
      expect(round(other)).toEqual(round(one));
    }),
    { numRuns: 6, seed: 16 },
  );
});

const gap = ['2026-03-02T10:00:00+08:00', '2026-03-17T10:00:00+08:00'];

test('a week without rows is 0 in a log and a gap in another table; blanks are a gap if there is nothing else', async () => {
  const { values } = await evaluateMetrics(
    {
      'events.csv': `user_id,event,ts\na,visit,${gap[0]}\nb,visit,${gap[1]}\n`,
      'notes.csv': `at,n\n${gap[0]},4\n${gap[1]},6\n`,
      'marks.csv': 'day,n\n2026-03-02,3\n2026-03-03,\n2026-03-09,\n2026-03-16,5\n',
    },
    `log: { metric: count, from: events, by: week }
other: { metric: count, from: notes, by: week }
blank: { metric: sum, from: marks, column: n, by: week }
mean: { metric: mean, from: events, column: "1", by: week }
`,
  );
  const numbers = (name: string) => values[name]?.points.map(({ value }) => value);
  expect(numbers('log')).toEqual([1, 0, 1]);
  expect(numbers('other')).toEqual([1, null, 1]);
  expect(numbers('blank')).toEqual([3, null, 5]);
  expect(numbers('mean')).toEqual([1, null, 1]);
});
