/** Paid traffic: what it costs and brings. Totals are recomputed from sums, ratios are never averaged. */
import { defineFamily } from '../../define-family.ts';
import type { Direction, ExampleDefinition, MetricDefinition } from '../../metric.ts';
import { createRatioMetric, describeZeroDenominator } from '../../ratio-metric.ts';
import { cost, newUsers, time, user } from '../../shared-columns.ts';
import { type NoParams, none } from '../../shared-params.ts';
import { buildAggregateSql } from '../../sql/select.ts';
import {
  type AdColumn,
  adColumns,
  adUnits,
  buildAdsExample,
  KAG_TOTALS,
  kaggle,
  requireAdColumns,
} from './ad-columns.ts';
import { clicksTotal, conversionsTotal, costTotal, impressionsTotal } from './ad-totals.ts';

interface QuotientOptions
  extends Pick<MetricDefinition<NoParams>, 'names' | 'unit' | 'definition' | 'source' | 'digits'> {
  example: ExampleDefinition;
  over: AdColumn;
  under: AdColumn;
  direction: Direction;
  times?: '100%' | '1000';
  proportion?: boolean;
  repeats?: boolean;
}

/** Sum of one column over the sum of another. */
function createQuotientMetric(given: QuotientOptions): MetricDefinition<NoParams> {
  const { over, under, times, ...rest } = given;
  const denominator = adColumns[under].meaning;
  return createRatioMetric({
    ...rest,
    parts: { numerator: adUnits[over], denominator: adUnits[under] },
    edgeCases: describeZeroDenominator(denominator),
    table: 'ad_spend',
    columns: {
      ...requireAdColumns(over, under),
      ...(rest.repeats && { user: { ...user, optional: true } }),
    },
    paired: () => [over, under],
    params: none,
    formulaText: { numerator: adColumns[over].meaning, denominator, ...(times && { times }) },
    over: ({ columns }) => `sum(${columns[over]})`,
    under: ({ columns }) => `sum(${columns[under]})`,
  });
}

const cpa = createQuotientMetric({
  example: buildAdsExample(
    'cost,conversions\n2.00,1\n4.00,1',
    '3.00 元/人',
    'Google Ads Help, Cost per conversion',
  ),
  names: { zh: '获客成本', en: 'Cost per acquisition' },
  unit: '元/人',
  over: 'cost',
  under: 'conversions',
  direction: 'lower',
  definition: {
    zh: '消费除以转化数，一次转化算获得一人。两者先各自合计再相除，不对各天的比值求平均。',
    en: 'Cost divided by conversions, each of them one user won. Both are summed first; daily ratios are never averaged.',
  },
  source: 'Google Ads Help, Cost per conversion',
});

const cpc = createQuotientMetric({
  example: buildAdsExample(
    'cost,clicks\n0.20,1\n0.40,1',
    '0.30 元/次',
    'Google Ads Help, Average cost-per-click',
  ),
  names: { zh: '单次点击成本', en: 'Cost per click' },
  unit: '元/次',
  over: 'cost',
  under: 'clicks',
  direction: 'lower',
  definition: {
    zh: '消费除以点击量。两者先各自合计再相除。',
    en: 'Cost divided by clicks. Both are summed first.',
  },
  source: 'Google Ads Help, Average cost-per-click',
});

const cpm = createQuotientMetric({
  digits: 3,
  example: buildAdsExample(KAG_TOTALS, '0.275 元', kaggle),
  names: { zh: '千次曝光成本', en: 'Cost per thousand impressions' },
  unit: '元',
  over: 'cost',
  under: 'impressions',
  times: '1000',
  direction: 'lower',
  definition: {
    zh: '每一千次曝光的消费。消费与曝光量先各自合计再相除。',
    en: 'Cost of a thousand impressions. Cost and impressions are summed first.',
  },
  source: 'Google Ads Help, Cost-per-thousand impressions',
});

const ctr = createQuotientMetric({
  example: buildAdsExample('impressions,clicks\n100,5', '5%', 'Google Ads Help, Clickthrough rate'),
  names: { zh: '点击率', en: 'Click-through rate' },
  unit: '%',
  over: 'clicks',
  under: 'impressions',
  times: '100%',
  proportion: true,
  repeats: true,
  direction: 'higher',
  definition: {
    zh: '点击量占曝光量的百分比。两者先各自合计再相除；有用户列时区间按用户合并，没有时把每次曝光当作独立，偏窄。',
    en: 'Clicks as a percentage of impressions. Both are summed first; with a column of users the interval goes by user, without one impressions are taken as independent, which is too narrow.',
  },
  source: 'Google Ads Help, Clickthrough rate',
});

const clickConversionRate = createQuotientMetric({
  example: buildAdsExample(KAG_TOTALS, '2.83%', kaggle),
  names: { zh: '点击转化率', en: 'Click conversion rate' },
  unit: '%',
  over: 'conversions',
  under: 'clicks',
  times: '100%',
  direction: 'higher',
  definition: {
    zh: '转化数占点击量的百分比。一次点击可以带来多次转化，故可能超过 100%。',
    en: 'Conversions as a percentage of clicks. One click may convert more than once, so it may exceed 100%.',
  },
  source: 'Google Ads Help, Conversion rate',
});

const roas = createQuotientMetric({
  example: buildAdsExample('cost,revenue\n1,5', '5 倍', 'Google Ads Help, Target ROAS'),
  names: { zh: '广告支出回报率', en: 'Return on ad spend' },
  unit: '倍',
  over: 'revenue',
  under: 'cost',
  direction: 'higher',
  definition: {
    zh: '广告带来的收入除以广告消费。它不扣商品成本，所以不是投资回报率。',
    en: 'Revenue from advertising divided by its cost. It ignores the cost of goods, so it is not ROI.',
  },
  source: 'Google Ads Help, Target ROAS',
});

const roi: MetricDefinition<NoParams> = {
  ...roas,
  example: buildAdsExample('cost,revenue\n800,1200', '50%', 'Google Ads Help, Return on investment'),
  names: { zh: '投资回报率', en: 'Return on investment' },
  unit: '%',
  parts: { numerator: '元', denominator: '元' },
  definition: {
    zh: '收入减去成本后占成本的百分比。成本应含投放、商品与人工等全部支出，否则须在正文说明。',
    en: 'Revenue less cost as a percentage of cost. Cost should hold all spending; say so where it does not.',
  },
  source: 'Google Ads Help, Return on investment',
  paired: () => ['revenue', 'cost'],
  formulaText: () => ({
    numerator: { zh: '收入 − 成本', en: 'revenue − cost' },
    denominator: { zh: '成本', en: 'cost' },
    times: '100%',
  }),
  sql: (query) =>
    buildAggregateSql(query, {
      numerator: `(sum(${query.columns.revenue}) - sum(${query.columns.cost}))`,
      denominator: `sum(${query.columns.cost})`,
      scale: 100,
    }),
};

const cac: MetricDefinition<NoParams> = {
  names: { zh: '新客获取成本', en: 'Customer acquisition cost' },
  unit: '元/人',
  parts: { numerator: '元', denominator: '人' },
  direction: 'lower',
  definition: {
    zh: '获取新用户的全部支出除以新增用户数。支出应含投放、人工与工具，可把 cost 写成几列之和；只算投放的是付费获客成本。',
    en: 'All spending on winning users divided by new users. It should hold ads, labour and tools: `cost` may be a sum of columns.',
  },
  edgeCases: {
    zh: '新增用户数为 0 时为“—”，不写成无穷大。',
    en: 'With new users of 0 it is "—", never infinite.',
  },
  source: 'Skok, SaaS Metrics 2.0',
  example: {
    files: { 'channels.csv': 'ads,labour,tools,new_users\n6000,3000,1000,200\n4000,1500,500,120\n' },
    query: 'from: channels, with: { cost: ads + labour + tools }',
    answer: '50.00 元/人',
    source: 'own arithmetic: 16 000 / 320',
  },
  table: 'campaigns',
  columns: { cost, new_users: newUsers, time },
  paired: () => ['cost', 'new_users'],
  params: none,
  proportion: false,
  empty: null,
  formulaText: () => ({ numerator: { zh: '获客总支出', en: 'spending' }, denominator: newUsers.meaning }),
  sql: (query) =>
    buildAggregateSql(query, {
      numerator: `sum(${query.columns.cost})`,
      denominator: `sum(${query.columns.new_users})`,
    }),
};

export const advertisingMetrics = defineFamily('advertising', {
  impressions: impressionsTotal,
  clicks: clicksTotal,
  cost: costTotal,
  conversions: conversionsTotal,
  ctr,
  cpc,
  cpm,
  cpa,
  click_conversion_rate: clickConversionRate,
  roi,
  roas,
  cac,
});
