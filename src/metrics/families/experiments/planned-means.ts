/** How many users an experiment on a mean needs. */
import { z } from 'zod';
import type { MetricDefinition } from '../../metric.ts';
import { type Row, toNumber } from '../../sql/observations.ts';
import { computeSampleForMeans } from '../../statistics/inference/power.ts';
import { computeSample } from '../../statistics/inference/welch.ts';
import {
  buildArmsSql,
  type ComparedArms,
  columns,
  comparedArmsShape,
  findArmPair,
  sumSamples,
} from './compared-arms.ts';
import { findPlannedLevel, plannedAlpha } from './planned-level.ts';
import { buildRegistrationLookup } from './registration.ts';

interface PlannedMeanParams extends ComparedArms {
  effect: number;
  alpha?: number | undefined;
  power: number;
}

export const requiredSampleForMean: MetricDefinition<PlannedMeanParams> = {
  names: { zh: '每组所需样本量（均值）', en: 'Sample needed in each arm for a mean' },
  unit: '人',
  direction: 'none',
  definition: {
    zh: '以对照组的标准差为准，要以给定的把握（默认 80%）看出均值的给定差别，每组至少需要的人数。按 t 检验，向上取整，双侧；登记了校正的，按校正后的水平。',
    en: 'Users needed in each arm to see a given difference of means, with the spread of the control and a given power (80 % by default). By the t test, rounded up, two-sided; at the corrected level where a correction is registered.',
  },
  edgeCases: {
    zh: '没有对照组、对照组不足 2 个样本或全部相同，或差别为 0 时为“—”。',
    en: 'Without a control, with fewer than 2 observations or no spread in it, or with a difference of 0, it is "—".',
  },
  source: 'Cohen 1988, Statistical Power Analysis, ch. 2; R power.t.test',
  example: {
    files: { 'means.csv': 'arm,n,sum,sumsq\ncontrol,101,0,100\n' },
    query: 'from: means, with: { effect: 0.5 }',
    answer: '64 人',
    source: 'Cohen 1988, table 2.4.1: d = 0.50, power 0.80, two-sided 0.05; R: n = 63.76561',
  },
  table: 'experiment_arms',
  columns: {
    arm: columns.arm,
    n: columns.n,
    sum: columns.sum,
    sumsq: columns.sumsq,
    experiment: columns.experiment,
  },
  params: z.strictObject({
    ...comparedArmsShape,
    effect: z.number().meta({
      description:
        '希望看出的最小差别，与均值同单位（smallest difference worth seeing, in the unit of the mean）',
    }),
    alpha: plannedAlpha,
    power: z.number().gt(0).lt(1).default(0.8).meta({ description: '检验效能，默认 0.8（power）' }),
  }),
  proportion: false,
  empty: null,
  formulaText: () => ({
    numerator: { zh: '每组人数', en: 'users in each arm' },
    tex: 'n:\\ P\\!\\left(T_{2n-2,\\,\\delta\\sqrt{n/2}/s} > t_{1-\\alpha/2}\\right) \\ge 1-\\beta',
  }),
  sql: (query) => buildArmsSql(query, 'n', 'sum', 'sumsq'),
  lookup: buildRegistrationLookup,
  solve: (rows, params, found) => {
    const { effect, power } = params;
    const { alpha, note } = findPlannedLevel(rows, found, params.alpha);
    const spread = findControlSpread(rows, params);
    const needed = spread === undefined ? undefined : computeSampleForMeans(effect, spread, { alpha, power });
    // A whole number that rounding errors put a hair above itself is that number.
    const value = needed === undefined ? null : Math.ceil(needed - 1e-6);
    return { value, n: sumSamples(rows), ...(note && { note }) };
  },
};

/** Standard deviation of the control; of the only arm where there is one. */
function findControlSpread(rows: readonly Row[], params: ComparedArms): number | undefined {
  const control = rows.length === 1 ? rows[0] : findArmPair(rows, params)?.control;
  const of = (name: string) => toNumber(control?.[name]) ?? 0;
  if (of('n') < 2) return undefined;
  const { variance } = computeSample(of('n'), of('sum'), of('sumsq'));
  return variance > 0 ? Math.sqrt(variance) : undefined;
}
