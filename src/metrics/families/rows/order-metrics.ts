/** Metrics of the values of a column put in order: by size, or by time. */

import { z } from 'zod';
import type { Bilingual } from '../../../base/language.ts';
import type { MetricDefinition } from '../../metric.ts';
import { time } from '../../shared-columns.ts';
import { type NoParams, none } from '../../shared-params.ts';
import { buildQuantileSql, type QuantileParams, quantileParams } from '../../sql/quantile-sql.ts';
import { buildAggregateSql } from '../../sql/select.ts';
import { nameColumnIn } from './column-words.ts';
import { anyRows, columnUnit, marks, valueColumn } from './row-examples.ts';

const shared = {
  ...anyRows,
  unit: columnUnit,
  columns: { column: valueColumn, time },
  proportion: false,
  empty: null,
  edgeCases: {
    zh: '空值不计；没有值时为“—”。',
    en: 'Blanks do not count; without values it is "—".',
  },
} as const;

interface OrderMetric {
  names: Bilingual;
  definition: Bilingual;
  source: string;
  answer: string;
  build: (column: string) => string;
}

/** One aggregate of a column. */
function createColumnMetric({ answer, build, ...rest }: OrderMetric): MetricDefinition<NoParams> {
  return {
    ...shared,
    ...rest,
    direction: 'none',
    example: { files: marks, query: 'from: marks', answer, source: 'By hand' },
    params: none,
    formulaText: (_params, _found, { column }) => ({ numerator: nameColumnIn(rest.names, column) }),
    sql: (query) => buildAggregateSql(query, { numerator: build(query.columns.column!) }),
  };
}

export const median: MetricDefinition<NoParams> = createColumnMetric({
  names: { zh: '中位数', en: 'Median' },
  definition: {
    zh: '一列的值从小到大排列后居中的那个。值的个数为偶数时取中间两个的平均；不受少数极大值影响。',
    en: 'The middle of the values of a column in order. Of an even number it is the mean of the two in the middle; few large values do not move it.',
  },
  source: 'Hyndman & Fan 1996, Sample Quantiles, type 7',
  answer: '20',
  build: (column) => `median(${column})`,
});

export const min: MetricDefinition<NoParams> = createColumnMetric({
  names: { zh: '最小值', en: 'Minimum' },
  definition: {
    zh: '一列中最小的值。在表的列里也可以是最早的日期。',
    en: 'The smallest value of a column. In a column of a table it may be the earliest date.',
  },
  source: 'SQL min(x)',
  answer: '10',
  build: (column) => `min(${column})`,
});

export const max: MetricDefinition<NoParams> = createColumnMetric({
  names: { zh: '最大值', en: 'Maximum' },
  definition: {
    zh: '一列中最大的值。在表的列里也可以是最晚的日期。',
    en: 'The largest value of a column. In a column of a table it may be the latest date.',
  },
  source: 'SQL max(x)',
  answer: '60',
  build: (column) => `max(${column})`,
});

export const quantile: MetricDefinition<QuantileParams> = {
  ...shared,
  names: { zh: '分位数', en: 'Quantile' },
  direction: 'none',
  definition: {
    zh: '一列的值从小到大排列，不超过它的占给定的百分比。默认在相邻两个值之间按比例取值，与 Excel 的 PERCENTILE.INC 相同。',
    en: 'Of the values of a column in order, the given percentage does not exceed it. Between two values it is taken in proportion, as PERCENTILE.INC of Excel does.',
  },
  source: 'Hyndman & Fan 1996, Sample Quantiles, types 7, 6 and 1',
  example: {
    files: { 'marks.csv': 'name,value\na,15\nb,20\nc,35\nd,40\ne,50\n' },
    query: 'from: marks, with: { percentile: 40 }',
    answer: '29',
    source: 'Wikipedia, Percentile: 29 between closest ranks, C = 1',
  },
  params: z.strictObject(quantileParams),
  formulaText: ({ percentile }, _found, { column }) => ({
    numerator: nameColumnIn({ zh: `第 ${percentile} 百分位数`, en: `percentile ${percentile}` }, column),
  }),
  sql: (query) =>
    buildAggregateSql(query, { numerator: buildQuantileSql(query.columns.column!, query.params) }),
};

const timed = {
  ...shared,
  columns: { column: valueColumn, time: { ...time, optional: false } },
  ordered: true,
  params: none,
  direction: 'none',
} as const;

const timedMarks = { 'marks.csv': 'date,value\n2026-03-03,20\n2026-03-02,10\n2026-03-03,60\n' };

const buildPickSql = (word: 'first' | 'last', column: string, when: string) =>
  `${word}(${column} ORDER BY ${when}, source_row) FILTER (WHERE ${column} IS NOT NULL AND ${when} IS NOT NULL)`;

export const first: MetricDefinition<NoParams> = {
  ...timed,
  names: { zh: '最先的值', en: 'First value' },
  definition: {
    zh: '时间最早的一行里，一列的值。同一时刻有几行时，取文件里靠前的一行。',
    en: 'Value of a column in its earliest row. Of rows at one moment it is the upper one in the file.',
  },
  source: 'SQL first(x ORDER BY t)',
  example: { files: timedMarks, query: 'from: marks', answer: '10', source: 'By hand' },
  formulaText: (_params, _found, { column }) => ({
    numerator: nameColumnIn({ zh: '最先的值', en: 'first value' }, column),
  }),
  sql: (query) =>
    buildAggregateSql(query, { numerator: buildPickSql('first', query.columns.column!, query.time!) }),
};

export const last: MetricDefinition<NoParams> = {
  ...timed,
  names: { zh: '最后的值', en: 'Last value' },
  definition: {
    zh: '时间最晚的一行里，一列的值。同一时刻有几行时，取文件里靠后的一行。',
    en: 'Value of a column in its latest row. Of rows at one moment it is the lower one in the file.',
  },
  source: 'SQL last(x ORDER BY t)',
  example: { files: timedMarks, query: 'from: marks', answer: '60', source: 'By hand' },
  formulaText: (_params, _found, { column }) => ({
    numerator: nameColumnIn({ zh: '最后的值', en: 'last value' }, column),
  }),
  sql: (query) =>
    buildAggregateSql(query, { numerator: buildPickSql('last', query.columns.column!, query.time!) }),
};
