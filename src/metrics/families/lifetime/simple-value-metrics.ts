/** What a user brings, without a model, and when that pays for winning them. */
import { z } from 'zod';
import type { Bilingual } from '../../../base/language.ts';
import type { ColumnNeed, ExampleDefinition, MetricDefinition } from '../../metric.ts';
import { cost, newUsers, time } from '../../shared-columns.ts';
import { margin, type NoParams, none } from '../../shared-params.ts';
import { buildAggregateSql } from '../../sql/select.ts';

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

const marginParams = z.strictObject({ margin });

const describeZeroDenominator = (zh: string, en: string): Bilingual => ({
  zh: `${zh}为 0 时为“—”，不写成无穷大。`,
  en: `With ${en} of 0 it is "—", never infinite.`,
});

/** Monthly or by channel: a table of the team's own. */
function buildExample(lines: string, answer: string, source: string): ExampleDefinition {
  return { files: { 'channels.csv': `${lines}\n` }, query: 'from: channels', answer, source };
}

export const simpleLtv: MetricDefinition<MarginParams> = {
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
  example: {
    ...buildExample(
      'month,revenue,users,lost_users\n2026-03-01,10000,100,5',
      '1,600.00 元/人',
      'own arithmetic: 100 × 80% / 5%',
    ),
    query: 'from: channels, with: { margin: 0.8 }',
  },
  table: '',
  columns: { revenue, lost, time },
  paired: () => ['revenue', 'lost'],
  params: marginParams,
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

export const ltvToCac: MetricDefinition<NoParams> = {
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
    'channel,cost,new_users,ltv\nSEM,5000,100,150\nSEO,1000,50,180',
    '4 倍',
    'own arithmetic: (100 × 150 + 50 × 180) / 6 000',
  ),
  table: '',
  columns: { cost, new_users: newUsers, ltv, time },
  paired: () => ['cost', 'new_users', 'ltv'],
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

export const cacPayback: MetricDefinition<MarginParams> = {
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
  example: {
    ...buildExample(
      'channel,cost,new_users,arpu\nSEM,6000,100,20\nSEO,1000,40,20',
      '5.0 个月',
      'own arithmetic: 7 000 / (140 × 20 × 0.5)',
    ),
    query: 'from: channels, with: { margin: 0.5 }',
  },
  table: '',
  columns: { cost, new_users: newUsers, arpu, time },
  paired: () => ['cost', 'new_users', 'arpu'],
  params: marginParams,
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
