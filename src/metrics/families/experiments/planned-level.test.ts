import { expect, test } from 'vitest';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';

const arms = [
  'exp_id,arm,n,successes,sum,sumsq',
  'A,control,1000,100,3000,19000',
  'A,variant,1000,130,3050,19500',
  'B,control,1000,100,,',
  'C,control,1000,100,,',
].join('\n');
const entries = `n: { metric: required_sample, where: "exp_id = 'A'", with: { effect: 3 } }
power: { metric: ab_power, where: "exp_id = 'A'", with: { effect: 3 } }
mean: { metric: required_sample_mean, where: "exp_id = 'A'", with: { effect: 0.5 } }
own: { metric: required_sample, where: "exp_id = 'A'", with: { effect: 3, alpha: 0.05 } }
`;

async function plan(correction: string, looks = 1, spending = '') {
  const register = ['A', 'B', 'C'].map(
    (exp) => `${exp},better,rate,users,0.05,${looks},${correction},${spending}`,
  );
  const files = {
    'experiment_arms.csv': `${arms}\n`,
    'experiments.csv': `exp_id,hypothesis,metric,unit,alpha,looks,correction,spending\n${register.join('\n')}\n`,
  };
  const { values, problems } = await evaluateMetrics(files, entries);
  expect(problems).toEqual([]);
  const { n, power, mean, own } = values;
  return { n: n!, power: power!, mean: mean!, own: own! };
}

/** By R: power.prop.test(p1 = .1, p2 = .13, power = .8) with sig.level .05 and .05/3; n = 1000 for the power. */
const alone = { n: 1774, power: 55.68291 };
const ofThree = { n: 2367, power: 38.53109 };

test('a plan goes by what the registration leaves to one test', async () => {
  const none = await plan('none');
  expect(none.n.value).toBe(alone.n);
  expect(none.power.value).toBeCloseTo(alone.power, 4);
  // What is taken of the later steps is not known before the results are: the first one is.
  for (const correction of ['bonferroni', 'holm', 'bh']) {
    const { n, power, mean, own } = await plan(correction);
    expect(n.value).toBe(ofThree.n);
    expect(power.value).toBeCloseTo(ofThree.power, 4);
    expect(mean.value).toBeGreaterThan(none.mean.value!);
    expect(n.lineage.note).toContain('取最严的 0.05 ÷ 3：单个检验 0.0167');
    expect(power.lineage.tables).toContain('experiments');
    // Who names a level means it.
    expect(own.value).toBe(alone.n);
    expect(own.lineage.note ?? '').not.toContain('登记');
  }
});

test('several looks cost some of the level, as they are spent', async () => {
  const spent = await plan('none', 2, 'pocock');
  expect(spent.n.value).toBeGreaterThan(alone.n);
  expect(spent.n.lineage.note).toContain('查看 2 次按 Pocock 分摊，取最后一次的');
});

test('a change is one of a base above 0, in lifts and between sources too', async () => {
  const { values } = await evaluateMetrics(
    {
      'means.csv': 'arm,n,sum,sumsq\ncontrol,100,-50,400\nvariant,100,50,400\n',
      'recon.csv':
        'date,metric,source,value\n2026-03-02,a,ours,-100\n2026-03-02,a,theirs,-95\n2026-03-03,a,ours,0\n2026-03-03,a,theirs,0\n',
    },
    `lift: { metric: mean_lift, from: means }
gap: { metric: reconciliation_gap, with: { reference: ours } }
rate: { metric: reconciliation_rate, with: { reference: ours } }
`,
  );
  expect([values.lift?.text, values.gap?.text]).toEqual(['—', '—']);
  // −95 is within a tenth of −100, and 0 is 0.
  expect(values.rate?.value).toBe(100);
});
