/** Experiments whose outcome is a rate. */
import { z } from 'zod';
import type { MetricDefinition } from '../../metric.ts';
import { type NoParams, none } from '../../shared-params.ts';
import { testSameRate } from '../../statistics/inference/count-tests.ts';
import { compareRates } from '../../statistics/inference/two-proportions.ts';
import {
  buildArmsSql,
  type ComparedArms,
  columns,
  comparedArmsShape,
  findArmPair,
  registered,
  toRateArm,
} from './compared-arms.ts';
import { COOKIE_CATS } from './example-arms.ts';
import { buildPSolution } from './judged-solution.ts';
import { solveRateDifference } from './rate-difference.ts';
import { buildRegistrationLookup } from './registration.ts';

const shared = {
  table: 'experiment_arms',
  columns: { arm: columns.arm, n: columns.n, successes: columns.successes, ...registered },
  proportion: false,
  empty: null,
} as const;

const edgeCases = {
  zh: '缺一组、某组没有样本时为“—”。组别不明时报错，不猜。',
  en: 'With an arm missing or empty it is "—". Where it is unclear which arm is which it is an error, not a guess.',
};

export const abDifference: MetricDefinition<ComparedArms> = {
  ...shared,
  names: { zh: '实验转化率差', en: 'Difference of rates in an experiment' },
  unit: '个百分点',
  direction: 'higher',
  definition: {
    zh: '实验组转化率减去对照组转化率。区间为 95% 置信区间：通常用不合并方差的正态近似，任一组成功或失败不足 10 时改用 Newcombe 区间。',
    en: 'Rate of the variant minus that of the control. The 95 % interval is normal with unpooled variance; with fewer than 10 successes or failures in an arm it is that of Newcombe.',
  },
  edgeCases,
  source: 'Fleiss 1981, Statistical Methods for Rates and Proportions; Newcombe 1998',
  example: { ...COOKIE_CATS, answer: '−0.82 个百分点' },
  params: z.strictObject(comparedArmsShape),
  formulaText: () => ({
    numerator: { zh: '实验组转化率 − 对照组转化率', en: 'rate of the variant − rate of the control' },
    tex: '\\hat p_1 - \\hat p_0',
  }),
  sql: (query) => buildArmsSql(query, 'n', 'successes'),
  lookup: buildRegistrationLookup,
  solve: solveRateDifference,
};

export const abPValue: MetricDefinition<ComparedArms> = {
  ...shared,
  names: { zh: '转化率差的 p 值', en: 'p value of a difference of rates' },
  unit: '',
  digits: 4,
  direction: 'none',
  definition: {
    zh: '两比例 z 检验（合并方差，双侧）的 p 值：两组其实没有差别时，出现这样大或更大差别的概率。它不是“没有差别”的概率。',
    en: 'p value of the two-sided z test of two proportions with pooled variance: the chance of such a difference or a larger one if there is none. It is not the chance that there is none.',
  },
  edgeCases: { zh: '两组全部成功或全部失败时为“—”。', en: 'Where all succeed or all fail it is "—".' },
  source: 'Fleiss 1981, Statistical Methods for Rates and Proportions',
  example: { ...COOKIE_CATS, answer: '0.0016' },
  params: z.strictObject(comparedArmsShape),
  formulaText: () => ({
    numerator: { zh: '2 × P(Z > |z|)', en: '2 × P(Z > |z|)' },
    tex: '2\\,P\\!\\left(Z > \\frac{|\\hat p_1-\\hat p_0|}{\\sqrt{\\hat p(1-\\hat p)(1/n_1+1/n_0)}}\\right)',
  }),
  sql: (query) => buildArmsSql(query, 'n', 'successes'),
  lookup: buildRegistrationLookup,
  solve: (rows, params, found) => {
    const arms = findArmPair(rows, params);
    const plain = arms && compareRates(toRateArm(arms.control), toRateArm(arms.variant));
    return buildPSolution(rows, found, plain?.p);
  },
};

export const ratesPValue: MetricDefinition<NoParams> = {
  ...shared,
  names: { zh: '多组转化率 χ² 检验 p 值', en: 'p value of the χ² test of several rates' },
  unit: '',
  digits: 4,
  direction: 'none',
  definition: {
    zh: '各组转化率相同时，出现这样大或更大差异的概率（皮尔逊 χ² 检验，不作连续性校正）。只说有没有差异，不说是哪一组不同。',
    en: 'The chance of such differences or larger ones if all arms have one rate (Pearson χ², no continuity correction). It says that there is a difference, not where.',
  },
  edgeCases: {
    zh: '不足两组，或全部成功、全部失败时为“—”。',
    en: 'With fewer than two arms, or where all succeed or all fail, it is "—".',
  },
  source: 'Pearson 1900; Fleiss 1981',
  example: {
    files: {
      'experiment_arms.csv':
        'exp_id,arm,n,successes\nsmokers,1,86,83\nsmokers,2,93,90\nsmokers,3,136,129\nsmokers,4,82,70\n',
    },
    query: 'digits: 6',
    answer: '0.005585',
    source: 'R documentation, prop.test (data of Fleiss 1981, p. 139)',
  },
  params: none,
  formulaText: () => ({
    numerator: { zh: 'P(χ² > X²)', en: 'P(χ² > X²)' },
    tex: 'P\\!\\left(\\chi^2_{k-1} > \\sum_i \\frac{(s_i - n_i\\hat p)^2}{n_i\\hat p(1-\\hat p)}\\right)',
  }),
  sql: (query) => buildArmsSql(query, 'n', 'successes'),
  lookup: buildRegistrationLookup,
  solve: (rows, _params, found) => buildPSolution(rows, found, testSameRate(rows.map(toRateArm))?.p),
};
