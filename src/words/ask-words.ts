import type { Language } from '../base/language.ts';

/** How the ledger says what is done with rows. */
export interface AskWords {
  in: (column: string, rows: string) => string;
  notIn: (column: string, rows: string) => string;
  at: (at: string) => string;
  each: (by: string, take: string, column: string | undefined, of: string | undefined) => string;
  takes: Record<
    'count' | 'count_distinct' | 'sum' | 'mean' | 'median' | 'min' | 'max' | 'first' | 'last' | 'span',
    string
  >;
  keep: (condition: string) => string;
  of: (condition: string) => string;
  /** The table has a column of the name of a step. */
  columnNotStep: (name: string) => string;
  over: (over: string) => string;
}

const overs: Record<Language, Record<string, string>> = {
  zh: {
    cumulative: '序列逐步累计：每一步都从第一步起重新算',
    change: '序列是比上一步的变化，数值是最近一个完整的步的',
    change_rate: '序列是比上一步变化的百分比（环比），数值是最近一个完整的步的；上一步不大于 0 时没有环比',
    year_before: '与上一年同期相比变化的百分比（同比）；上一年不大于 0 时没有同比',
    share: '序列是各项占合计的百分比',
    rank: '序列是各项的名次，并列同名次',
    index: '序列以第一个完整的步为 100',
  },
  en: {
    cumulative: 'the series adds up: each step is computed anew from the first one on',
    change: 'the series is the change from the step before; the value is that of the last complete step',
    change_rate:
      'the series is the change from the step before in per cent; the value is that of the last complete step; there is none on a step that is not above 0',
    year_before:
      'change in per cent from the same days a year before; there is none where these are not above 0',
    share: 'the series is the share of each in the whole, in per cent',
    rank: 'the series is the rank of each, equal ones alike',
    index: 'the series takes the first complete step as 100',
  },
};

const sayOver = (language: Language, rolling: (steps: string) => string) => (over: string) =>
  overs[language][over] ?? rolling(over.replace(/\D/g, ''));

export const askWords: Record<Language, AskWords> = {
  zh: {
    in: (column, rows) => `只看 ${column} 出现在 ${rows} 里的行`,
    notIn: (column, rows) => `只看 ${column} 不在 ${rows} 里的行`,
    at: (at) => `只看${at === 'latest' ? '最后一次' : at === 'first' ? '第一次' : ` ${at} 的`}快照`,
    each: (by, take, column, of) =>
      `先按 ${by} 归组，每组取${of ? `其中符合 ${of} 的` : ''}${column ? ` ${column} 的` : ''}${take}，叫 value`,
    takes: {
      count: '行数',
      count_distinct: '不同取值的个数',
      sum: '合计',
      mean: '平均值',
      median: '中位数',
      min: '最小值',
      max: '最大值',
      first: '最先的值',
      last: '最后的值',
      span: '最后与最先之差',
    },
    keep: (condition) => `只留 ${condition} 的组`,
    of: (condition) => `算数的是 ${condition}`,
    columnNotStep: (name) => `${name} 是表里的列，不是时间的步长`,
    over: sayOver('zh', (steps) => `序列的每一步看最近 ${steps} 步，重新算`),
  },
  en: {
    in: (column, rows) => `only rows whose ${column} occurs in ${rows}`,
    notIn: (column, rows) => `only rows whose ${column} does not occur in ${rows}`,
    at: (at) => `only the ${at === 'latest' || at === 'first' ? at : `${at}`} snapshot`,
    each: (by, take, column, of) =>
      `rows are grouped by ${by}; of each group the ${take}${column ? ` of ${column}` : ''}${of ? ` where ${of}` : ''} is taken, called value`,
    takes: {
      count: 'number of rows',
      count_distinct: 'number of different values',
      sum: 'sum',
      mean: 'mean',
      median: 'median',
      min: 'smallest',
      max: 'largest',
      first: 'first value',
      last: 'last value',
      span: 'span from first to last',
    },
    keep: (condition) => `only groups with ${condition}`,
    of: (condition) => `what counts: ${condition}`,
    columnNotStep: (name) => `${name} is the column of the table, not a step of time`,
    over: sayOver('en', (steps) => `each step looks at the last ${steps} steps, computed anew`),
  },
};
