/** Experiments with few successes, and with users in two arms. */
import { z } from 'zod';
import type { MetricDefinition } from '../../metric.ts';
import { user } from '../../shared-columns.ts';
import { type NoParams, none } from '../../shared-params.ts';
import { buildConditions, buildGroupBy, buildRatio, buildWhere, nestedKeys } from '../../sql/select.ts';
import { computeFisherExact } from '../../statistics/inference/fisher-exact.ts';
import {
  buildArmsSql,
  type ComparedArms,
  columns,
  comparedArmsShape,
  findArmPair,
  toRateArm,
} from './compared-arms.ts';
import { buildPSolution } from './judged-solution.ts';
import { buildRegistrationLookup } from './registration.ts';

const shared = { proportion: false, empty: null } as const;

export const fisherPValue: MetricDefinition<ComparedArms> = {
  ...shared,
  names: { zh: '转化率差的精确检验 p 值', en: 'Exact p value of a difference of rates' },
  unit: '',
  digits: 4,
  direction: 'none',
  definition: {
    zh: '费希尔精确检验（双侧）的 p 值：合计不变时，出现这样或更不可能的分布的概率。样本小、有一格为 0 时用它代替 z 检验。',
    en: 'Two-sided p value of Fisher’s exact test: the chance, with the margins as they are, of what was seen or anything less likely. Use it in place of the z test for small samples and empty cells.',
  },
  edgeCases: { zh: '缺一组、某组没有样本时为“—”。', en: 'With an arm missing or empty it is "—".' },
  source: 'Fisher 1934, Statistical Methods for Research Workers, §21.02',
  example: {
    files: { 'experiment_arms.csv': 'exp_id,arm,n,successes\ntea,control,4,1\ntea,variant,4,3\n' },
    answer: '0.4857',
    source:
      'Agresti 2007, Introduction to Categorical Data Analysis, table 2.8: the lady tasting tea, two-sided P 0.486',
  },
  table: 'experiment_arms',
  columns: {
    arm: columns.arm,
    n: columns.n,
    successes: columns.successes,
    experiment: columns.experiment,
  },
  lookup: buildRegistrationLookup,
  params: z.strictObject(comparedArmsShape),
  formulaText: () => ({
    numerator: {
      zh: '不比实际更可能的各表概率之和',
      en: 'chance of all tables no more likely than the one seen',
    },
    tex: '\\sum_{k:\\,P(k) \\le P(s_1)} \\frac{\\binom{n_1}{k}\\binom{n_0}{s-k}}{\\binom{n}{s}}',
  }),
  sql: (query) => buildArmsSql(query, 'n', 'successes'),
  solve: (rows, params, found) => {
    const arms = findArmPair(rows, params);
    const p = arms && computeFisherExact(toRateArm(arms.control), toRateArm(arms.variant));
    return buildPSolution(rows, found, p);
  },
};

export const crossedUsers: MetricDefinition<NoParams> = {
  ...shared,
  names: { zh: '跨组用户占比', en: 'Share of users in several arms' },
  unit: '%',
  parts: { numerator: '人', denominator: '人' },
  direction: 'lower',
  definition: {
    zh: '同一实验中被分到不止一组的用户占全部参与用户的百分比。这些用户要从各组中剔除并报告人数，比例高说明分流有误。',
    en: 'Users assigned to more than one arm of one experiment as a percentage of all. Leave them out of every arm and say how many; a large share means that the split is broken.',
  },
  edgeCases: { zh: '没有用户时为“—”。', en: 'Without users it is "—".' },
  source: 'Fabijan et al. 2019, Diagnosing Sample Ratio Mismatch in A/B Testing (KDD)',
  example: {
    files: {
      'experiment_users.csv':
        'exp_id,arm,user_id,assigned_at\nLP,A,a,2026-03-02T10:00:00+08:00\nLP,B,b,2026-03-02T10:00:00+08:00\nLP,B,a,2026-03-03T10:00:00+08:00\nLP,A,c,2026-03-02T10:00:00+08:00\nPAY,A,b,2026-03-02T10:00:00+08:00\n',
    },
    query: 'from: experiment_users',
    answer: '25%',
    source: 'By hand: one of three users of LP, none of one of PAY',
  },
  table: '',
  columns: {
    user,
    arm: columns.arm,
    experiment: {
      names: ['exp_id', 'experiment'],
      meaning: { zh: '实验', en: 'experiment' },
      optional: true,
    },
    time: {
      names: ['assigned_at', 'ts', 'date'],
      meaning: { zh: '分流时间', en: 'when assigned' },
      optional: true,
    },
  },
  params: none,
  proportion: true,
  formulaText: () => ({
    numerator: { zh: '被分到不止一组的用户数', en: 'users in more than one arm' },
    denominator: { zh: '参与实验的用户数', en: 'users in the experiment' },
    times: '100%',
  }),
  sql: (query) => {
    const { user: who, arm, experiment } = query.columns;
    const keys = nestedKeys.outer(query.keys);
    const own = [`${who} AS who`, `${experiment ?? '1'} AS experiment`, `${arm} AS arm`];
    const where = buildWhere([...buildConditions(query), `${who} IS NOT NULL`, `${arm} IS NOT NULL`]);
    const group = ['who', 'experiment', ...nestedKeys.names(query.keys)].join(', ');
    const over = 'count(*) FILTER (arms > 1)';
    const chosen = [
      ...keys.map((key) => `${key.text} AS ${key.alias}`),
      `${over} AS numerator`,
      'count(*) AS denominator',
      `${buildRatio(over, 'count(*)', 100)} AS value`,
      'coalesce(sum(lines), 0) AS n',
    ];
    return `WITH people AS (
  SELECT ${group}, count(DISTINCT arm) AS arms, count(*) AS lines
  FROM (SELECT ${[...own, ...nestedKeys.define(query.keys)].join(', ')} FROM ${query.from}${where.replaceAll('\n', '\n    ')})
  GROUP BY ${group}
)
SELECT ${chosen.join(', ')}
FROM people${buildGroupBy(keys)}`;
  },
};
