/** Paid traffic added up. */
import type { MetricDefinition } from '../../metric.ts';
import { type NoParams, none } from '../../shared-params.ts';
import { buildAggregateSql, buildSumSql } from '../../sql/select.ts';
import {
  type AdColumn,
  adColumns,
  buildAdsExample,
  KAG_TOTALS,
  kaggle,
  requireAdColumns,
} from './ad-columns.ts';

interface TotalOptions
  extends Pick<MetricDefinition<NoParams>, 'names' | 'unit' | 'definition' | 'direction'> {
  answer: string;
  column: AdColumn;
}

/** Sum of one column. */
function createTotalMetric({ column, answer, ...rest }: TotalOptions): MetricDefinition<NoParams> {
  return {
    ...rest,
    example: buildAdsExample(KAG_TOTALS, answer, kaggle),
    edgeCases: { zh: '没有行时为 0。', en: 'Without rows it is 0.' },
    source: 'SQL sum(x)',
    table: 'ad_spend',
    columns: requireAdColumns(column),
    params: none,
    proportion: false,
    empty: 0,
    formulaText: () => ({
      numerator: { zh: `${adColumns[column].meaning.zh}之和`, en: `sum of ${adColumns[column].meaning.en}` },
    }),
    sql: (query) => buildAggregateSql(query, { numerator: buildSumSql(query.columns[column]!) }),
  };
}

export const impressionsTotal = createTotalMetric({
  answer: '213,434,828 次',
  names: { zh: '曝光量', en: 'Impressions' },
  unit: '次',
  direction: 'higher',
  column: 'impressions',
  definition: {
    zh: '曝光次数之和。曝光不是触达人数，同一个人可以计多次。',
    en: 'Sum of impressions. Impressions are not people: one person may count many times.',
  },
});

export const clicksTotal = createTotalMetric({
  answer: '38,165 次',
  names: { zh: '点击量', en: 'Clicks' },
  unit: '次',
  direction: 'higher',
  column: 'clicks',
  definition: {
    zh: '点击次数之和。同一个人可以计多次。',
    en: 'Sum of clicks. One person may count many times.',
  },
});

export const costTotal = createTotalMetric({
  answer: '58,705.23 元',
  names: { zh: '消费', en: 'Cost' },
  unit: '元',
  direction: 'none',
  column: 'cost',
  definition: {
    zh: '消费金额之和。含各渠道、各计划。',
    en: 'Sum of the cost. All channels and campaigns count.',
  },
});

export const conversionsTotal = createTotalMetric({
  answer: '1,079 次',
  names: { zh: '转化数', en: 'Conversions' },
  unit: '次',
  direction: 'higher',
  column: 'conversions',
  definition: {
    zh: '投放平台记录的转化次数之和。与用户数不同，同一用户可以计多次。',
    en: 'Sum of conversions as the platform records them. They are not users: one user may count many times.',
  },
});
