/** Counting and adding rows of any table. */

import { defineFamily } from '../../define-family.ts';
import type { MetricDefinition } from '../../metric.ts';
import { time } from '../../shared-columns.ts';
import { type NoParams, none } from '../../shared-params.ts';
import { buildAggregateSql, buildSumSql } from '../../sql/select.ts';
import { nameColumnIn } from './column-words.ts';
import { lookup } from './lookup-metric.ts';
import { first, last, max, median, min, quantile } from './order-metrics.ts';
import { anyRows, marks, valueColumn } from './row-examples.ts';
import { ratioOfSums, share, topShare, weightedMean } from './share-metrics.ts';

const count: MetricDefinition<NoParams> = {
  names: { zh: '行数', en: 'Rows' },
  unit: '条',
  direction: 'higher',
  definition: {
    zh: '符合条件的数据行数。每一行计一次，不去重。',
    en: 'Number of rows that meet the condition. Each row counts once; nothing is de-duplicated.',
  },
  edgeCases: { zh: '没有行时为 0。', en: 'Without rows it is 0.' },
  source: 'SQL count(*)',
  example: {
    files: marks,
    query: 'from: marks',
    answer: '3 条',
    source: 'By hand',
  },
  ...anyRows,
  columns: { time },
  params: none,
  proportion: false,
  empty: 0,
  formulaText: () => ({ numerator: { zh: '行数', en: 'number of rows' } }),
  sql: (query) => buildAggregateSql(query, { numerator: 'count(*)' }),
};

const countDistinct: MetricDefinition<NoParams> = {
  names: { zh: '去重计数', en: 'Distinct count' },
  unit: '个',
  direction: 'higher',
  definition: {
    zh: '一列中不同取值的个数。空值不计；各组相加可能大于总数。',
    en: 'Number of different values of a column. Blanks do not count; groups may add up to more than the total.',
  },
  edgeCases: { zh: '没有行时为 0。', en: 'Without rows it is 0.' },
  source: 'SQL count(DISTINCT x)',
  example: {
    files: marks,
    query: 'from: marks, column: name',
    answer: '2 个',
    source: 'By hand',
  },
  ...anyRows,
  columns: { column: { names: [], meaning: { zh: '要去重的列', en: 'column to count' } }, time },
  params: none,
  proportion: false,
  empty: 0,
  formulaText: (_params, _found, { column }) => ({
    numerator: nameColumnIn({ zh: '不同取值的个数', en: 'number of different values' }, column),
  }),
  sql: (query) => buildAggregateSql(query, { numerator: `count(DISTINCT ${query.columns.column})` }),
};

const sum: MetricDefinition<NoParams> = {
  names: { zh: '合计', en: 'Sum' },
  unit: { column: 'column', otherwise: '' },
  direction: 'higher',
  definition: {
    zh: '一列的合计。空值不计；一组里全是空值时没有合计。',
    en: 'Sum of a column. Blanks do not count; of nothing but blanks there is no sum.',
  },
  edgeCases: { zh: '没有行时为 0。', en: 'Without rows it is 0.' },
  source: 'SQL sum(x)',
  example: {
    files: marks,
    query: 'from: marks',
    answer: '90',
    source: 'By hand',
  },
  ...anyRows,
  columns: { column: valueColumn, time },
  params: none,
  proportion: false,
  empty: 0,
  formulaText: (_params, _found, { column }) => ({
    numerator: nameColumnIn({ zh: '合计', en: 'sum' }, column),
  }),
  sql: (query) => buildAggregateSql(query, { numerator: buildSumSql(query.columns.column!) }),
};

const mean: MetricDefinition<NoParams> = {
  names: { zh: '平均值', en: 'Mean' },
  unit: { column: 'column', otherwise: '' },
  direction: 'higher',
  definition: {
    zh: '一列的算术平均。空值既不计入合计，也不计入个数。',
    en: 'Arithmetic mean of a column. Blanks count neither in the sum nor in the number.',
  },
  edgeCases: { zh: '没有值时为“—”。', en: 'Without values it is "—".' },
  source: 'SQL avg(x)',
  example: {
    files: marks,
    query: 'from: marks',
    answer: '30',
    source: 'By hand',
  },
  ...anyRows,
  columns: { column: valueColumn, time },
  params: none,
  parts: { numerator: '', denominator: '' },
  proportion: false,
  empty: null,
  formulaText: (_params, _found, { column }) => ({
    numerator: nameColumnIn({ zh: '合计', en: 'sum' }, column),
    denominator: { zh: '个数', en: 'number of values' },
  }),
  sql: (query) => {
    const column = query.columns.column;
    const spread = `stddev_samp(${column})`;
    return buildAggregateSql(query, { numerator: `sum(${column})`, denominator: `count(${column})`, spread });
  },
};

export const rowMetrics = defineFamily('rows', {
  count,
  count_distinct: countDistinct,
  sum,
  mean,
  median,
  quantile,
  min,
  max,
  first,
  last,
  share,
  ratio_of_sums: ratioOfSums,
  weighted_mean: weightedMean,
  top_share: topShare,
  lookup,
});
