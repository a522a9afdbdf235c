/** Experiments whose outcome is a mean. */
import { z } from 'zod';
import type { MetricDefinition, Solution } from '../../metric.ts';
import { type Row, toNumber } from '../../sql/observations.ts';
import { compareMeans, computeSample } from '../../statistics/inference/welch.ts';
import {
  buildArmsSql,
  type ComparedArms,
  columns,
  comparedArmsShape,
  findArmPair,
  sumSamples,
} from './compared-arms.ts';
import { buildPSolution, formatPValue, joinNotes } from './judged-solution.ts';
import { buildRegistrationLookup, judgeByRegistration } from './registration.ts';

/** Student's sleep data (Cushny & Peebles 1905). */
const SLEEP = {
  files: {
    'sleep.csv': `arm,extra\n${[0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
      .map((extra) => `1,${extra}\n`)
      .join(
        '',
      )}${[1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4].map((extra) => `2,${extra}\n`).join('')}`,
  },
  source: 'R documentation, t.test(extra ~ group, data = sleep): t = −1.8608, df = 17.776',
};
const withs = 'with: { n: "1", sum: extra, sumsq: extra * extra, control: "2" }';

const shared = {
  table: 'experiment_arms',
  columns: {
    arm: columns.arm,
    n: columns.n,
    sum: columns.sum,
    sumsq: columns.sumsq,
    experiment: columns.experiment,
  },
  lookup: buildRegistrationLookup,
  params: z.strictObject(comparedArmsShape),
  proportion: false,
  empty: null,
  edgeCases: {
    zh: '某组不足 2 个样本，或两组都没有差异时为“—”。',
    en: 'With fewer than 2 observations in an arm, or no spread in either, it is "—".',
  },
  source: 'Welch 1947, Biometrika 34; Satterthwaite 1946',
} as const;

export const meanDifference: MetricDefinition<ComparedArms> = {
  ...shared,
  names: { zh: '实验均值差', en: 'Difference of means in an experiment' },
  unit: '',
  direction: 'higher',
  definition: {
    zh: '实验组均值减去对照组均值，不要求两组方差相等。区间为 Welch t 的 95% 置信区间。',
    en: 'Mean of the variant minus that of the control; variances need not be equal. The 95 % interval is that of Welch’s t.',
  },
  example: { ...SLEEP, query: `from: sleep, ${withs}`, answer: '−1.58' },
  formulaText: () => ({
    numerator: { zh: '实验组均值 − 对照组均值', en: 'mean of the variant − mean of the control' },
    tex: '\\bar x_1 - \\bar x_0',
  }),
  sql: (query) => buildArmsSql(query, 'n', 'sum', 'sumsq'),
  solve: solveMeanDifference,
};

function solveMeanDifference(rows: readonly Row[], params: ComparedArms, found: readonly Row[]): Solution {
  const plain = compareArms(rows, params);
  if (!plain) return { value: null, n: sumSamples(rows) };
  const judged = judgeByRegistration(rows, found, plain.p);
  const level = judged?.level ?? 0.95;
  const { difference, low, high } = compareArms(rows, params, level) ?? plain;
  const tested = [`t = ${plain.t.toFixed(2)}`, plain.df.toFixed(1), `p = ${formatPValue(plain.p)}`];
  return {
    value: difference,
    n: sumSamples(rows),
    interval: { low, high, level, method: `Welch${judged?.method ?? ''}` },
    note: joinNotes(
      {
        zh: `Welch t 检验：${tested[0]}，自由度 ${tested[1]}，${tested[2]}。`,
        en: `Welch’s t test: ${tested[0]}, ${tested[1]} degrees of freedom, ${tested[2]}.`,
      },
      judged?.note,
    )!,
  };
}

export const meansPValue: MetricDefinition<ComparedArms> = {
  ...shared,
  names: { zh: '均值差的 p 值', en: 'p value of a difference of means' },
  unit: '',
  digits: 4,
  direction: 'none',
  definition: {
    zh: 'Welch t 检验（双侧）的 p 值：两组均值其实相同时，出现这样大或更大差别的概率。它不要求两组方差相等。',
    en: 'p value of Welch’s two-sided t test: the chance of such a difference or a larger one if both means are one. Variances need not be equal.',
  },
  example: { ...SLEEP, query: `from: sleep, ${withs}`, answer: '0.0794' },
  formulaText: () => ({
    numerator: { zh: '2 × P(T > |t|)', en: '2 × P(T > |t|)' },
    tex: '2\\,P\\!\\left(T_\\nu > \\frac{|\\bar x_1-\\bar x_0|}{\\sqrt{s_1^2/n_1+s_0^2/n_0}}\\right)',
  }),
  sql: (query) => buildArmsSql(query, 'n', 'sum', 'sumsq'),
  solve: (rows, params, found) => buildPSolution(rows, found, compareArms(rows, params)?.p),
};

function compareArms(rows: readonly Row[], params: ComparedArms, level = 0.95) {
  const arms = findArmPair(rows, params);
  return arms && compareMeans(toArmSample(arms.control), toArmSample(arms.variant), level);
}

function toArmSample(row: Row) {
  return computeSample(toNumber(row.n) ?? 0, toNumber(row.sum) ?? 0, toNumber(row.sumsq) ?? 0);
}
