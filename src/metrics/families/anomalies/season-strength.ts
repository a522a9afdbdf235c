/** How much of a series is season, and how much trend. */
import { z } from 'zod';
import { computeMean } from '../../../base/quantiles.ts';
import type { MetricDefinition } from '../../metric.ts';
import { decomposeStl, type StlComponents } from '../../statistics/time-series/stl.ts';
import {
  buildSeriesSql,
  columns,
  periodDays,
  type SeriesParams,
  seriesShape,
  toObservations,
} from './anomaly-series.ts';

type StrengthParams = SeriesParams & { period: number };

function createStrengthMetric(
  part: 'seasonal' | 'trend',
  texts: Pick<MetricDefinition<StrengthParams>, 'names' | 'definition'> & {
    letter: string;
    answer: string;
    numbers: number[];
  },
): MetricDefinition<StrengthParams> {
  const { letter, answer, numbers, ...rest } = texts;
  const lines = numbers.map((x, i) => `2026-03-${String(2 + i).padStart(2, '0')},${x}`);
  return {
    ...rest,
    unit: '',
    direction: 'none',
    edgeCases: {
      zh: '不足两个周期，或数值全部相同时为“—”。',
      en: 'With fewer than two seasons, or where all numbers are equal, it is "—".',
    },
    source: 'Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., 4.3',
    example: {
      files: { 'traffic.csv': `date,sessions\n${lines.join('\n')}\n` },
      query: 'with: { column: sessions }',
      answer,
      source: 'By the definition: a series that is nothing else',
    },
    table: 'traffic',
    columns,
    params: z.strictObject({ ...seriesShape, period: periodDays }),
    proportion: false,
    empty: null,
    formulaText: () => ({
      numerator: {
        zh: '1 − 剩余的方差 ÷ 去掉另一部分后的方差',
        en: '1 − variance of the remainder ÷ with this part',
      },
      tex: `\\max\\left(0,\\;1-\\frac{\\mathrm{Var}(R)}{\\mathrm{Var}(${letter}+R)}\\right)`,
    }),
    sql: buildSeriesSql,
    solve: (rows, params) => {
      const all = toObservations(rows, params).map(({ x }) => x);
      const parts = decomposeStl(all, { period: params.period, season: 7 });
      return { value: parts ? computeStrength(parts, part) : null, n: all.length };
    },
  };
}

function computeStrength(parts: StlComponents, part: 'seasonal' | 'trend'): number | null {
  const together = variance(parts.remainder.map((r, i) => r + parts[part][i]!));
  return together > 1e-12 ? Math.max(0, 1 - variance(parts.remainder) / together) : null;
}

function variance(numbers: readonly number[]): number {
  const mean = computeMean(numbers) ?? 0;
  return computeMean(numbers.map((x) => (x - mean) ** 2)) ?? 0;
}

export const seasonalStrength = createStrengthMetric('seasonal', {
  names: { zh: '周期强度', en: 'Strength of the season' },
  definition: {
    zh: '一串数的起伏有多少来自周期，0 到 1。接近 1 时比较要选同一位置，如周一比周一。',
    en: 'How much of the movement of a series is season, 0 to 1. Near 1 compare like with like: Monday with Monday.',
  },
  letter: 'S',
  answer: '1',
  numbers: Array.from({ length: 28 }, (_, i) => [10, 12, 13, 12, 11, 30, 28][i % 7]!),
});

export const trendStrength = createStrengthMetric('trend', {
  names: { zh: '趋势强度', en: 'Strength of the trend' },
  definition: {
    zh: '去掉周期后的起伏有多少来自趋势，0 到 1。接近 1 说明持续上升或下降。',
    en: 'How much of the movement without the season is trend, 0 to 1. Near 1 it goes on rising or falling.',
  },
  letter: 'T',
  answer: '1',
  numbers: Array.from({ length: 28 }, (_, i) => 100 + 5 * i),
});
