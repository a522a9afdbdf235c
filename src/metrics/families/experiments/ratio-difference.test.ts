import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';

const line = fc.record({
  who: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', ''),
  arm: fc.constantFrom('对照', '实验'),
  clicks: fc.nat(5),
  views: fc.integer({ min: 1, max: 6 }),
});

/** The definition: a residual a user, those without a user one each. */
function byHand(lines: { who: string; arm: string; clicks: number; views: number }[]) {
  const users = lines.map(({ who }, at) => who || `row ${at}`);
  const sum = (arm: string, of: 'clicks' | 'views', user?: string) =>
    lines.reduce(
      (all, one, at) => all + (one.arm === arm && (user ?? users[at]) === users[at] ? one[of] : 0),
      0,
    );
  const ratio = (arm: string) => sum(arm, 'clicks') / sum(arm, 'views');
  const all = [...new Set(users)];
  const part = (arm: string, user: string) =>
    (sum(arm, 'clicks', user) - ratio(arm) * sum(arm, 'views', user)) / sum(arm, 'views');
  const squares = all.reduce((to, user) => to + (part('实验', user) - part('对照', user)) ** 2, 0);
  return {
    difference: ratio('实验') - ratio('对照'),
    half: 1.959964 * Math.sqrt((squares * all.length) / (all.length - 1)),
  };
}

test('rows of one user are taken together, in one group and in both', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 8, maxLength: 30 }), async (lines) => {
      const people = (arm: string) =>
        new Set(lines.flatMap((one, at) => (one.arm === arm ? [one.who || at] : [])));
      fc.pre(people('对照').size > 1 && people('实验').size > 1);
      const rows = lines.map(({ who, arm, clicks, views }) => `${arm},${who},${clicks},${views}\n`).join('');
      const { values, problems } = await evaluateMetrics(
        { 'ctr.csv': `arm,user_id,clicks,views\n${rows}` },
        'x: { metric: ratio_difference, from: ctr, with: { over: clicks, under: views } }',
      );
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      const { difference, half } = byHand(lines);
      expect(values.x!.value).toBeCloseTo(difference, 9);
      if (values.x!.interval) {
        expect(values.x!.interval.high - values.x!.interval.low).toBeCloseTo(2 * half, 6);
      } else expect(half).toBeCloseTo(0, 9);
    }),
    { numRuns: 25 },
  );
}, 60_000);

test('two channels of one table, by channel of the week too', async () => {
  const { values, problems } = await evaluateMetrics(
    {
      'ctr.csv':
        'channel,user_id,clicks,views,kind\nA,a,1,4,x\nA,b,0,2,x\nB,a,2,4,x\nB,c,1,3,x\nB,d,1,2,y\nA,d,0,2,y\nA,e,1,1,y\nB,e,1,2,y\n',
    },
    'x: { metric: ratio_difference, from: ctr, by: kind, with: { arm: channel, over: clicks, under: views, control: A, variant: B } }',
  );
  expect(problems).toEqual([]);
  expect(values.x!.points.map(({ key }) => key)).toEqual(['x', 'y']);
  expect(values.x!.points[0]!.value).toBeCloseTo(3 / 7 - 1 / 6, 10);
  expect(values.x!.lineage.note).toContain('两组都有的 3 人合在一起算');
});
