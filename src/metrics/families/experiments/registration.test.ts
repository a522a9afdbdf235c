import { describe, expect, test } from 'vitest';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';

const arms = [
  'exp_id,arm,n,successes,sum,sumsq',
  'A,对照,1000,100,,',
  'A,实验,1000,130,,',
  'B,对照,1000,100,,',
  'B,实验,1000,150,,',
  'C,对照,1000,,3000,19000',
  'C,实验,1000,,3050,19500',
].join('\n');
const register = (rows: string[]) =>
  `${['exp_id,hypothesis,metric,unit,alpha,looks,correction,spending', ...rows].join('\n')}\n`;
const row = (exp: string, correction: string, looks = 1, spending = '') =>
  `${exp},更好,率,用户,0.05,${looks},${correction},${spending}`;
const ask = (metric: string, exp: string, name = 'x') =>
  `${name}: { metric: ${metric}, where: "exp_id = '${exp}'" }`;
const metrics = [
  ask('ab_p_value', 'A', 'p'),
  ask('ab_difference', 'A', 'd'),
  ask('means_p_value', 'C', 'q'),
  ask('mean_difference', 'C', 'm'),
  ask('ab_lift', 'A', 'l'),
].join('\n');
const run = async (registered?: string[]) => {
  const files = {
    'experiment_arms.csv': `${arms}\n`,
    ...(registered && { 'experiments.csv': register(registered) }),
  };
  const { values, problems } = await evaluateMetrics(files, metrics);
  expect(problems).toEqual([]);
  return values;
};

describe('what the registration declares is applied and named', () => {
  test('nothing registered: the plain test', async () => {
    const { p, d } = await run();
    expect(p!.value).toBeCloseTo(0.0355, 4);
    expect(d!.interval).toMatchObject({ level: 0.95, method: 'Wald' });
    expect(d!.lineage.note).not.toContain('登记');
  });

  test('Bonferroni over three: p three times, intervals of 98.33 %, both named', async () => {
    const plain = await run();
    const { p, d, q, m, l } = await run(['A', 'B', 'C'].map((exp) => row(exp, 'bonferroni')));
    expect(p!.value).toBeCloseTo(3 * plain.p!.value!, 12);
    expect(q!.value).toBeCloseTo(Math.min(1, 3 * plain.q!.value!), 12);
    expect(d!.interval!.level).toBeCloseTo(1 - 0.05 / 3, 12);
    expect(d!.interval!.method).toBe('Wald, Bonferroni 3');
    expect(m!.interval!.method).toBe('Welch, Bonferroni 3');
    expect(l!.interval!.method).toBe('Fieller, Bonferroni 3');
    // Plain it leaves zero out, corrected it does not.
    expect(plain.d!.interval!.low).toBeGreaterThan(0);
    expect(d!.interval!.low).toBeLessThan(0);
    expect(d!.lineage.note).toContain('同时检验 3 个，按登记用 Bonferroni 校正');
    expect(p!.lineage.note).toContain('校正前 p = 0.0355');
    expect(d!.lineage.tables).toContain('experiments');
  });

  test('Holm and Benjamini–Hochberg: the interval says what the p value says', async () => {
    for (const correction of ['holm', 'bh']) {
      const { p, d } = await run(['A', 'B', 'C'].map((exp) => row(exp, correction)));
      expect(p!.value! <= 0.05).toBe(d!.interval!.low > 0);
    }
    // B is called at 0.05/3, A at 0.05/2 next: 0.0355 is not.
    const holm = await run(['A', 'B', 'C'].map((exp) => row(exp, 'holm')));
    expect(holm.p!.value).toBeCloseTo(2 * 0.03546, 3);
    expect(holm.d!.interval!.level).toBeCloseTo(1 - 0.05 / 2, 12);
  });

  test('a registered test without counts is one of the family', async () => {
    const plain = await run();
    const { p } = await run([row('A', 'bonferroni'), row('没做', 'bonferroni')]);
    expect(p!.value).toBeCloseTo(2 * plain.p!.value!, 12);
  });

  test('those without a correction are no family, and it is said', async () => {
    const { p, d } = await run([row('A', ''), row('B', 'none')]);
    expect(p!.value).toBeCloseTo(0.0355, 4);
    expect(d!.lineage.note).toContain('登记了 2 个检验，没有声明校正，没有校正');
  });

  test('looks are answered for as declared, and the error is told where nothing is', async () => {
    const spent = await run([row('A', '', 2, 'pocock')]);
    expect(spent.d!.interval!.method).toBe('Wald, Pocock 2');
    // The second limit of Pocock's function is 2.2010.
    expect(spent.d!.interval!.level).toBeCloseTo(1 - 0.02774, 4);
    expect(spent.p!.value).toBeGreaterThan(0.0355);
    const open = await run([row('A', '', 2)]);
    expect(open.d!.interval!.level).toBe(0.95);
    expect(open.d!.lineage.note).toContain('查看 2 次而没有声明分摊，误报率实为 8.3%');
  });

  test('units of which one user has several are told', async () => {
    const { d } = await run([row('A', '').replace('用户', '展示')]);
    expect(d!.lineage.note).toContain('按“展示”计，同一人会重复出现');
    const { d: people } = await run([row('A', '')]);
    expect(people!.lineage.note).not.toContain('重复');
  });

  test('an experiment that is not registered is judged plainly', async () => {
    const { d } = await run([row('B', 'bonferroni')]);
    expect(d!.interval).toMatchObject({ level: 0.95, method: 'Wald' });
    expect(d!.lineage.note).toContain('没有登记“A”');
  });
});

test('rows of several experiments in one arm are refused', async () => {
  const { problems } = await evaluateMetrics(
    { 'experiment_arms.csv': `${arms}\n` },
    'x: { metric: ab_difference }',
  );
  expect(problems).toHaveLength(1);
  expect(problems[0]!.what.zh + problems[0]!.cure.zh).toContain('来自几个实验');
});

describe('the registered population beside all assigned', () => {
  const files = (assigned: string) => ({
    'experiment_arms.csv': `exp_id,arm,n,successes,assigned,assigned_successes\n${assigned}`,
    'experiments.csv': 'exp_id,hypothesis,metric,unit,population\nPUSH,更好,支付率,用户,来访的人\n',
  });
  const both = `${ask('ab_difference', 'PUSH', 'd')}\n${ask('itt_difference', 'PUSH', 'i')}`;

  test('both are told where they disagree', async () => {
    const { values } = await evaluateMetrics(
      files('PUSH,对照,200,20,2000,60\nPUSH,实验,200,40,2000,66\n'),
      both,
    );
    expect(values.d!.interval!.low).toBeGreaterThan(0);
    expect(values.i!.interval!.low).toBeLessThan(0);
    expect(values.d!.lineage.note).toContain('登记人群（来访的人） 400 人：+10.00 [');
    expect(values.d!.lineage.note).toContain('意向分析（分到组的全部 4000 人）：+0.30 [');
    expect(values.d!.lineage.note).toContain('两者结论不同，要一并写出');
    expect(values.i!.value).toBeCloseTo(0.3, 10);
  });

  test('where they agree it is said too; without the counts that they cannot be had', async () => {
    const agree = await evaluateMetrics(files('PUSH,对照,200,20,2000,60\nPUSH,实验,200,40,2000,120\n'), both);
    expect(agree.values.d!.lineage.note).toContain('两者结论相同');
    const without = await evaluateMetrics(
      {
        ...files(''),
        'experiment_arms.csv': 'exp_id,arm,n,successes\nPUSH,对照,200,20\nPUSH,实验,200,40\n',
      },
      both,
    );
    expect(without.values.d!.lineage.note).toContain('做不了意向分析');
    expect(without.problems.map(({ id }) => id)).toEqual(['metric-column']);
    const blank = await evaluateMetrics(files('PUSH,对照,200,20,,\nPUSH,实验,200,40,,\n'), both);
    expect(blank.problems.map(({ cure }) => cure.zh).join()).toContain('没有填 assigned');
  });
});
