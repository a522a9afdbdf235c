/** A target is set for days: what is of others is not judged by it in silence. */
import { expect, test } from 'vitest';
import { evaluateMetrics } from '../../test/evaluate-metrics.ts';
import { formatValue } from '../text/format-value.ts';
import { buildTile } from '../text/tiles.ts';
import { computeVerdict } from '../text/verdict.ts';

const orders = `order_id,user_id,paid_at,amount\n${['2026-03-05', '2026-05-25', '2026-06-21']
  .map((day, at) => `${at},u${at},${day} 10:00:00,${100 * (at + 1)}`)
  .join('\n')}\n`;
const goals = (columns: string, row: string) => ({
  'orders.csv': orders,
  'goals.csv': `kpi,direction,unit,target${columns}\n成交额,higher,元,450${row}\n`,
});
const entry = (name: string, during: string) =>
  `${name}: { metric: gmv, from: orders${during && `, during: ${during}`}, target: goals.成交额 }\n`;
const term = entry('期末', '2026-05-25..2026-06-21');
const whole = entry('全期', '2026-03-02..2026-06-21');
const declared = [',from,as_of,definition', ',2026-05-25,2026-06-21,已支付'] as const;

test('a value of the days of its target is judged as ever', async () => {
  const { values, problems, goals: rows } = await evaluateMetrics(goals(...declared), whole + term);
  expect(problems).toEqual([]);
  expect(computeVerdict(values.期末!, 'target', values, 'zh')).toMatchObject({
    text: '超额完成',
    tone: 'good',
  });
  expect(formatValue(values.期末!, 'attainment', undefined, 'zh')).toBe('111%');
  // The first value that points to the goal is of other days: the second answers it.
  expect(rows[0]).toMatchObject({ value: '期末', attainment: { text: '111%' }, definition: '已支付' });
});

test('a value of other days says so and has no colour', async () => {
  const { values } = await evaluateMetrics(goals(...declared), whole + term);
  const days = '按 3 月 2 日至 6 月 21 日计，目标定的是 5 月 25 日至 6 月 21 日';
  expect(computeVerdict(values.全期!, 'target', values, 'zh')).toMatchObject({
    text: `超额完成（${days}）`,
    tone: 'even',
  });
  expect(formatValue(values.全期!, 'attainment', undefined, 'zh')).toBe(`133%（${days}）`);
  const tile = buildTile(values.全期!);
  expect(tile.tone).toBe('even');
  expect(tile.target ?? tile.attainment).toBeUndefined();
});

test('a goal that only values of other days answer is open, and that is told', async () => {
  const { problems, goals: rows } = await evaluateMetrics(goals(...declared), whole);
  expect(problems.map(({ id }) => id)).toEqual(['goal-days-differ']);
  expect(rows[0]).toMatchObject({ value: '全期', attainment: { text: '—', outcome: 'open' } });
});

test('a value of all rows goes with a goal of the whole report only', async () => {
  const all = await evaluateMetrics(goals(...declared), entry('全部', ''));
  expect(all.problems.map(({ id }) => id)).toEqual(['goal-days-differ']);
  const same = await evaluateMetrics(goals(',from,as_of', ',2026-03-02,2026-06-21'), entry('全部', ''));
  expect(same.problems).toEqual([]);
});

test('two values of different days against a goal without days are two answers', async () => {
  const open = await evaluateMetrics(goals('', ''), whole + term);
  expect(open.problems.map(({ id, what }) => [id, what.zh])).toEqual([
    [
      'goal-days-open',
      '“全期”（2026-03-02 至 2026-06-21）与“期末”（2026-05-25 至 2026-06-21）都拿目标“成交额”来比，时间却不同，会得出两个结论。',
    ],
  ]);
  const alone = await evaluateMetrics(goals('', ''), whole);
  expect(alone.problems).toEqual([]);
});
