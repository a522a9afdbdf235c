/** Which segment a change comes from. */
import { z } from 'zod';
import type { Period } from '../../../base/calendar-days.ts';
import { type MetricDefinition, type MetricQuery, ParameterError } from '../../metric.ts';
import { resolvePreviousPeriod } from '../../previous-period.ts';
import { time } from '../../shared-columns.ts';
import { buildObservationsSql, toNumber, toText } from '../../sql/observations.ts';
import { buildPeriodCondition } from '../../sql/select.ts';
import { computeContributions } from './contributions.ts';

interface ContributionParams {
  previous: string;
}

export const topContribution: MetricDefinition<ContributionParams> = {
  names: { zh: '首要分组的贡献度', en: 'Contribution of the top segment' },
  unit: '%',
  direction: 'none',
  definition: {
    zh: '本期比对照期的总变化中，变化最大的分组占百分之几；各组的贡献度一并列出，合计 100%。有升有降时单个分组可以超过 100% 或为负。',
    en: 'Of the change from the period before, the percentage that comes from the segment that changed most; all are listed and add up to 100 %. With rises and falls one may be above 100 % or below 0.',
  },
  edgeCases: {
    zh: '两期合计相同（总变化为 0）时为“—”。只有一期有的分组，另一期按 0 计。',
    en: 'Where the totals are equal it is "—". A segment that one period lacks counts as 0 there.',
  },
  source: 'own convention',
  example: {
    files: {
      'traffic.csv':
        'date,channel,sessions\n2026-03-02,SEO,100\n2026-03-02,SEM,100\n2026-03-03,SEO,90\n2026-03-03,SEM,60\n',
    },
    query: 'during: 2026-03-03..2026-03-03, with: { column: sessions, previous: last-period }',
    answer: '80%',
    source: 'By hand: SEM −40 of −50 in all',
  },
  table: 'traffic',
  columns: {
    column: { names: ['value', 'sessions'], meaning: { zh: '要比较的列', en: 'column to compare' } },
    segment: { names: ['channel', 'source', 'segment'], meaning: { zh: '分组列', en: 'segment' } },
    time: { ...time, optional: false },
  },
  params: z.strictObject({
    previous: z.string().default('last-period').meta({
      description:
        '对照期：last-period 上期，last-year 去年同期，或 2025-03-02..2025-06-28（period to compare with）',
    }),
  }),
  proportion: false,
  empty: null,
  formulaText: () => ({
    numerator: { zh: '变化最大的分组的变化', en: 'change of the segment that changed most' },
    denominator: { zh: '总变化', en: 'whole change' },
    times: '100%',
  }),
  sql: buildContributionSql,
  solve: (rows) => {
    const side = (name: 'before' | 'after') =>
      new Map(rows.map((row) => [toText(row.segment), toNumber(row[name]) ?? 0]));
    const all = computeContributions(side('before'), side('after'));
    const percent = (share: number | undefined) => (share === undefined ? null : 100 * share);
    return {
      value: percent(all[0]?.share),
      n: rows.length,
      points: all.map(({ segment, share }) => ({
        key: segment,
        label: { zh: segment, en: segment },
        value: percent(share),
      })),
    };
  },
};

function buildContributionSql(query: MetricQuery<ContributionParams>): string {
  const { period, day, columns } = query;
  if (!period || !day) {
    throw new ParameterError('during', {
      zh: '贡献度要写 during（本期）',
      en: 'top_contribution needs `during`',
    });
  }
  const before = resolvePreviousPeriod(period, query.params.previous);
  const sum = (when: Period) =>
    `coalesce(sum(${columns.column}) FILTER (${buildPeriodCondition(day, when)}), 0)`;
  return buildObservationsSql(
    { ...query, period: undefined },
    {
      by: { segment: `coalesce(CAST(${columns.segment} AS VARCHAR), '—')` },
      read: { before: sum(before), after: sum(period) },
      only: [`(${buildPeriodCondition(day, period)} OR ${buildPeriodCondition(day, before)})`],
    },
  );
}
