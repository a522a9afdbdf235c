/** Budget against what was spent and earned. */
import type { Bilingual } from '../../base/language.ts';
import { defineFamily } from '../define-family.ts';
import type { ExampleDefinition, MetricDefinition } from '../metric.ts';
import { type NoParams, none } from '../shared-params.ts';
import { buildAggregateSql } from '../sql/select.ts';

const columns = {
  budget: { names: ['budget'], meaning: { zh: '预算', en: 'budget' } },
  actual: { names: ['actual'], meaning: { zh: '实际', en: 'actual' } },
};

const buildExample = (answer: string, source: string, query?: string): ExampleDefinition => ({
  files: {
    'budget.csv':
      'line,type,budget,actual\n投放,cost,10000,11500\n奖品,cost,5000,4400\n赞助,revenue,3000,3600\n',
  },
  query,
  answer,
  source,
});

interface BudgetMetricOptions
  extends Pick<MetricDefinition, 'names' | 'unit' | 'definition' | 'edgeCases' | 'example' | 'direction'> {
  numerator: (actual: string, budget: string, type: string | undefined) => string;
  top: Bilingual;
  ratio: boolean;
}

/** Lines without an actual amount are not due yet and left out on both sides. */
function createBudgetMetric({
  numerator,
  top,
  ratio,
  ...rest
}: BudgetMetricOptions): MetricDefinition<NoParams> {
  return {
    ...rest,
    ...(ratio && { parts: { numerator: '元', denominator: '元' } }),
    source: 'CIMA, Management Accounting Official Terminology: variance',
    table: 'budget',
    columns: {
      ...columns,
      type: { names: ['type'], meaning: { zh: '成本或收入', en: 'cost or revenue' }, optional: true },
    },
    params: none,
    proportion: false,
    empty: ratio ? null : 0,
    formulaText: () => ({
      numerator: top,
      ...(ratio && { denominator: columns.budget.meaning, times: '100%' as const }),
    }),
    sql: (query) => {
      const { actual = '', budget = '', type } = query.columns;
      const measure = numerator(actual, budget, type);
      return buildAggregateSql(query, {
        numerator: ratio ? measure : `coalesce(${measure}, 0)`,
        ...(ratio && { denominator: `CASE WHEN sum(${budget}) > 0 THEN sum(${budget}) END`, scale: 100 }),
        only: [`${actual} IS NOT NULL`],
      });
    },
  };
}

const difference = { zh: '实际 − 预算', en: 'actual − budget' };

const budgetVariance = createBudgetMetric({
  names: { zh: '预算偏差', en: 'Budget variance' },
  unit: '元',
  direction: 'none',
  definition: {
    zh: '实际金额减去预算金额，成本科目为正是超支，收入科目为正是超收。没有实际金额的科目不计。',
    en: 'Actual less budget: above 0 is over budget for a cost, and more than hoped for revenue. Lines without an actual amount do not count.',
  },
  edgeCases: {
    zh: '没有行时为 0；成本与收入要用 where 分开。',
    en: 'Without rows it is 0; keep cost and revenue apart with `where`.',
  },
  example: buildExample('900.00 元', 'own arithmetic: 15 900 − 15 000', "where: type = 'cost'"),
  numerator: (actual, budget) => `sum(${actual} - ${budget})`,
  top: difference,
  ratio: false,
});

const budgetVarianceRate = createBudgetMetric({
  names: { zh: '预算偏差率', en: 'Budget variance rate' },
  unit: '%',
  direction: 'none',
  definition: {
    zh: '实际与预算之差占预算的百分比。各科目先合计再相除，没有实际金额的科目两边都不计。',
    en: 'Actual less budget as a percentage of the budget. Lines are summed first; those without an actual amount count on neither side.',
  },
  edgeCases: {
    zh: '预算不大于 0 时为“—”：有花费就是没有预算的支出，写成“超预算（无预算）”。',
    en: 'With a budget of 0 or below it is "—": what was spent had no budget, say so.',
  },
  example: buildExample('6%', 'own arithmetic: 900 / 15 000', "where: type = 'cost'"),
  numerator: (actual, budget) => `sum(${actual} - ${budget})`,
  top: difference,
  ratio: true,
});

const budgetUse = createBudgetMetric({
  names: { zh: '预算执行率', en: 'Use of the budget' },
  unit: '%',
  direction: 'none',
  definition: {
    zh: '实际金额占预算金额的百分比。没有实际金额的科目两边都不计。',
    en: 'Actual as a percentage of the budget. Lines without an actual amount count on neither side.',
  },
  edgeCases: { zh: '预算不大于 0 时为“—”。', en: 'With a budget of 0 or below it is "—".' },
  example: buildExample('106%', 'own arithmetic: 15 900 / 15 000', "where: type = 'cost'"),
  numerator: (actual) => `sum(${actual})`,
  top: columns.actual.meaning,
  ratio: true,
});

const budgetResult = createBudgetMetric({
  names: { zh: '预算净偏差', en: 'Net budget variance' },
  unit: '元',
  direction: 'higher',
  definition: {
    zh: '收入科目的偏差减去成本科目的偏差，正数比预算有利，负数不利。没有 type 列时全部当作成本。',
    en: 'Variance of revenue less variance of cost: above 0 is favourable. Without a column type all lines are cost.',
  },
  edgeCases: {
    zh: '没有行时为 0；没有实际金额的科目不计。',
    en: 'Without rows it is 0; lines without an actual amount do not count.',
  },
  example: buildExample('−300.00 元', 'own arithmetic: 600 − 900'),
  numerator: (actual, budget, type) =>
    `sum((${actual} - ${budget}) * ${type === undefined ? '-1' : `CASE WHEN ${type} = 'revenue' THEN 1 ELSE -1 END`})`,
  top: { zh: '收入偏差 − 成本偏差', en: 'variance of revenue − variance of cost' },
  ratio: false,
});

export const budgetMetrics = defineFamily('budget', {
  budget_variance: budgetVariance,
  budget_variance_rate: budgetVarianceRate,
  budget_use: budgetUse,
  budget_result: budgetResult,
});
