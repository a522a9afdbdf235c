/** What a user won costs, brings and when the one pays for the other. */
import { z } from 'zod';
import type { Bilingual } from '../../../base/language.ts';
import { defineMetric } from '../../define-metric.ts';
import type { ColumnNeed, Example, Metric } from '../../metric.ts';
import { cost, time } from '../../shared-columns.ts';
import { none } from '../../shared-params.ts';
import { buildAggregateSql } from '../../sql/select.ts';

type None = Record<string, never>;

const newUsers: ColumnNeed = {
  names: ['new_users', 'new_customers'],
  meaning: { zh: '新增用户数', en: 'new users' },
};
const ltv: ColumnNeed = {
  names: ['ltv'],
  meaning: { zh: '每位用户的终身价值', en: 'lifetime value of a user' },
};
const arpu: ColumnNeed = {
  names: ['arpu', 'monthly_arpu'],
  meaning: { zh: '每位用户每月的收入', en: 'revenue of a user in a month' },
};
const revenue: ColumnNeed = {
  names: ['revenue', 'revenue_元'],
  meaning: { zh: '当月收入', en: 'revenue of the month' },
};
const lost: ColumnNeed = {
  names: ['lost_users', 'churned'],
  meaning: { zh: '当月流失用户数', en: 'users lost in the month' },
};

interface MarginParams {
  margin: number;
}

const margin = z.strictObject({
  margin: z
    .number()
    .positive()
    .max(1)
    .default(1)
    .meta({ description: '毛利率 0–1，默认 1 即按收入算（gross margin; 1 counts revenue）' }),
});

const describeZeroDenominator = (zh: string, en: string): Bilingual => ({
  zh: `${zh}为 0 时为“—”，不写成无穷大。`,
  en: `With ${en} of 0 it is "—", never infinite.`,
});

/** Monthly or by channel: a table of the team's own. */
function buildExample(id: string, lines: string, withs: string, answer: string, source: string): Example {
  return {
    files: { 'channels.csv': `${lines}\n` },
    yaml: `{ metric: ${id}, from: channels${withs} }`,
    answer,
    source,
  };
}

const cac: Metric<None> = {
  id: 'cac',
  family: 'advertising',
  names: { zh: '新客获取成本', en: 'Customer acquisition cost' },
  unit: '元/人',
  parts: { numerator: '元', denominator: '人' },
  direction: 'lower',
  definition: {
    zh: '获取新用户的全部支出除以新增用户数。支出应含投放、人工与工具，可把 cost 写成几列之和；只算投放的是付费获客成本。',
    en: 'All spending on winning users divided by new users. It should hold ads, labour and tools: `cost` may be a sum of columns.',
  },
  edgeCases: describeZeroDenominator('新增用户数', 'new users'),
  source: 'Skok, SaaS Metrics 2.0',
  example: buildExample(
    'cac',
    'ads,labour,tools,new_users\n6000,3000,1000,200\n4000,1500,500,120',
    ', with: { cost: ads + labour + tools }',
    '50.00 元/人',
    'own arithmetic: 16 000 / 320',
  ),
  table: 'campaigns',
  columns: { cost, new_users: newUsers, time },
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

const simpleLtv: Metric<MarginParams> = {
  id: 'simple_ltv',
  family: 'lifetime',
  names: { zh: '简式客户终身价值', en: 'Simple lifetime value' },
  unit: '元/人',
  parts: { numerator: '元', denominator: '人' },
  direction: 'higher',
  definition: {
    zh: '月均每用户收入乘毛利率，除以月流失率。用户数在两个比率中约去，即收入 × 毛利率 ÷ 流失用户数，各月先合计再相除。',
    en: 'Monthly revenue per user times gross margin, divided by monthly churn. Users cancel out: revenue × margin over users lost, each summed first.',
  },
  edgeCases: describeZeroDenominator('流失用户数', 'users lost'),
  source: 'Skok, SaaS Metrics 2.0',
  example: buildExample(
    'simple_ltv',
    'month,revenue,users,lost_users\n2026-03-01,10000,100,5',
    ', with: { margin: 0.8 }',
    '1,600.00 元/人',
    'own arithmetic: 100 × 80% / 5%',
  ),
  table: '',
  columns: { revenue, lost, time },
  params: margin,
  proportion: false,
  empty: null,
  formulaText: () => ({
    numerator: { zh: '收入 × 毛利率', en: 'revenue × margin' },
    denominator: { zh: '流失用户数', en: 'users lost' },
    tex: '\\frac{\\mathrm{ARPU} \\times m}{\\mathrm{churn}}',
  }),
  sql: (query) =>
    buildAggregateSql(query, {
      numerator: `${query.params.margin} * sum(${query.columns.revenue})`,
      denominator: `sum(${query.columns.lost})`,
    }),
};

const ltvToCac: Metric<None> = {
  id: 'ltv_cac',
  family: 'lifetime',
  names: { zh: '终身价值与获客成本之比', en: 'LTV to CAC' },
  unit: '倍',
  parts: { numerator: '元', denominator: '元' },
  direction: 'higher',
  definition: {
    zh: '新增用户的终身价值合计除以获取他们的支出。各渠道的比值不求平均，按人数合计后再除。',
    en: 'Lifetime value of the new users in sum over what winning them cost. Ratios of channels are not averaged.',
  },
  edgeCases: describeZeroDenominator('支出', 'spending'),
  source: 'Skok, SaaS Metrics 2.0',
  example: buildExample(
    'ltv_cac',
    'channel,cost,new_users,ltv\nSEM,5000,100,150\nSEO,1000,50,180',
    '',
    '4 倍',
    'own arithmetic: (100 × 150 + 50 × 180) / 6 000',
  ),
  table: '',
  columns: { cost, new_users: newUsers, ltv, time },
  params: none,
  proportion: false,
  empty: null,
  formulaText: () => ({
    numerator: { zh: '新增用户的终身价值合计', en: 'lifetime value of the new users' },
    denominator: { zh: '获客总支出', en: 'spending' },
  }),
  sql: (query) =>
    buildAggregateSql(query, {
      numerator: `sum(${query.columns.ltv} * ${query.columns.new_users})`,
      denominator: `sum(${query.columns.cost})`,
    }),
};

const cacPayback: Metric<MarginParams> = {
  id: 'cac_payback',
  family: 'lifetime',
  names: { zh: '获客回本月数', en: 'Months to pay back CAC' },
  unit: '个月',
  digits: 1,
  parts: { numerator: '元', denominator: '元' },
  direction: 'lower',
  definition: {
    zh: '新客获取成本除以每用户每月毛利，即几个月赚回获客支出。按新增用户数加权，不折现，也不计期间流失。',
    en: 'Acquisition cost over monthly gross profit of a user: months until the spending has come back. Weighted by new users, not discounted, churn not counted.',
  },
  edgeCases: describeZeroDenominator('每月毛利', 'monthly profit'),
  source: 'Skok, SaaS Metrics 2.0',
  example: buildExample(
    'cac_payback',
    'channel,cost,new_users,arpu\nSEM,6000,100,20\nSEO,1000,40,20',
    ', with: { margin: 0.5 }',
    '5.0 个月',
    'own arithmetic: 7 000 / (140 × 20 × 0.5)',
  ),
  table: '',
  columns: { cost, new_users: newUsers, arpu, time },
  params: margin,
  proportion: false,
  empty: null,
  formulaText: () => ({
    numerator: { zh: '获客总支出', en: 'spending' },
    denominator: { zh: '新增用户数 × 月均收入 × 毛利率', en: 'new users × monthly revenue × margin' },
  }),
  sql: (query) =>
    buildAggregateSql(query, {
      numerator: `sum(${query.columns.cost})`,
      denominator: `(${query.params.margin} * sum(${query.columns.arpu} * ${query.columns.new_users}))`,
    }),
};

export const acquisitionMetrics = {
  cac: defineMetric(cac),
  simple_ltv: defineMetric(simpleLtv),
  ltv_cac: defineMetric(ltvToCac),
  cac_payback: defineMetric(cacPayback),
};
