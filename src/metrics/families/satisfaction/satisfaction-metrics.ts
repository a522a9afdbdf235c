/** What users say of the product. */
import { z } from 'zod';
import { defineFamily } from '../../define-family.ts';
import type { MetricDefinition } from '../../metric.ts';
import { time } from '../../shared-columns.ts';
import { type NoParams, none } from '../../shared-params.ts';
import { buildObservationsSql, toNumber } from '../../sql/observations.ts';
import { buildAggregateSql } from '../../sql/select.ts';
import { complaintRate, npsDifference, responseRate } from './feedback-metrics.ts';
import { computeNetPromoterScore } from './net-promoter-score.ts';

const score = { names: ['score', 'nps'], meaning: { zh: '推荐分 0–10', en: 'likely to recommend, 0 to 10' } };
const csatColumn = {
  names: ['csat', 'satisfaction'],
  meaning: { zh: '满意度 1–5', en: 'satisfaction, 1 to 5' },
};
const when = { ...time, names: ['ts', ...time.names] };

function buildAnswerFiles(name: string, values: readonly number[]): Record<string, string> {
  const lines = values.map(
    (value, i) => `r${i},2026-03-10T10:00:00+08:00,${name === 'score' ? `${value},` : `5,${value}`}`,
  );
  return { 'nps.csv': `resp_id,ts,score,csat\n${lines.join('\n')}\n` };
}

const nps: MetricDefinition<NoParams> = {
  names: { zh: '净推荐值', en: 'Net promoter score' },
  unit: '分',
  digits: 1,
  direction: 'higher',
  definition: {
    zh: '推荐者（9–10 分）占比减去贬损者（0–6 分）占比，乘以 100，从 −100 到 100。7–8 分为中立，只计入分母；区间由比例差的方差得出。',
    en: 'Share of promoters (9 to 10) minus share of detractors (0 to 6), times 100: −100 to 100. 7 to 8 count in the denominator only; the interval follows from the variance of that difference.',
  },
  edgeCases: {
    zh: '没有答卷时为“—”。0–10 以外的分数当作没有回答。',
    en: 'Without answers it is "—". Scores outside 0 to 10 count as no answer.',
  },
  source: 'Reichheld 2003, The One Number You Need to Grow; variance: R package NPS',
  example: {
    files: buildAnswerFiles('score', [10, 9, 9, 8, 7, 3]),
    answer: '33.3 分',
    source: 'Cross Validated: ½ promoters, ⅓ passives, ⅙ detractors give ⅓, variance 5/9',
  },
  table: 'nps',
  columns: { score, time: when },
  params: none,
  proportion: false,
  empty: null,
  formulaText: () => ({
    numerator: { zh: '推荐者占比 − 贬损者占比', en: 'share of promoters − share of detractors' },
    tex: '100\\,(p_{9\\text{–}10} - p_{0\\text{–}6})',
  }),
  sql: (query) => {
    const column = query.columns.score;
    const group = `CASE WHEN ${column} >= 9 THEN 'promoters' WHEN ${column} >= 7 THEN 'passives' ELSE 'detractors' END`;
    return buildObservationsSql(query, {
      by: { answer: group },
      read: { users: 'count(*)' },
      only: [`${column} BETWEEN 0 AND 10`],
    });
  },
  solve: (rows) => {
    const of = (name: string) => toNumber(rows.find((row) => row.answer === name)?.users) ?? 0;
    const counts = { promoters: of('promoters'), passives: of('passives'), detractors: of('detractors') };
    const found = computeNetPromoterScore(counts);
    if (!found) return { value: null, n: 0 };
    const { n } = found;
    const interval = { low: 100 * found.low, high: 100 * found.high, level: 0.95, method: 'normal' };
    const { promoters, passives, detractors } = counts;
    return {
      value: 100 * found.score,
      n,
      interval,
      note: {
        zh: `推荐者 ${promoters}、中立者 ${passives}、贬损者 ${detractors} 人。${n < 30 ? '答卷不足 30 份，应看分布，不宜只看分数。' : ''}`,
        en: `${promoters} promoters, ${passives} passives, ${detractors} detractors.${n < 30 ? ' Fewer than 30 answers: show the shares, not the score alone.' : ''}`,
      },
    };
  },
};

const csat: MetricDefinition<{ satisfied: number }> = {
  names: { zh: '满意率', en: 'Satisfied customers' },
  unit: '%',
  parts: { numerator: '人', denominator: '人' },
  direction: 'higher',
  definition: {
    zh: '5 分制满意度中打 4 分及以上的答卷占百分之几。没有打分的答卷不计。',
    en: 'Answers of 4 or more on a scale of 5 as a percentage. Answers without a mark do not count.',
  },
  edgeCases: { zh: '没有答卷时为“—”。', en: 'Without answers it is "—".' },
  source: 'ISO 10004:2018, monitoring customer satisfaction; own convention: top two of five',
  example: {
    files: buildAnswerFiles('csat', [5, 4, 4, 3, 1]),
    answer: '60%',
    source: 'By hand: 3 of 5',
  },
  table: 'nps',
  columns: { csat: csatColumn, time: when },
  params: z.strictObject({
    satisfied: z
      .number()
      .int()
      .min(1)
      .max(10)
      .default(4)
      .meta({ description: '几分起算满意，默认 4（marks that mean satisfied）' }),
  }),
  proportion: true,
  empty: null,
  formulaText: ({ satisfied }) => ({
    numerator: { zh: `${satisfied} 分及以上的答卷`, en: `answers of ${satisfied} or more` },
    denominator: { zh: '打了分的答卷', en: 'answers with a mark' },
    times: '100%',
  }),
  sql: (query) =>
    buildAggregateSql(query, {
      numerator: `count(*) FILTER (${query.columns.csat} >= ${query.params.satisfied})`,
      denominator: `count(${query.columns.csat})`,
      scale: 100,
    }),
};

const meanScore: MetricDefinition<NoParams> = {
  names: { zh: '平均满意度', en: 'Mean satisfaction' },
  unit: '分',
  parts: { numerator: '分', denominator: '' },
  direction: 'higher',
  definition: {
    zh: '满意度打分的算术平均。均值会掩盖两极分化，应与满意率一起看。',
    en: 'Arithmetic mean of the marks. It hides a split into two camps: look at the satisfied share too.',
  },
  edgeCases: { zh: '没有答卷时为“—”。', en: 'Without answers it is "—".' },
  source: 'own convention',
  example: {
    files: buildAnswerFiles('csat', [5, 4, 4, 3, 1]),
    answer: '3.4 分',
    source: 'By hand: 17 ÷ 5',
  },
  table: 'nps',
  columns: { csat: csatColumn, time: when },
  params: none,
  proportion: false,
  empty: null,
  formulaText: () => ({
    numerator: { zh: '打分之和', en: 'sum of the marks' },
    denominator: { zh: '打了分的答卷', en: 'answers with a mark' },
  }),
  sql: (query) =>
    buildAggregateSql(query, {
      numerator: `sum(${query.columns.csat})`,
      denominator: `count(${query.columns.csat})`,
    }),
};

export const satisfactionMetrics = defineFamily('satisfaction', {
  nps,
  csat,
  nps_difference: npsDifference,
  satisfaction_mean: meanScore,
  response_rate: responseRate,
  complaint_rate: complaintRate,
});
