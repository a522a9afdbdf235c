/** Paid traffic: what it costs and brings. Totals are recomputed from sums, ratios are never averaged. */

import type { ColumnNeed, Direction, Example, FormulaText, Metric } from '../../metric.ts';
import { clicks, conversions, cost, impressions, revenue, time } from '../../shared-columns.ts';
import { none } from '../../shared-params.ts';
import { buildAggregateSql } from '../../sql/select.ts';

type None = Record<string, never>;
type AdColumn = 'cost' | 'clicks' | 'impressions' | 'conversions' | 'revenue';

const needs = { cost, clicks, impressions, conversions, revenue };
const units: Record<AdColumn, string> = {
  cost: '元',
  clicks: '次',
  impressions: '次',
  conversions: '人',
  revenue: '元',
};

/** A team may name its columns once for all these metrics; each needs its own of them. */
function requireColumns(...needed: AdColumn[]): Record<string, ColumnNeed> {
  const all = Object.entries(needs).map(([name, need]) => [
    name,
    needed.some((one) => one === name) ? need : { ...need, optional: true },
  ]);
  return { ...Object.fromEntries(all), time };
}

/** A worked example on a table of ads. */
function buildExample(id: string, lines: string, answer: string, source: string): Example {
  return { files: { 'ads.csv': `${lines}\n` }, yaml: `{ metric: ${id}, from: ads }`, answer, source };
}

/** Totals of the 1 143 ads of KAG_conversion_data. */
const KAG = 'impressions,clicks,cost,conversions\n213434828,38165,58705.23,1079';
const kaggle = 'totals of KAG_conversion_data.csv (Kaggle, Sales Conversion Optimization)';

interface QuotientOptions
  extends Pick<Metric<None>, 'id' | 'names' | 'unit' | 'definition' | 'source' | 'digits'> {
  example: Example;
  over: AdColumn;
  under: AdColumn;
  direction: Direction;
  times?: '100%' | '1000';
  proportion?: boolean;
}

/** Sum of one column over the sum of another. */
function createQuotientMetric(given: QuotientOptions): Metric<None> {
  const { over, under, times, proportion = false, ...rest } = given;
  const reading: FormulaText = { numerator: needs[over].meaning, denominator: needs[under].meaning };
  const scale = times === '100%' ? 100 : Number(times ?? 1);
  return {
    ...rest,
    family: 'advertising',
    parts: { numerator: units[over], denominator: units[under] },
    edgeCases: {
      zh: `${needs[under].meaning.zh}为 0 时为“—”。`,
      en: `With ${needs[under].meaning.en} of 0 it is "—".`,
    },
    table: 'ad_spend',
    columns: requireColumns(over, under),
    params: none,
    proportion,
    empty: null,
    formulaText: () => (times ? { ...reading, times } : reading),
    sql: (query) =>
      buildAggregateSql(query, {
        numerator: `sum(${query.columns[over]})`,
        denominator: `sum(${query.columns[under]})`,
        scale,
      }),
  };
}

export const cpa = createQuotientMetric({
  id: 'cpa',
  example: buildExample(
    'cpa',
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

export const cpc = createQuotientMetric({
  id: 'cpc',
  example: buildExample(
    'cpc',
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

export const cpm = createQuotientMetric({
  id: 'cpm',
  digits: 3,
  example: buildExample('cpm', KAG, '0.275 元', kaggle),
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

export const ctr = createQuotientMetric({
  id: 'ctr',
  example: buildExample('ctr', 'impressions,clicks\n100,5', '5%', 'Google Ads Help, Clickthrough rate'),
  names: { zh: '点击率', en: 'Click-through rate' },
  unit: '%',
  over: 'clicks',
  under: 'impressions',
  times: '100%',
  proportion: true,
  direction: 'higher',
  definition: {
    zh: '点击量占曝光量的百分比。两者先各自合计再相除。',
    en: 'Clicks as a percentage of impressions. Both are summed first.',
  },
  source: 'Google Ads Help, Clickthrough rate',
});

export const clickConversionRate = createQuotientMetric({
  id: 'click_conversion_rate',
  example: buildExample('click_conversion_rate', KAG, '2.83%', kaggle),
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

export const roas = createQuotientMetric({
  id: 'roas',
  example: buildExample('roas', 'cost,revenue\n1,5', '5 倍', 'Google Ads Help, Target ROAS'),
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

export const roi: Metric<None> = {
  ...roas,
  id: 'roi',
  example: buildExample('roi', 'cost,revenue\n800,1200', '50%', 'Google Ads Help, Return on investment'),
  names: { zh: '投资回报率', en: 'Return on investment' },
  unit: '%',
  parts: { numerator: '元', denominator: '元' },
  definition: {
    zh: '收入减去成本后占成本的百分比。成本应含投放、商品与人工等全部支出，否则须在正文说明。',
    en: 'Revenue less cost as a percentage of cost. Cost should hold all spending; say so where it does not.',
  },
  source: 'Google Ads Help, Return on investment',
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

interface TotalOptions extends Pick<Metric<None>, 'id' | 'names' | 'unit' | 'definition' | 'direction'> {
  answer: string;
  column: AdColumn;
}

/** Sum of one column. */
function createTotalMetric({ column, answer, ...rest }: TotalOptions): Metric<None> {
  return {
    ...rest,
    example: buildExample(rest.id, KAG, answer, kaggle),
    family: 'advertising',
    edgeCases: { zh: '没有行时为 0。', en: 'Without rows it is 0.' },
    source: 'SQL sum(x)',
    table: 'ad_spend',
    columns: requireColumns(column),
    params: none,
    proportion: false,
    empty: 0,
    formulaText: () => ({
      numerator: { zh: `${needs[column].meaning.zh}之和`, en: `sum of ${needs[column].meaning.en}` },
    }),
    sql: (query) => buildAggregateSql(query, { numerator: `coalesce(sum(${query.columns[column]}), 0)` }),
  };
}

export const impressionsTotal = createTotalMetric({
  id: 'impressions',
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
  id: 'clicks',
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
  id: 'cost',
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
  id: 'conversions',
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
