/** How good churn scores were, once it is known who left. */
import { z } from 'zod';
import type { Bilingual } from '../../../base/language.ts';
import type { ColumnNeed, ExampleDefinition, FormulaText, MetricDefinition, Solution } from '../../metric.ts';
import { none } from '../../shared-params.ts';
import { buildObservationsSql, type Row, toNumber } from '../../sql/observations.ts';
import {
  computeLiftCurve,
  computeRocCurve,
  thinPoints,
} from '../../statistics/classification/score-curves.ts';
import {
  computeAuc,
  computeAveragePrecision,
  computeBrierScore,
  computeCalibration,
  computeCalibrationError,
  computeLift,
  type Scored,
} from '../../statistics/classification/scoring.ts';

const columns: Record<string, ColumnNeed> = {
  score: {
    names: ['score', 'probability', 'p'],
    meaning: { zh: '流失评分或概率', en: 'score or probability' },
  },
  label: {
    names: ['label', 'churned'],
    meaning: { zh: '是否流失（0/1 或真假）', en: 'whether it happened (0/1 or true/false)' },
  },
  treated: {
    names: ['treated'],
    meaning: {
      zh: '是否挽回过，用来说明算的是哪些人',
      en: 'whether they were treated, to say whom it is about',
    },
    optional: true,
  },
};

interface ScoreMetricOptions<P> {
  names: { zh: string; en: string };
  unit?: string;
  digits?: number;
  direction: 'higher' | 'lower';
  definition: { zh: string; en: string };
  edgeCases: { zh: string; en: string };
  source: string;
  formulaText: FormulaText;
  example: { scores: number[]; labels: number[] } & Omit<ExampleDefinition, 'files'>;
  params: z.ZodType<P>;
  value(all: readonly Scored[], params: P): number | undefined;
  points?(all: readonly Scored[]): { key: string; value: number; n: number }[];
  curve?(all: readonly Scored[]): Solution['curve'];
}

function createScoreMetric<P>({
  example,
  value,
  formulaText: reading,
  points,
  curve,
  unit = '',
  ...rest
}: ScoreMetricOptions<P>): MetricDefinition<P> {
  const { scores, labels, ...published } = example;
  const lines = scores.map((score, i) => `u${i},2026-05-01,${score},${labels[i]}`);
  return {
    ...rest,
    unit,
    example: {
      files: { 'churn_scores.csv': `user_id,as_of,score,label\n${lines.join('\n')}\n` },
      ...published,
    },
    table: 'churn_scores',
    columns,
    proportion: false,
    empty: null,
    formulaText: () => reading,
    sql: (query) =>
      buildObservationsSql(query, {
        read: {
          score: `CAST(${query.columns.score} AS DOUBLE)`,
          label: `CAST(${query.columns.label} AS INTEGER)`,
          ...(query.columns.treated && { treated: `TRY_CAST(${query.columns.treated} AS BOOLEAN)` }),
        },
        only: [`${query.columns.score} IS NOT NULL`, `${query.columns.label} IS NOT NULL`],
      }),
    solve: (rows, params) => {
      const all = toScored(rows);
      const listed = points?.(all).map((point) => ({
        ...point,
        label: { zh: point.key, en: point.key },
      }));
      const drawn = curve?.(all);
      const note = describeTreated(rows);
      return {
        value: value(all, params) ?? null,
        n: all.length,
        ...(listed && { points: listed }),
        ...(drawn && drawn.points.length > 0 && { curve: drawn }),
        ...(note && { note }),
      };
    },
  };
}

/** Whom a result is about, where some were treated: who was chosen by the score is missing, or has changed. */
function describeTreated(rows: readonly Row[]): Bilingual | undefined {
  const known = rows.filter(({ treated }) => typeof treated === 'boolean');
  if (known.length === 0) return undefined;
  const treated = known.filter((row) => row.treated === true).length;
  if (treated === 0)
    return {
      zh: `只算没有挽回过的 ${known.length} 人。挽回若按评分挑人，高分的人就少了：结果说的是这部分人，没有加权，不能推到全体。`,
      en: `Of the ${known.length} who were not treated. Where treatment went by the score, high scores are fewer among them: it says nothing of all, for it is not reweighted.`,
    };
  return {
    zh: `其中 ${treated} 人挽回过，去留已受影响；只看没有挽回过的人，写 where: NOT treated。`,
    en: `${treated} of them were treated, which changes who leaves; for the others write where: NOT treated.`,
  };
}

/** The ROC curve of scores. */
export function buildRocCurve(all: readonly Scored[]): NonNullable<Solution['curve']> {
  const points = thinPoints(computeRocCurve(all)).map(({ alarms, found }) => ({ x: alarms, y: found }));
  return { form: 'roc', points };
}

function toScored(rows: readonly Row[]): Scored[] {
  return rows.map((row) => ({ score: toNumber(row.score) ?? 0, outcome: toNumber(row.label) === 1 ? 1 : 0 }));
}

const both = {
  zh: '没有人流失或人人流失时为“—”。没有评分或结果的行不计。',
  en: 'Where nobody or everybody left it is "—". Rows without score or outcome do not count.',
};
const rowless = {
  zh: '没有行时为“—”。没有评分或结果的行不计。',
  en: 'Without rows it is "—". Rows without score or outcome do not count.',
};
const sklearn = { scores: [0.1, 0.4, 0.35, 0.8], labels: [0, 0, 1, 1] };

export const churnScoreMetrics = {
  churn_auc: createScoreMetric({
    names: { zh: '流失模型 AUC', en: 'AUC of a churn model' },
    direction: 'higher',
    definition: {
      zh: '任取一位流失用户和一位留存用户，流失者评分更高的概率（相同算一半）。0.5 等于瞎猜，1 是完全分开。',
      en: 'The chance that of a user who left and one who stayed the leaver has the higher score, ties half. 0.5 is guessing, 1 is perfect.',
    },
    edgeCases: both,
    source: 'Hanley & McNeil 1982, Radiology 143',
    formulaText: {
      numerator: { zh: '流失者评分更高的配对', en: 'pairs in which the leaver scores higher' },
      denominator: { zh: '全部配对', en: 'all pairs' },
      tex: 'P(s^{+} > s^{-}) + \\tfrac12 P(s^{+} = s^{-})',
    },
    example: { ...sklearn, answer: '0.75', source: 'scikit-learn documentation, roc_auc_score' },
    params: none,
    value: (all) => computeAuc(all),
    curve: buildRocCurve,
  }),
  churn_average_precision: createScoreMetric({
    names: { zh: '流失模型平均精确率', en: 'Average precision of a churn model' },
    digits: 2,
    direction: 'higher',
    definition: {
      zh: '从高分到低分逐个挽回，每找到一位流失用户时的精确率的平均。流失用户很少时，它比 AUC 更能看出模型好坏。',
      en: 'Going down the scores, the mean precision at each leaver found. Where few leave it tells more than AUC.',
    },
    edgeCases: both,
    source: 'scikit-learn User Guide, average_precision_score',
    formulaText: {
      numerator: { zh: '精确率的加权平均', en: 'weighted mean of precision' },
      tex: '\\sum_k (R_k - R_{k-1})\\,P_k',
    },
    example: { ...sklearn, answer: '0.83', source: 'scikit-learn documentation, average_precision_score' },
    params: none,
    value: (all) => computeAveragePrecision(all),
  }),
  churn_brier: createScoreMetric({
    names: { zh: 'Brier 分数', en: 'Brier score' },
    digits: 4,
    direction: 'lower',
    definition: {
      zh: '预测概率与实际结果（0 或 1）之差的平方的平均，越小越好。它同时看区分能力和概率是否准确。',
      en: 'Mean squared distance of probability and outcome (0 or 1), the smaller the better. It looks at order and at the probabilities themselves.',
    },
    edgeCases: rowless,
    source: 'Brier 1950, Monthly Weather Review 78',
    formulaText: {
      numerator: { zh: '差的平方的平均', en: 'mean of the squares' },
      tex: '\\frac1n\\sum_i (p_i - y_i)^2',
    },
    example: {
      scores: [0.1, 0.9, 0.8, 0.3],
      labels: [0, 1, 1, 0],
      answer: '0.0375',
      source: 'scikit-learn documentation, brier_score_loss',
    },
    params: none,
    value: (all) => computeBrierScore(all),
  }),
  churn_lift: createScoreMetric({
    names: { zh: '流失模型提升度', en: 'Lift of a churn model' },
    unit: '倍',
    direction: 'higher',
    definition: {
      zh: '评分最高的一部分用户（默认 10%）中的流失率是总流失率的几倍。边界上评分相同的用户按平均流失率计入。',
      en: 'Churn rate among the users with the highest scores (10 % by default) as a multiple of that of all. Equal scores at the border count by their mean rate.',
    },
    edgeCases: { zh: '没有人流失时为“—”。', en: 'Where nobody left it is "—".' },
    source: 'Ling & Li 1998, KDD: Data Mining for Direct Marketing',
    formulaText: {
      numerator: { zh: '高分用户的流失率', en: 'rate of the highest scores' },
      denominator: { zh: '总流失率', en: 'rate of all' },
    },
    example: {
      ...sklearn,
      query: 'with: { share: 0.25 }',
      answer: '2 倍',
      source: 'By hand: 1 of 1 against 2 of 4',
    },
    params: z.strictObject({
      share: z
        .number()
        .gt(0)
        .max(1)
        .default(0.1)
        .meta({ description: '看评分最高的多大比例，默认 0.1（share with the highest scores）' }),
    }),
    value: (all, params: { share: number }) => computeLift(all, params.share),
    curve: (all) => ({
      form: 'lift',
      points: computeLiftCurve(all).map((point) => ({ x: point.share, y: point.lift, n: point.n })),
    }),
  }),
  churn_calibration_error: createScoreMetric({
    names: { zh: '流失概率校准误差', en: 'Calibration error of churn probabilities' },
    unit: '个百分点',
    direction: 'lower',
    definition: {
      zh: '把预测概率分成 10 段，各段平均预测与实际流失率之差按人数加权平均（ECE）。越小，说“有三成会流失”就越接近真有三成。',
      en: 'Probabilities in ten bins: the distance of mean prediction and churn rate, weighted by users (ECE). The smaller it is, the nearer “three in ten leave” is to the truth.',
    },
    edgeCases: rowless,
    source: 'Naeini, Cooper & Hauskrecht 2015, AAAI',
    formulaText: {
      numerator: { zh: '各段差距的加权平均', en: 'weighted mean of the distances' },
      tex: '\\sum_b \\frac{n_b}{n}\\,\\left|\\bar p_b - \\bar y_b\\right|',
    },
    example: {
      scores: [0.25, 0.25, 0.25, 0.25],
      labels: [1, 0, 0, 1],
      answer: '25 个百分点',
      source: 'By hand: |25 % − 50 %|',
    },
    params: none,
    value: (all) => {
      const error = computeCalibrationError(all);
      return error === undefined ? undefined : 100 * error;
    },
    points: (all) =>
      computeCalibration(all).map(({ n, predicted, observed }) => ({
        key: `${(100 * predicted).toFixed(0)}% → ${(100 * observed).toFixed(0)}%`,
        value: 100 * Math.abs(predicted - observed),
        n,
      })),
    curve: (all) => ({
      form: 'calibration',
      points: computeCalibration(all).map(({ predicted, observed, low, high, n }) => {
        return { x: predicted, y: observed, low, high, n };
      }),
    }),
  }),
};
