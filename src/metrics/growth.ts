/** Change from one period to another. */
import { z } from 'zod';
import type { Period } from '../base/calendar.ts';
import { time } from './column.ts';
import { type Ask, type Metric, ParameterError } from './metric.ts';
import { previousOf } from './previous.ts';
import { enclose, groupAndOrder, ratio, whereClause, within } from './select.ts';

interface Change {
  previous: string;
  how: 'sum' | 'mean' | 'count' | 'count_distinct';
}

const HOW: Record<Change['how'], { zh: string; en: string; sql: (column: string) => string }> = {
  sum: { zh: '合计', en: 'sum', sql: (column) => `sum(${column})` },
  mean: { zh: '平均', en: 'mean', sql: (column) => `avg(${column})` },
  count: { zh: '行数', en: 'number of rows', sql: () => 'count(*)' },
  count_distinct: { zh: '去重计数', en: 'distinct count', sql: (column) => `count(DISTINCT ${column})` },
};

export const changeRate: Metric<Change> = {
  id: 'change_rate',
  family: 'growth',
  names: { zh: '变化率', en: 'Rate of change' },
  unit: '%',
  parts: { numerator: '', denominator: '' },
  direction: 'higher',
  definition: {
    zh: '本期比对照期增减的百分比。previous 为 last-year 时是同比，为 last-period 时是环比（紧邻的等长时段）。',
    en: 'Change against another period in per cent. `last-year` compares the same days a year before, `last-period` as many days directly before.',
  },
  edges: {
    zh: '对照期为 0 或没有数据时为“—”。',
    en: 'With a comparison period of 0 or without data it is "—".',
  },
  source: 'own convention',
  example: {
    files: {
      'search_index.csv':
        'week,term,tool,index\n2025-W10,品牌词,百度指数,100\n2026-W10,品牌词,百度指数,250\n',
    },
    yaml: '{ metric: change_rate, during: 2026-03-02..2026-03-08, with: { previous: 2025-03-03..2025-03-09 } }',
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
  reading: ({ previous, how }) => {
    const then = previous === 'last-year' ? '去年同期' : previous === 'last-period' ? '上期' : '对照期';
    return {
      numerator: {
        zh: `本期${HOW[how].zh} − ${then}${HOW[how].zh}`,
        en: `${HOW[how].en} − ${HOW[how].en} before`,
      },
      denominator: { zh: `${then}${HOW[how].zh}`, en: `${HOW[how].en} before` },
      times: '100%',
    };
  },
  sql: changeSql,
};

function changeSql(ask: Ask<Change>): string {
  const { period, day, keys } = ask;
  if (!period || !day) {
    throw new ParameterError('during', { zh: '变化率要写 during（本期）', en: 'change_rate needs `during`' });
  }
  if (keys.some((key) => key.timed)) {
    throw new ParameterError('by', {
      zh: '变化率只能按列分，不能按 day、week、month 分：它比较的是两个时段',
      en: 'change_rate goes by columns only, not by day, week or month: it compares two periods',
    });
  }
  const column = ask.columns.column;
  if (column === undefined && ask.params.how !== 'count') {
    throw new ParameterError('column', {
      zh: '要写 with.column（比较哪一列）',
      en: 'with.column is missing',
    });
  }
  const before = previousOf(period, ask.params.previous);
  const of = (when: Period) => `${HOW[ask.params.how].sql(column ?? '')} FILTER (${within(day, when)})`;
  const difference = `(${of(period)} - ${of(before)})`;
  const chosen = [
    ...keys.map((key) => `${key.text} AS ${key.alias}`),
    `${difference} AS numerator`,
    `${of(before)} AS denominator`,
    `${ratio(difference, of(before), 100)} AS value`,
    'count(*) AS n',
  ];
  const either = `(${within(day, period)} OR ${within(day, before)})`;
  const where = whereClause([...(ask.where ? [enclose(ask.where)] : []), either]);
  return `SELECT\n  ${chosen.join(',\n  ')}\nFROM ${ask.from}${where}${groupAndOrder(keys)}`;
}
