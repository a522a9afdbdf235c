/** Change from one period to another. */
import { z } from 'zod';
import type { Period } from '../../base/calendar-days.ts';
import { buildChangeRateSql } from '../../base/conventions/change.ts';
import { defineFamily } from '../define-family.ts';
import { type MetricDefinition, type MetricQuery, ParameterError } from '../metric.ts';
import { resolvePreviousPeriod } from '../previous-period.ts';
import { time } from '../shared-columns.ts';
import { buildGroupBy, buildOwnConditions, buildPeriodCondition, buildWhere } from '../sql/select.ts';
import { refuseTimedKeys } from '../timed-keys.ts';

interface ChangeParams {
  previous: string;
  how: 'sum' | 'mean' | 'count' | 'count_distinct';
}

const AGGREGATES: Record<ChangeParams['how'], { zh: string; en: string; sql: (column: string) => string }> = {
  sum: { zh: '合计', en: 'sum', sql: (column) => `sum(${column})` },
  mean: { zh: '平均', en: 'mean', sql: (column) => `avg(${column})` },
  count: { zh: '行数', en: 'number of rows', sql: () => 'count(*)' },
  count_distinct: { zh: '去重计数', en: 'distinct count', sql: (column) => `count(DISTINCT ${column})` },
};

const changeRate: MetricDefinition<ChangeParams> = {
  names: { zh: '变化率', en: 'Rate of change' },
  unit: '%',
  parts: { numerator: '', denominator: '' },
  direction: 'higher',
  definition: {
    zh: '本期比对照期增减的百分比。previous 为 last-year 时是同比，为 last-period 时是环比（紧邻的等长时段）。',
    en: 'Change against another period in per cent. `last-year` compares the same days a year before, `last-period` as many days directly before.',
  },
  edgeCases: {
    zh: '对照期为 0、为负或没有数据时为“—”，只看差额；对照期为正而本期为负时照算：100 变为 −50 是 −150%。',
    en: 'With a comparison period of 0 or below, or without data, it is "—", and only the difference counts; from 100 to −50 is −150%.',
  },
  source: 'own convention',
  example: {
    files: {
      'search_index.csv':
        'week,term,tool,index\n2025-W10,品牌词,百度指数,100\n2026-W10,品牌词,百度指数,250\n',
    },
    query: 'during: 2026-03-02..2026-03-08, with: { previous: 2025-03-03..2025-03-09 }',
    answer: '150%',
    source: 'By hand',
  },
  table: 'search_index',
  columns: {
    column: {
      names: ['index', 'value'],
      meaning: { zh: '要比较的列', en: 'column to compare' },
      optional: true,
    },
    time: { ...time, optional: false },
  },
  params: z.strictObject({
    previous: z.string().default('last-year').meta({
      description:
        '对照期：last-year 去年同期，last-period 上期，或 2025-03-02..2025-06-28（period to compare with）',
    }),
    how: z.enum(['sum', 'mean', 'count', 'count_distinct']).default('sum').meta({
      description: '怎样汇总：sum 合计、mean 平均、count 行数、count_distinct 去重（how to sum up）',
    }),
  }),
  proportion: false,
  empty: null,
  formulaText: ({ previous, how }) => {
    const then = previous === 'last-year' ? '去年同期' : previous === 'last-period' ? '上期' : '对照期';
    return {
      numerator: {
        zh: `本期${AGGREGATES[how].zh} − ${then}${AGGREGATES[how].zh}`,
        en: `${AGGREGATES[how].en} − ${AGGREGATES[how].en} before`,
      },
      denominator: { zh: `${then}${AGGREGATES[how].zh}`, en: `${AGGREGATES[how].en} before` },
      times: '100%',
    };
  },
  sql: buildChangeSql,
};

function buildChangeSql(query: MetricQuery<ChangeParams>): string {
  const { period, day, keys } = query;
  if (!period || !day) {
    throw new ParameterError('during', { zh: '变化率要写 during（本期）', en: 'change_rate needs `during`' });
  }
  refuseTimedKeys(keys, {
    zh: '变化率只能按列分，不能按 day、week、month 分：它比较的是两个时段',
    en: 'change_rate goes by columns only, not by day, week or month: it compares two periods',
  });
  const column = query.columns.column;
  if (column === undefined && query.params.how !== 'count') {
    throw new ParameterError('column', {
      zh: '要写 with.column（比较哪一列）',
      en: 'with.column is missing',
    });
  }
  const before = resolvePreviousPeriod(period, query.params.previous);
  const of = (when: Period) =>
    `${AGGREGATES[query.params.how].sql(column ?? '')} FILTER (${buildPeriodCondition(day, when)})`;
  const difference = `(${of(period)} - ${of(before)})`;
  const chosen = [
    ...keys.map((key) => `${key.text} AS ${key.alias}`),
    `${difference} AS numerator`,
    `${of(before)} AS denominator`,
    `${buildChangeRateSql(difference, of(before))} AS value`,
    'count(*) AS n',
  ];
  const either = `(${buildPeriodCondition(day, period)} OR ${buildPeriodCondition(day, before)})`;
  const where = buildWhere([...buildOwnConditions(query), either]);
  return `SELECT\n  ${chosen.join(',\n  ')}\nFROM ${query.from}${where}${buildGroupBy(keys)}`;
}

export const growthMetrics = defineFamily('growth', {
  change_rate: changeRate,
});
