/** A difference of rates among all that were assigned. */
import { z } from 'zod';
import { type MetricDefinition, ParameterError } from '../../metric.ts';
import { toNumber } from '../../sql/observations.ts';
import { buildArmsSql, type ComparedArms, columns, comparedArmsShape } from './compared-arms.ts';
import { COOKIE_CATS } from './example-arms.ts';
import { solveJudgedRates } from './rate-difference.ts';
import { buildRegistrationLookup } from './registration.ts';

export const ittDifference: MetricDefinition<ComparedArms> = {
  table: 'experiment_arms',
  proportion: false,
  empty: null,
  names: { zh: '实验转化率差（意向分析）', en: 'Difference of rates by intention to treat' },
  unit: '个百分点',
  direction: 'higher',
  definition: {
    zh: '分到组的全部人里，实验组转化率减去对照组转化率，不管有没有来、有没有看到。只看来访者的差可能是来访不同造成的，意向分析没有这个问题，但效果会被没看到的人冲淡。',
    en: 'Rate of the variant minus that of the control among all that were assigned, whether they came or not. Who comes may differ between the arms, who is assigned does not; those who saw nothing dilute the effect.',
  },
  edgeCases: {
    zh: '没有 assigned 与 assigned_successes 两列，或没有填时报错；某组没有人时为“—”。',
    en: 'Without the columns assigned and assigned_successes, or where they are empty, it is an error; with an empty arm it is "—".',
  },
  source: 'Sheiner & Rubin 1995, Clinical Pharmacology & Therapeutics 57, 6–15; Fleiss 1981',
  example: {
    files: {
      'experiment_arms.csv':
        'exp_id,arm,n,successes,assigned,assigned_successes\ngate,control,9000,1500,44700,8502\ngate,gate_40,9000,1600,45489,8279\n',
    },
    answer: '−0.82 个百分点',
    source: COOKIE_CATS.source,
  },
  columns: {
    arm: columns.arm,
    n: { ...columns.assigned, names: ['assigned'], optional: false },
    successes: { ...columns.assignedSuccesses, optional: false },
    experiment: columns.experiment,
  },
  params: z.strictObject(comparedArmsShape),
  formulaText: () => ({
    numerator: {
      zh: '实验组全部人的转化率 − 对照组全部人的转化率',
      en: 'rate of all assigned to the variant − rate of all assigned to the control',
    },
    tex: '\\hat p_1 - \\hat p_0',
  }),
  lookup: buildRegistrationLookup,
  sql: (query) => buildArmsSql(query, 'n', 'successes'),
  solve: (rows, params, found) => {
    if (rows.some((row) => toNumber(row.n) === null || toNumber(row.successes) === null)) {
      throw new ParameterError('n', {
        zh: '这个实验没有填 assigned 与 assigned_successes，做不了意向分析；填上，或改用 ab_difference',
        en: 'assigned and assigned_successes are empty for this experiment: fill them in, or use ab_difference',
      });
    }
    return solveJudgedRates(rows, params, found);
  },
};
