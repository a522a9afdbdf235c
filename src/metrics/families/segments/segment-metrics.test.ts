import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';

const outreachHead = 'msg_id,user_id,segment,channel,journey,sent_at\n';
const sent = (rows: [user: string, at: string][]) => ({
  'outreach.csv': `${outreachHead}${rows.map(([user, at], id) => `m${id},${user},全部,push,召回,${at}+08:00\n`).join('')}`,
});

describe('messages over the cap', () => {
  const share = async (rows: [string, string][], withs: string) => {
    const { values } = await evaluateMetrics(sent(rows), `x: { metric: over_cap_share, with: { ${withs} } }`);
    return values.x?.text;
  };
  test('the seventh day is within seven days, the eighth is not', async () => {
    const second = (day: string): [string, string][] => [
      ['a', '2026-03-02T23:59:59'],
      ['a', `2026-03-${day}T00:00:00`],
    ];
    expect(await share(second('08'), 'cap: 1')).toBe('100%');
    expect(await share(second('09'), 'cap: 1')).toBe('0%');
  });
  test('as many as the cap is not over it; users count once', async () => {
    const rows: [string, string][] = ['a', 'a', 'a', 'b'].map((user) => [user, '2026-03-02T10:00:00']);
    expect(await share(rows, 'cap: 3')).toBe('0%');
    expect(await share(rows, 'cap: 2')).toBe('50%');
  });
});

describe('tiers', () => {
  const tiers = ['流失', '沉默', '新', '活跃', 'KOC'];
  const snapshot = (date: string, all: number[]) =>
    all.map((tier, user) => (tier < tiers.length ? `${date},u${user},${tiers[tier]}\n` : '')).join('');
  const of = async (before: number[], after: number[], entry: string) => {
    const text = `date,user_id,tier\n${snapshot('2026-03-02', before)}${snapshot('2026-03-30', after)}`;
    const { values } = await evaluateMetrics({ 'user_tier_snapshot.csv': text }, entry);
    return values;
  };

  test('who rose, fell and moved agrees with counting pairs', { timeout: 60_000 }, async () => {
    const tier = fc.nat(5);
    const pair = fc.tuple(tier, tier);
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { minLength: 1, maxLength: 12 }), async (pairs) => {
        // At least one user of each snapshot; 5 is not in it.
        const all = [...pairs, [1, 1] as [number, number]];
        const both = all.filter(([a, b]) => a < 5 && b < 5);
        const { up, down, moves } = await of(
          all.map(([a]) => a),
          all.map(([, b]) => b),
          'up: { metric: tier_up_rate }\ndown: { metric: tier_down_rate }\nmoves: { metric: tier_moves }',
        );
        const rose = both.filter(([a, b]) => b > a).length;
        const fell = both.filter(([a, b]) => b < a).length;
        expect(up?.value).toBeCloseTo((100 * rose) / both.length, 9);
        expect(down?.value).toBeCloseTo((100 * fell) / both.length, 9);
        expect(moves?.value).toBe(rose + fell);
        expect(moves?.points.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(both.length);
      }),
      { numRuns: 8 },
    );
  });

  test('one snapshot says nothing of moves; a share is of the last one', async () => {
    const yaml = 'up: { metric: tier_up_rate }\nshare: { metric: tier_share, with: { tier_name: KOC } }';
    const single = await of([4, 1, 1, 1], [], yaml);
    expect([single.up?.text, single.share?.text]).toEqual(['—', '25%']);
    const two = await of([4, 1, 1, 1], [4, 4, 1, 1], yaml);
    expect([two.up?.text, two.share?.text]).toEqual(['25%', '50%']);
  });
});

test('two net promoter scores: interval and z by the variance of R package NPS', async () => {
  const head = 'resp_id,ts,score,csat,context\n';
  const rows = (context: string, scores: number[]) =>
    scores.map((score, at) => `${context}${at},2026-03-10T10:00:00+08:00,${score},5,${context}\n`).join('');
  const three = [10, 9, 9, 8, 7, 3];
  const { values } = await evaluateMetrics(
    { 'nps.csv': head + rows('产品', three) + rows('工单', three) },
    'x: { metric: nps_difference, with: { control: 工单, variant: 产品 } }',
  );
  // Each has variance 5/9 (Cross Validated), so the difference of two of 6 has 10/54.
  const half = 1.959964 * 100 * Math.sqrt(10 / 54);
  expect(values.x?.value).toBe(0);
  expect(values.x?.interval?.high).toBeCloseTo(half, 3);
  expect(values.x?.interval?.low).toBeCloseTo(-half, 3);
});
