/** Which features go with leaving: logistic regression on the report's own users. */
import { z } from 'zod';
import { quoteSqlName } from '../../../base/quoting.ts';
import type { ColumnNeed, MetricDefinition, MetricQuery, Solution } from '../../metric.ts';
import { buildObservationsSql, type Row, toNumber } from '../../sql/observations.ts';
import { fitLogistic, type LogisticFit } from '../../statistics/classification/logistic.ts';
import { normalQuantile } from '../../statistics/distributions.ts';
import { buildRocCurve } from './churn-score-metrics.ts';

interface RegressionParams {
  features: string[];
}

const columns: Record<string, ColumnNeed> = {
  label: {
    names: ['label', 'churned', 'grade'],
    meaning: { zh: '是否流失（0/1 或真假）', en: 'whether it happened (0/1 or true/false)' },
  },
};

const features = z.array(z.string().trim().min(1)).min(1).max(20).meta({
  description: '特征列，数值或真假（columns of the features, numbers or true/false）：[tenure, orders]',
});

/** L. Spector & M. Mazzeo 1980. */
const SPECTOR = {
  'students.csv': `gpa,tuce,psi,grade\n${`2.66 20 0 0,2.89 22 0 0,3.28 24 0 0,2.92 12 0 0,4 21 0 1,2.86 17 0 0,2.76 17 0 0,2.87 21 0 0,
3.03 25 0 0,3.92 29 0 1,2.63 20 0 0,3.32 23 0 0,3.57 23 0 0,3.26 25 0 1,3.53 26 0 0,2.74 19 0 0,2.75 25 0 0,2.83 19 0 0,
3.12 23 1 0,3.16 25 1 1,2.06 22 1 0,3.62 28 1 1,2.89 14 1 0,3.51 26 1 0,3.54 24 1 1,2.83 27 1 1,3.39 17 1 1,2.67 24 1 0,
3.65 21 1 1,4 23 1 1,3.1 21 1 0,2.39 19 1 1`
    .split(',')
    .map((line) => line.trim().replaceAll(' ', ','))
    .join('\n')}\n`,
};
const spectorQuery = 'from: students, with: { features: [gpa, tuce, psi] }';

const shared = {
  table: 'churn_scores',
  columns,
  proportion: false,
  empty: null,
  edgeCases: {
    zh: '只有一种结果、特征全部相同或互相决定时为“—”。能被一条线完全分开时加惩罚项（L2）并注明；有空值的行不计。',
    en: 'With one outcome only, or features that are constant or depend on each other, it is "—". Where a line separates the outcomes a penalty (L2) is added and said; rows with blanks do not count.',
  },
  source: 'McCullagh & Nelder 1989, Generalized Linear Models, 2nd ed.',
} as const;

export const logisticCoefficient: MetricDefinition<RegressionParams & { of?: string | undefined }> = {
  ...shared,
  names: { zh: '流失回归系数', en: 'Coefficient of churn' },
  unit: '',
  digits: 4,
  direction: 'none',
  definition: {
    zh: '逻辑回归中一个特征的系数：其他特征不变，它每加 1，流失的对数优势增加多少。区间为 95%（Wald）；系数说明相关，不说明因果。',
    en: 'The coefficient of a feature in a logistic regression: by how much the log odds of leaving rise with 1 more of it, the others equal. The 95 % interval is that of Wald; it shows what goes together, not what causes it.',
  },
  example: {
    files: SPECTOR,
    query: spectorQuery,
    answer: '2.8261',
    source: 'statsmodels, Discrete Choice Models (Spector & Mazzeo 1980): GPA',
  },
  params: z.strictObject({
    features,
    of: z.string().optional().meta({
      description: '哪个特征的系数，默认第一个（coefficient of which feature, the first by default）',
    }),
  }),
  formulaText: () => ({
    numerator: { zh: '系数', en: 'coefficient' },
    tex: '\\beta_k\\;\\text{in}\\;\\ln\\frac{p}{1-p} = \\beta_0 + \\sum_i \\beta_i x_i',
  }),
  sql: buildFeaturesSql,
  solve: (rows, params) => {
    const fit = fitFeatures(rows, params.features);
    const at = Math.max(0, params.features.indexOf(params.of ?? ''));
    return buildCoefficientSolution(fit, at, { features: params.features, n: rows.length });
  },
};

function buildCoefficientSolution(
  fit: LogisticFit | undefined,
  at: number,
  { features: names, n }: { features: string[]; n: number },
): Solution {
  if (!fit) return { value: null, n };
  const value = fit.coefficients[at + 1]!;
  const half = normalQuantile(0.975) * fit.errors[at + 1]!;
  return {
    value,
    n,
    interval: { low: value - half, high: value + half, level: 0.95, method: 'Wald' },
    points: names.map((name, i) => ({
      key: name,
      label: { zh: name, en: name },
      value: fit.coefficients[i + 1]!,
    })),
    ...buildFitNote(fit, names.length),
  };
}

/** What a reader must know: separation, and too few cases for so many features. */
function buildFitNote(fit: LogisticFit, count: number): Pick<Solution, 'note'> {
  const expected = fit.fitted.reduce((a, b) => a + b, 0);
  const few = Math.min(expected, fit.fitted.length - expected) / count < 10;
  if (fit.separated) {
    return {
      note: {
        zh: '两类用户能被完全分开，已加 L2 惩罚；系数大小由惩罚决定。',
        en: 'The outcomes are separated; an L2 penalty holds the coefficients finite and decides their size.',
      },
    };
  }
  if (!few) return {};
  return {
    note: {
      zh: '每个特征不足 10 例流失，结果不稳。',
      en: 'Fewer than 10 cases a feature: the result is not stable.',
    },
  };
}

export const logisticFit: MetricDefinition<RegressionParams> = {
  ...shared,
  names: { zh: '流失回归伪 R²', en: 'Pseudo R² of churn' },
  unit: '',
  digits: 4,
  direction: 'higher',
  definition: {
    zh: 'McFadden 伪 R²：加入特征后，对数似然比只用总流失率改善了多少，0 到 1。0.2 到 0.4 已属拟合很好。',
    en: 'McFadden’s pseudo R²: how much the features improve the log-likelihood over the rate alone, 0 to 1. 0.2 to 0.4 is a very good fit.',
  },
  source: 'McFadden 1974, Conditional Logit Analysis of Qualitative Choice Behavior',
  example: {
    files: SPECTOR,
    query: spectorQuery,
    answer: '0.3740',
    source: 'statsmodels, Discrete Choice Models (Spector & Mazzeo 1980)',
  },
  params: z.strictObject({ features }),
  formulaText: () => ({
    numerator: { zh: '1 − 对数似然之比', en: '1 − ratio of the log-likelihoods' },
    tex: '1-\\frac{\\ln L}{\\ln L_0}',
  }),
  sql: buildFeaturesSql,
  solve: (rows, params) => {
    const fit = fitFeatures(rows, params.features);
    return {
      value: fit?.pseudoR2 ?? null,
      n: rows.length,
      ...(fit && buildFitNote(fit, params.features.length)),
    };
  },
};

export const usersAtRisk: MetricDefinition<RegressionParams & { threshold: number }> = {
  ...shared,
  names: { zh: '高流失风险用户', en: 'Users at risk of leaving' },
  unit: '人',
  direction: 'lower',
  definition: {
    zh: '逻辑回归给出的流失概率达到阈值（默认 50%）的用户数。模型用同一批用户建立，对新用户会偏乐观。',
    en: 'Users whose probability of leaving by a logistic regression reaches the threshold (50 % by default). The model is fitted on the same users, so it flatters itself.',
  },
  example: {
    files: SPECTOR,
    query: spectorQuery,
    answer: '11 人',
    source: 'statsmodels, pred_table of Spector & Mazzeo 1980: 3 + 8 predicted',
  },
  params: z.strictObject({
    features,
    threshold: z.number().gt(0).lt(1).default(0.5).meta({ description: '阈值，默认 0.5（threshold）' }),
  }),
  formulaText: () => ({
    numerator: { zh: '流失概率达到阈值的用户数', en: 'users whose probability reaches the threshold' },
    tex: '\\#\\{i : \\hat p_i \\ge c\\}',
  }),
  sql: buildFeaturesSql,
  solve: (rows, params) => {
    const fit = fitFeatures(rows, params.features);
    if (!fit) return { value: null, n: rows.length };
    const value = fit.fitted.filter((p) => p >= params.threshold).length;
    const scored = fit.fitted.map((score, i) => ({ score, outcome: toNumber(rows[i]!.label) === 1 ? 1 : 0 }));
    return {
      value,
      n: rows.length,
      curve: buildRocCurve(scored),
      ...buildFitNote(fit, params.features.length),
    };
  },
};

function buildFeaturesSql(query: MetricQuery<RegressionParams>): string {
  const read = query.params.features.map((name, i) => [`f${i}`, `CAST(${quoteSqlName(name)} AS DOUBLE)`]);
  return buildObservationsSql(query, {
    read: { label: `CAST(${query.columns.label} AS INTEGER)`, ...Object.fromEntries(read) },
    only: [
      `${query.columns.label} IS NOT NULL`,
      ...query.params.features.map((name) => `${quoteSqlName(name)} IS NOT NULL`),
    ],
  });
}

function fitFeatures(rows: readonly Row[], names: readonly string[]): LogisticFit | undefined {
  const inputs = rows.map((row) => names.map((_, i) => toNumber(row[`f${i}`]) ?? 0));
  return fitLogistic(
    inputs,
    rows.map((row) => (toNumber(row.label) === 1 ? 1 : 0)),
  );
}
