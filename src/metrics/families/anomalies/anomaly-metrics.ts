/** What is unlike the rest of a series. A flag is where to look, not a verdict. */
import { z } from 'zod';
import { defineFamily } from '../../define-family.ts';
import type { ExampleDefinition, MetricDefinition } from '../../metric.ts';
import {
  type AnomalySide,
  anomalySides,
  computeEsdSteps,
  findEsdOutliers,
  findSeasonalEsdOutliers,
} from '../../statistics/time-series/esd.ts';
import { findOutliers, USUAL_LIMIT } from '../../statistics/time-series/robust-z.ts';
import { findSeasonalOutliers } from '../../statistics/time-series/seasonal-naive.ts';
import { decomposeStl } from '../../statistics/time-series/stl.ts';
import {
  computeEsdBand,
  computeRobustBand,
  computeSeasonalBand,
  computeSeasonalEsdBand,
  computeStlBand,
  type UsualBand,
} from '../../statistics/time-series/usual-band.ts';
import {
  buildAnomalySolution,
  buildSeriesSql,
  columns,
  type Observation,
  periodDays,
  type SeriesParams,
  seriesShape,
  toObservations,
} from './anomaly-series.ts';
import { seasonalStrength, trendStrength } from './season-strength.ts';
import { topContribution } from './top-contribution.ts';

const limit = z.number().positive().default(USUAL_LIMIT).meta({
  description: '稳健 z 分数超过它即为异常，默认 3.5（modified z score from which it is an anomaly）',
});
const share = z.number().gt(0).lt(0.5).default(0.1).meta({
  description: '异常点最多占多少，小于 0.5，默认 0.1（anomalies are at most this share of the points）',
});
const alpha = z
  .number()
  .gt(0)
  .lt(1)
  .default(0.05)
  .meta({ description: '显著性水平（level of significance）' });

/** As rows of a table, one an hour. */
function buildHourlyFiles(numbers: readonly number[]): Record<string, string> {
  const lines = numbers.map((x, i) => {
    const day = String(1 + Math.floor(i / 24)).padStart(2, '0');
    return `2026-03-${day}T${String(i % 24).padStart(2, '0')}:00:00+08:00,${x}`;
  });
  return { 'series.csv': `ts,value\n${lines.join('\n')}\n` };
}

/** B. Rosner 1983, as the NIST handbook prints it. */
const rosner =
  `-0.25 0.68 0.94 1.15 1.20 1.26 1.26 1.34 1.38 1.43 1.49 1.49 1.55 1.56 1.58 1.65 1.69 1.70 1.76 1.77 1.81
1.91 1.94 1.96 1.99 2.06 2.09 2.10 2.14 2.15 2.23 2.24 2.26 2.35 2.37 2.40 2.47 2.54 2.62 2.64 2.90 2.92 2.92 2.93 3.21
3.26 3.30 3.59 3.68 4.30 4.64 5.34 5.42 6.01`
    .split(/\s+/)
    .map(Number);

const seasonal = '5 9 2 9 0 6 3 8 5 18 7 8 8 0 2 -5 0 5 6 7 3 6 1 4 4 4 30 7 5 8'.split(' ').map(Number);

interface AnomalyMethod<P> {
  names: { zh: string; en: string };
  definition: { zh: string; en: string };
  edgeCases?: { zh: string; en: string };
  source: string;
  tex: string;
  example: ExampleDefinition;
  params: z.ZodType<P & SeriesParams>;
  /** Places of the anomalies; undefined where nothing can be said. */
  findPlaces(all: readonly number[], params: P): number[] | undefined;
  /** Between what bounds each would have been usual. */
  computeBand(all: readonly number[], params: P): UsualBand | undefined;
}

function createAnomalyMetric<P>({
  tex,
  findPlaces: flag,
  computeBand: usual,
  ...kind
}: AnomalyMethod<P>): MetricDefinition<P & SeriesParams> {
  return {
    edgeCases: {
      zh: '没有行时为 0；数值全部相同时没有异常。按天合计时，没有行的日子按 0 计。',
      en: 'Without rows it is 0; equal numbers have no anomaly. Where days are added up a day without rows is 0.',
    },
    ...kind,
    unit: '个',
    direction: 'lower',
    table: 'traffic',
    columns,
    curveColumn: 'column',
    proportion: false,
    empty: 0,
    formulaText: () => ({ numerator: { zh: '异常点的个数', en: 'number of anomalies' }, tex }),
    sql: buildSeriesSql,
    solve: (rows, params) => {
      const all: Observation[] = toObservations(rows, params);
      const numbers = all.map(({ x }) => x);
      const places = flag(numbers, params);
      return buildAnomalySolution(all, places, places && usual(numbers, params));
    },
  };
}

const seasons = {
  zh: '不足两个周期时为“—”。按天合计时，没有行的日子按 0 计。',
  en: 'With fewer than two seasons it is "—". Where days are added up a day without rows is 0.',
};

export const anomalyMetrics = defineFamily('anomalies', {
  anomalies_robust_z: createAnomalyMetric({
    names: { zh: '异常点数（稳健 z）', en: 'Anomalies by robust z' },
    definition: {
      zh: '离中位数过远的点的个数：以中位数和绝对中位差（MAD）算出的稳健 z 分数超过 3.5。它不看时间先后，也不去掉周期。',
      en: 'Points too far from the median: the modified z score by median and MAD is beyond 3.5. It knows neither order nor season.',
    },
    source: 'Iglewicz & Hoaglin 1993; NIST/SEMATECH e-Handbook 1.3.5.17',
    tex: '\\#\\left\\{i : \\frac{0.6745\\,|x_i-\\tilde x|}{\\mathrm{MAD}} > 3.5\\right\\}',
    example: {
      files: buildHourlyFiles(rosner),
      query: 'from: series, with: { step: row }',
      answer: '3 个',
      source: 'Series of Rosner 1983: the three largest, scores 4.016, 4.115, 4.845',
    },
    params: z.strictObject({ ...seriesShape, limit }),
    findPlaces: (all, params: { limit: number }) => findOutliers(all, params.limit),
    computeBand: (all, params) => computeRobustBand(all, params.limit),
  }),
  anomalies_gesd: createAnomalyMetric({
    names: { zh: '异常点数（GESD）', en: 'Anomalies by generalised ESD' },
    definition: {
      zh: '广义 ESD 检验认定的异常点数：逐个取出离均值最远的点，与 t 分布给出的界限比较。数据去掉异常后应近似正态。',
      en: 'Outliers by the generalised ESD test: the point farthest from the mean is taken out one by one and compared with a limit from the t distribution. Without them the data should be about normal.',
    },
    source: 'Rosner 1983, Technometrics 25; NIST/SEMATECH e-Handbook 1.3.5.17.3',
    tex: '\\max\\{i : R_i > \\lambda_i\\},\\quad R_i = \\max_j |x_j-\\bar x|/s',
    example: {
      files: buildHourlyFiles(rosner),
      query: 'from: series, with: { step: row, share: 0.19 }',
      answer: '3 个',
      source: 'NIST/SEMATECH e-Handbook 1.3.5.17.3: three outliers of up to ten',
    },
    params: z.strictObject({ ...seriesShape, share, alpha }),
    findPlaces: (all, params: { share: number; alpha: number }) =>
      findEsdOutliers(computeEsdSteps(all, Math.floor(all.length * params.share), params)),
    computeBand: computeEsdBand,
  }),
  anomalies_seasonal: createAnomalyMetric({
    names: { zh: '异常点数（同比上一周期）', en: 'Anomalies against the season before' },
    definition: {
      zh: '与上一周期同一位置（如上周同一天）相差过大的点的个数：差值的稳健 z 分数超过 3.5。第一个周期没有可比的，不判断。',
      en: 'Points that differ too much from the same place of the season before, such as the same weekday: the modified z score of the difference is beyond 3.5. The first season has nothing to compare with.',
    },
    edgeCases: seasons,
    source: 'Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 5.2; Iglewicz & Hoaglin 1993',
    tex: '\\#\\{t : |M(x_t-x_{t-m})| > 3.5\\}',
    example: {
      files: buildHourlyFiles([10, 20, 30, 11, 21, 29, 10, 19, 31, 9, 90, 30, 10, 20, 30, 11, 19, 30]),
      query: 'from: series, with: { step: row, period: 3 }',
      answer: '1 个',
      source: '90 put into a season of 10, 20, 30; by the definition',
    },
    params: z.strictObject({ ...seriesShape, period: periodDays, limit }),
    findPlaces: (all, { period, limit: most }: { period: number; limit: number }) =>
      all.length < 2 * period ? undefined : findSeasonalOutliers(all, period, most),
    computeBand: (all, params) => computeSeasonalBand(all, params.period, params.limit),
  }),
  anomalies_stl: createAnomalyMetric({
    names: { zh: '异常点数（STL）', en: 'Anomalies by STL' },
    definition: {
      zh: '用稳健 STL 去掉周期和趋势后，剩余部分的稳健 z 分数超过 3.5 的点的个数。适合既有周期又有趋势的日数据。',
      en: 'Points whose remainder after robust STL has taken season and trend out has a modified z score beyond 3.5. It suits daily data with both.',
    },
    edgeCases: seasons,
    source: 'Cleveland et al. 1990, Journal of Official Statistics 6, 3–73',
    tex: '\\#\\{t : |M(R_t)| > 3.5\\},\\quad x_t = S_t + T_t + R_t',
    example: {
      files: buildHourlyFiles(
        Array.from({ length: 28 }, (_, i) => [10, 12, 13, 12, 11, 30, 28][i % 7]! + (i === 16 ? 40 : 0)),
      ),
      query: 'from: series, with: { step: row, period: 7 }',
      answer: '1 个',
      source: 'By the definition: 40 put on one day of a pure season',
    },
    params: z.strictObject({ ...seriesShape, period: periodDays, limit }),
    findPlaces: (all, { period, limit: most }: { period: number; limit: number }) => {
      const parts = decomposeStl(all, { period, season: 'periodic', robust: true });
      return parts && findOutliers(parts.remainder, most);
    },
    computeBand: (all, params) => computeStlBand(all, params.period, params.limit),
  }),
  anomalies_s_h_esd: createAnomalyMetric({
    names: { zh: '异常点数（S-H-ESD）', en: 'Anomalies by seasonal hybrid ESD' },
    definition: {
      zh: '去掉 STL 周期与中位数后，用中位数和 MAD 做广义 ESD 检验认定的异常点数。异常最多占给定比例，默认 10%；side 写明只找偏高或偏低。',
      en: 'Outliers by generalised ESD with median and MAD after the STL season and the median are taken out. They are at most a given share, 10 % by default; `side` looks above or below only.',
    },
    edgeCases: seasons,
    source: 'Hochenbaum, Vallis & Kejariwal, arXiv 1704.07706',
    tex: '\\max\\{i : R_i > \\lambda_i\\},\\quad R_i = \\max_t |x_t-S_t-\\tilde x|/\\mathrm{MAD}',
    example: {
      files: buildHourlyFiles(seasonal),
      query: 'from: series, with: { step: row, period: 7, share: 0.2 }',
      answer: '3 个',
      source: 'AnomalyDetection.rb, its test series with 18, −5 and 30 put in',
    },
    params: z.strictObject({
      ...seriesShape,
      period: periodDays,
      share,
      alpha,
      side: z.enum(anomalySides).default('both').meta({
        description:
          '找哪一侧：both 两侧，high 只找偏高，low 只找偏低（which way: both, above or below only）',
      }),
    }),
    findPlaces: (all, params: { period: number; share: number; alpha: number; side: AnomalySide }) =>
      all.length < 2 * params.period ? undefined : findSeasonalEsdOutliers(all, params),
    computeBand: computeSeasonalEsdBand,
  }),
  seasonal_strength: seasonalStrength,
  trend_strength: trendStrength,
  top_contribution: topContribution,
});
