/** Relative lift of an experiment. */
import { z } from 'zod';
import { computeChangeRate } from '../../../base/conventions/change.ts';
import type { Bilingual } from '../../../base/language.ts';
import type { MetricDefinition, Solution } from '../../metric.ts';
import { type Row, toNumber } from '../../sql/observations.ts';
import { computeAlwaysValidInterval } from '../../statistics/inference/always-valid.ts';
import { computeDeltaInterval, computeFiellerInterval } from '../../statistics/inference/relative-lift.ts';
import { type Arm, compareRates } from '../../statistics/inference/two-proportions.ts';
import { compareMeans, computeSample } from '../../statistics/inference/welch.ts';
import {
  buildArmsSql,
  type ComparedArms,
  columns,
  comparedArmsShape,
  findArmPair,
  sumSamples,
  toRateArm,
} from './compared-arms.ts';
import { joinNotes } from './judged-solution.ts';
import { buildRegistrationLookup, judgeByRegistration } from './registration.ts';

const shared = {
  table: 'experiment_arms',
  proportion: false,
  empty: null,
  unit: '%',
  direction: 'higher',
  lookup: buildRegistrationLookup,
} as const;

interface LiftParams extends ComparedArms {
  interval: 'fieller' | 'delta' | 'always';
  tuned: number;
}

export const abLift: MetricDefinition<LiftParams> = {
  ...shared,
  names: { zh: '实验相对提升', en: 'Relative lift of an experiment' },
  definition: {
    zh: '实验组转化率比对照组高百分之几。区间默认用 Fieller 法（对照组的率也有误差，不能当成定数）；interval: always 时随时有效，中途反复查看也不抬高误报率，因此更宽。',
    en: 'By how many per cent the rate of the variant is above that of the control. The interval is that of Fieller by default, for the rate of the control has an error too; with `interval: always` it holds however often one looks, and is wider.',
  },
  edgeCases: {
    zh: '对照组没有成功时为“—”；对照组的率与 0 分不开时没有 Fieller 区间，会在说明里写出。',
    en: 'Where the control has no success it is "—"; where its rate cannot be told from 0 there is no interval of Fieller, and the note says so.',
  },
  source:
    'Fieller 1954, JRSS B 16, 175–185; Deng, Knoblich & Lu 2018 (KDD); Waudby-Smith et al., arXiv 2103.06476, eq. 9',
  example: {
    files: { 'experiment_arms.csv': 'exp_id,arm,n,successes\nx,control,3000,1396\nx,variant,3461,2422\n' },
    query: 'with: { interval: always }, digits: 1',
    answer: '50.4%',
    source: 'GrowthBook, sequential test of 1,396/3,000 against 2,422/3,461: 0.401 to 0.607',
  },
  columns: {
    arm: columns.arm,
    n: columns.n,
    successes: columns.successes,
    experiment: columns.experiment,
  },
  params: z.strictObject({
    ...comparedArmsShape,
    interval: z.enum(['fieller', 'delta', 'always']).default('fieller').meta({
      description:
        '区间怎样算：fieller、delta（样本固定），always（随时查看）（how: for a fixed sample, or valid at any time）',
    }),
    tuned: z.number().int().min(1).default(5000).meta({
      description:
        'interval: always 时，区间在多少样本时最窄，默认 5000（with `always`: sample at which the interval is narrowest）',
    }),
  }),
  formulaText: () => ({
    numerator: { zh: '实验组转化率 − 对照组转化率', en: 'rate of the variant − rate of the control' },
    denominator: { zh: '对照组转化率', en: 'rate of the control' },
    times: '100%',
  }),
  sql: (query) => buildArmsSql(query, 'n', 'successes'),
  solve: solveLift,
};

function solveLift(rows: readonly Row[], params: LiftParams, found: readonly Row[]): Solution {
  const arms = findArmPair(rows, params);
  const [first, second] = arms ? [toRateArm(arms.control), toRateArm(arms.variant)] : [];
  const plain = first && second && compareRates(first, second);
  if (!plain || first.successes <= 0) return { value: null, n: sumSamples(rows) };
  const judged = judgeByRegistration(rows, found, plain.p);
  const level = judged?.level ?? 0.95;
  const bounds = computeLiftBounds(first, second, params, level);
  const [before, after] = [first.successes / first.n, second.successes / second.n];
  const note = joinNotes(bounds ? undefined : noBounds, judged?.note);
  const method = { fieller: 'Fieller', delta: 'delta', always: 'always-valid' }[params.interval];
  return {
    value: computeChangeRate(after, before),
    n: sumSamples(rows),
    ...(bounds && {
      interval: {
        low: 100 * bounds.low,
        high: 100 * bounds.high,
        level: params.interval === 'always' ? 0.95 : level,
        method: `${method}${params.interval === 'always' ? '' : (judged?.method ?? '')}`,
      },
    }),
    ...(note && { note }),
  };
}

const noBounds: Bilingual = {
  zh: '对照组的率与 0 分不开，相对提升没有界限，只能看差。',
  en: 'The rate of the control cannot be told from 0: the lift has no bounds, look at the difference.',
};

function computeLiftBounds(first: Arm, second: Arm, { interval, tuned }: LiftParams, level: number) {
  if (interval === 'always') return computeAlwaysValidInterval(first, second, { tuned });
  const estimate = ({ successes, n }: Arm) => {
    const mean = successes / n;
    return { mean, variance: (mean * (1 - mean)) / n };
  };
  const compute = interval === 'delta' ? computeDeltaInterval : computeFiellerInterval;
  return compute(estimate(first), estimate(second), level);
}

export const meanLift: MetricDefinition<ComparedArms> = {
  ...shared,
  names: { zh: '实验均值相对提升', en: 'Relative lift of a mean in an experiment' },
  definition: {
    zh: '实验组均值比对照组高百分之几。区间用 Fieller 法：对照组的均值也有误差，不能当成定数。',
    en: 'By how many per cent the mean of the variant is above that of the control. The interval is that of Fieller: the mean of the control has an error too.',
  },
  edgeCases: {
    zh: '某组不足 2 个样本，或对照组均值不大于 0 时为“—”；对照组均值与 0 分不开时没有区间，会在说明里写出。',
    en: 'With fewer than 2 observations in an arm, or a control whose mean is not above 0, it is "—"; where that mean cannot be told from 0 there is no interval, and the note says so.',
  },
  source: 'Fieller 1954, JRSS B 16, 175–185',
  example: {
    files: {
      'means.csv': 'arm,n,sum,sumsq\ncontrol,3407,1396.87,52377.9767\nvariant,3461,2422.7,134698.29\n',
    },
    query: 'from: means, digits: 1',
    answer: '70.7%',
    source: 'GrowthBook, its test of the relative t test: means 0.41 and 0.7, lift 0.70732',
  },
  columns: {
    arm: columns.arm,
    n: columns.n,
    sum: columns.sum,
    sumsq: columns.sumsq,
    experiment: columns.experiment,
  },
  params: z.strictObject(comparedArmsShape),
  formulaText: () => ({
    numerator: { zh: '实验组均值 − 对照组均值', en: 'mean of the variant − mean of the control' },
    denominator: { zh: '对照组均值', en: 'mean of the control' },
    times: '100%',
  }),
  sql: (query) => buildArmsSql(query, 'n', 'sum', 'sumsq'),
  solve: solveMeanLift,
};

function solveMeanLift(rows: readonly Row[], params: ComparedArms, found: readonly Row[]): Solution {
  const arms = findArmPair(rows, params);
  const toSample = (row: Row) =>
    computeSample(toNumber(row.n) ?? 0, toNumber(row.sum) ?? 0, toNumber(row.sumsq) ?? 0);
  const [first, second] = arms ? [toSample(arms.control), toSample(arms.variant)] : [];
  if (!first || !second || first.n < 2 || second.n < 2 || first.mean <= 0) {
    return { value: null, n: sumSamples(rows) };
  }
  const judged = judgeByRegistration(rows, found, compareMeans(first, second)?.p);
  const level = judged?.level ?? 0.95;
  const [before, after] = [first, second].map(({ mean, variance, n }) => ({ mean, variance: variance / n }));
  const bounds = computeFiellerInterval(before!, after!, level);
  const note = joinNotes(bounds ? undefined : noBounds, judged?.note);
  return {
    value: computeChangeRate(second.mean, first.mean),
    n: sumSamples(rows),
    ...(bounds && {
      interval: {
        low: 100 * bounds.low,
        high: 100 * bounds.high,
        level,
        method: `Fieller${judged?.method ?? ''}`,
      },
    }),
    ...(note && { note }),
  };
}
