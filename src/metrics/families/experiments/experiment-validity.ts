/** Whether an experiment can be believed: split, sample, looks, number of tests. */
import { z } from 'zod';
import type { ColumnNeed, MetricDefinition, MetricQuery } from '../../metric.ts';
import { type NoParams, none } from '../../shared-params.ts';
import { buildObservationsSql, type Row, toNumber, toText } from '../../sql/observations.ts';
import { testGoodnessOfFit } from '../../statistics/inference/count-tests.ts';
import { adjustBenjaminiHochberg, adjustBonferroni } from '../../statistics/inference/multiple-testing.ts';
import { computePeekingError } from '../../statistics/inference/peeking.ts';
import { computePowerOfRates, computeSampleForRates } from '../../statistics/inference/power.ts';
import {
  buildArmsSql,
  type ComparedArms,
  columns,
  comparedArmsShape,
  findArmPair,
  sumSamples,
  toRateArm,
} from './compared-arms.ts';
import { findPlannedLevel, plannedAlpha } from './planned-level.ts';
import { buildRegistrationLookup } from './registration.ts';

const alpha = z
  .number()
  .gt(0)
  .lt(1)
  .default(0.05)
  .meta({ description: '显著性水平，默认 0.05（level of significance）' });

const shared = {
  table: 'experiment_arms',
  proportion: false,
  empty: null,
} as const;

/** What plans go by: the registration, where the author says nothing else. */
const planned = {
  columns: { arm: columns.arm, n: columns.n, successes: columns.successes, experiment: columns.experiment },
  lookup: buildRegistrationLookup,
  sql: (query: MetricQuery<unknown>) => buildArmsSql(query, 'n', 'successes'),
};

export const srmPValue: MetricDefinition<NoParams> = {
  ...shared,
  names: { zh: '分流偏差检验 p 值', en: 'p value of the sample ratio' },
  unit: '',
  digits: 4,
  direction: 'higher',
  definition: {
    zh: '各组人数与计划的分流比例是否相符的 χ² 检验 p 值。小于 0.001 说明分流本身有问题，实验结果不可信。',
    en: 'p value of the χ² test that arms have the planned shares. Below 0.001 the split itself is broken, and the result cannot be believed.',
  },
  edgeCases: {
    zh: '没有 split 列（计划比例）时按各组相同；不足两组时为“—”。',
    en: 'Without a column `split` (planned shares) all arms are equal; with fewer than two arms it is "—".',
  },
  source: 'Fabijan et al. 2019, Diagnosing Sample Ratio Mismatch in A/B Testing (KDD)',
  example: {
    files: { 'experiment_arms.csv': 'exp_id,arm,n,split\ngate,gate_30,44700,0.5\ngate,gate_40,45489,0.5\n' },
    query: 'digits: 5',
    answer: '0.00861',
    source: 'Cookie Cats A/B test: χ² = 6.902',
  },
  columns: {
    arm: columns.arm,
    n: columns.n,
    split: { names: ['split'], meaning: { zh: '计划的分流比例', en: 'planned share' }, optional: true },
  },
  params: none,
  formulaText: () => ({
    numerator: { zh: 'P(χ² > X²)', en: 'P(χ² > X²)' },
    tex: 'P\\!\\left(\\chi^2_{k-1} > \\sum_i \\frac{(n_i - N\\pi_i)^2}{N\\pi_i}\\right)',
  }),
  sql: (query) => buildArmsSql(query, 'n', ...(query.columns.split ? ['split'] : [])),
  solve: (rows) => {
    const counts = rows.map((row) => toNumber(row.n) ?? 0);
    const shares = rows.map((row) => (row.split === undefined ? 1 : (toNumber(row.split) ?? 0)));
    return { value: testGoodnessOfFit(counts, shares)?.p ?? null, n: sumSamples(rows) };
  },
};

interface PlannedParams extends ComparedArms {
  effect: number;
  alpha?: number | undefined;
  power?: number;
}

const effect = z.number().meta({
  description: '希望看出的最小差别，个百分点（smallest difference worth seeing, in points）：2.3',
});

export const requiredSample: MetricDefinition<PlannedParams> = {
  ...shared,
  ...planned,
  names: { zh: '每组所需样本量', en: 'Sample needed in each arm' },
  unit: '人',
  direction: 'none',
  definition: {
    zh: '以对照组转化率为起点，要以给定的把握（默认 80%）看出给定差别，每组至少需要的人数。向上取整，双侧检验；登记了校正的，按校正后的水平。',
    en: 'Users needed in each arm to see a given difference from the rate of the control with a given power (80 % by default). Rounded up, two-sided; at the corrected level where a correction is registered.',
  },
  edgeCases: {
    zh: '没有对照组，或差别为 0 时为“—”。差别使转化率超出 0–100% 时也为“—”。',
    en: 'Without a control, or with a difference of 0, it is "—"; also where the rate would leave 0 to 100 %.',
  },
  source: 'Fleiss 1981, ch. 3; R power.prop.test',
  example: {
    files: { 'experiment_arms.csv': 'exp_id,arm,n,successes\nx,control,1000,25\n' },
    query: 'with: { effect: 2.3 }',
    answer: '1,043 人',
    source: 'R: power.prop.test(p1 = .025, p2 = .048, power = .8), n = 1042.402',
  },
  params: z.strictObject({
    ...comparedArmsShape,
    effect,
    alpha: plannedAlpha,
    power: z.number().gt(0).lt(1).default(0.8).meta({ description: '检验效能，默认 0.8（power）' }),
  }),
  formulaText: () => ({
    numerator: { zh: '每组人数', en: 'users in each arm' },
    tex: '\\left\\lceil\\left(\\frac{z_{1-\\alpha/2}\\sqrt{2\\bar p(1-\\bar p)}+z_{1-\\beta}\\sqrt{p_0q_0+p_1q_1}}{p_1-p_0}\\right)^{2}\\right\\rceil',
  }),
  solve: (rows, params, found) => {
    const { alpha, note } = findPlannedLevel(rows, found, params.alpha);
    const rates = findPlannedRates(rows, params);
    const needed = rates && computeSampleForRates({ ...rates, alpha }, params.power);
    const value = needed === undefined ? null : Math.ceil(needed);
    return { value, n: sumSamples(rows), ...(note && { note }) };
  },
};

export const abPower: MetricDefinition<PlannedParams> = {
  ...shared,
  ...planned,
  names: { zh: '检验效能', en: 'Power of an experiment' },
  unit: '%',
  direction: 'higher',
  definition: {
    zh: '以对照组转化率为起点，若真有给定的差别，现有样本能看出它的概率。按较小一组的人数计，双侧检验；登记了校正的，按校正后的水平。',
    en: 'The chance that the sample sees a given difference from the rate of the control if it is there. By the smaller arm, two-sided; at the corrected level where a correction is registered.',
  },
  edgeCases: { zh: '没有样本时为“—”。', en: 'Without a sample it is "—".' },
  source: 'Fleiss 1981, ch. 3; R power.prop.test',
  example: {
    files: { 'experiment_arms.csv': 'exp_id,arm,n,successes\nx,control,50,25\nx,variant,50,30\n' },
    query: 'with: { effect: 25 }, digits: 1',
    answer: '74.0%',
    source: 'R: power.prop.test(n = 50, p1 = .5, p2 = .75), power = 0.740',
  },
  params: z.strictObject({ ...comparedArmsShape, effect, alpha: plannedAlpha }),
  formulaText: () => ({
    numerator: { zh: '看出差别的概率', en: 'chance of seeing it' },
    tex: '\\Phi\\!\\left(\\frac{\\sqrt n\\,|p_1-p_0|-z_{1-\\alpha/2}\\sqrt{2\\bar p(1-\\bar p)}}{\\sqrt{p_0q_0+p_1q_1}}\\right)',
  }),
  solve: (rows, params, found) => {
    const { alpha, note } = findPlannedLevel(rows, found, params.alpha);
    const rates = findPlannedRates(rows, params);
    const smallest = Math.min(...rows.map((row) => toNumber(row.n) ?? 0));
    const power = rates && computePowerOfRates({ ...rates, alpha }, smallest);
    const value = power === undefined ? null : 100 * power;
    return { value, n: sumSamples(rows), ...(note && { note }) };
  },
};

function findPlannedRates(rows: readonly Row[], params: PlannedParams) {
  const control = rows.length === 1 ? rows[0] : findArmPair(rows, params)?.control;
  const { successes, n } = control ? toRateArm(control) : { successes: 0, n: 0 };
  if (!(n > 0)) return undefined;
  const to = successes / n + params.effect / 100;
  return to < 0 || to > 1 ? undefined : { from: successes / n, to };
}

export const peeking: MetricDefinition<{ alpha: number }> = {
  ...shared,
  names: { zh: '中途查看的误报率', en: 'Error from looking early' },
  unit: '%',
  direction: 'lower',
  definition: {
    zh: '其实没有差别时，按记录的查看次数每次都用同一显著性水平，至少一次误报的概率。假定各次查看间隔相同；多个实验时取查看次数最多的一个。',
    en: 'The chance of at least one false call where there is no difference, when every look recorded uses the same level. Looks are evenly spaced; of several experiments the one with the most looks is taken.',
  },
  edgeCases: { zh: '没有记录查看次数时为“—”。', en: 'Where no looks are recorded it is "—".' },
  source: 'Armitage, McPherson & Rowe 1969, JRSS A 132, 235–244',
  example: {
    files: { 'experiments.csv': 'exp_id,hypothesis,metric,unit,looks\nLP,新版更好,转化率,用户,5\n' },
    query: 'digits: 1',
    answer: '14.2%',
    source: 'Armitage, McPherson & Rowe 1969, table 2: five looks at 0.05',
  },
  table: 'experiments',
  columns: { looks: { names: ['looks'], meaning: { zh: '查看次数', en: 'looks at the data' } } },
  params: z.strictObject({ alpha }),
  formulaText: () => ({
    numerator: { zh: '至少一次误报的概率', en: 'chance of at least one false call' },
    tex: '1-P\\!\\left(\\max_{k\\le K}|Z_k|\\le z_{1-\\alpha/2}\\right)',
  }),
  sql: (query) => buildObservationsSql(query, { read: { looks: `${query.columns.looks}` } }),
  solve: (rows, params) => {
    const looks = Math.max(0, ...rows.map((row) => toNumber(row.looks) ?? 0));
    return {
      value: looks < 1 ? null : 100 * computePeekingError(Math.min(looks, 100), params.alpha),
      n: rows.length,
    };
  },
};

const BH_PAPER =
  '0.0001 0.0004 0.0019 0.0095 0.0201 0.0278 0.0298 0.0344 0.0459 0.3240 0.4262 0.5719 0.6528 0.7590 1'.split(
    ' ',
  );

const tests: Record<string, ColumnNeed> = {
  p: { names: ['p', 'p_value'], meaning: { zh: 'p 值', en: 'p value' } },
  name: {
    names: ['metric', 'name', 'exp_id'],
    meaning: { zh: '检验的名称', en: 'name of the test' },
    optional: true,
  },
};

const several = {
  ...shared,
  unit: '个',
  direction: 'none',
  table: '',
  columns: tests,
  params: z.strictObject({ alpha }),
  empty: 0,
  edgeCases: {
    zh: '没有检验时为 0。空的 p 值不计。',
    en: 'Without tests it is 0. Blank p values do not count.',
  },
} as const;

type AdjustPValues = (ps: readonly number[]) => number[];

function createAdjustedCount(
  adjust: AdjustPValues,
): Pick<MetricDefinition<{ alpha: number }>, 'sql' | 'solve'> {
  return {
    sql: (query) =>
      buildObservationsSql(query, {
        read: { p: `${query.columns.p}`, name: query.columns.name ?? "''" },
        only: [`${query.columns.p} BETWEEN 0 AND 1`],
      }),
    solve: (rows, params) => {
      const adjusted = adjust(rows.map((row) => toNumber(row.p) ?? 1));
      const kept = rows.filter((_, i) => adjusted[i]! <= params.alpha).map((row) => toText(row.name));
      const names = kept.filter((name) => name !== '');
      return {
        value: kept.length,
        n: rows.length,
        ...(names.length > 0 && {
          note: { zh: `仍显著：${names.join('、')}。`, en: `Still significant: ${names.join(', ')}.` },
        }),
      };
    },
  };
}

const paper = {
  files: { 'tests.csv': `p\n${BH_PAPER.join('\n')}\n` },
  source: 'Benjamini & Hochberg 1995, JRSS B 57, section 4.1',
};

export const stillSignificant: MetricDefinition<{ alpha: number }> = {
  ...several,
  names: { zh: 'BH 校正后仍显著的检验数', en: 'Tests significant after Benjamini–Hochberg' },
  definition: {
    zh: '同时做多个检验时，用 Benjamini–Hochberg 法把误报比例控制在给定水平后仍显著的检验数。同时看的指标越多，碰巧显著的越多，所以要校正。',
    en: 'Of several tests at once those that stay significant when the share of false calls is held at the level. The more metrics are looked at, the more look significant by chance.',
  },
  source: 'Benjamini & Hochberg 1995, JRSS B 57, 289–300',
  example: { ...paper, query: 'from: tests', answer: '4 个' },
  formulaText: () => ({
    numerator: { zh: '校正后 p ≤ α 的检验数', en: 'tests with adjusted p ≤ α' },
    tex: '\\max\\left\\{k : p_{(k)} \\le \\tfrac{k}{m}\\alpha\\right\\}',
  }),
  ...createAdjustedCount(adjustBenjaminiHochberg),
};

export const afterBonferroni: MetricDefinition<{ alpha: number }> = {
  ...several,
  names: { zh: 'Bonferroni 校正后仍显著的检验数', en: 'Tests significant after Bonferroni' },
  definition: {
    zh: '同时做多个检验时，用 Bonferroni 法把“至少一次误报”的概率控制在给定水平后仍显著的检验数。它比 BH 法更严。',
    en: 'Of several tests at once those that stay significant when the chance of any false call is held at the level. It is stricter than Benjamini–Hochberg.',
  },
  source: 'Bonferroni 1936',
  example: { ...paper, query: 'from: tests', answer: '3 个' },
  formulaText: () => ({
    numerator: { zh: '满足 p ≤ α/m 的检验数', en: 'tests with p ≤ α/m' },
    tex: '\\#\\left\\{i : p_i \\le \\alpha/m\\right\\}',
  }),
  ...createAdjustedCount(adjustBonferroni),
};
