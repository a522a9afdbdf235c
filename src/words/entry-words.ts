/** Words of the command `values`: what it lists beside each value, and how it answers `--ask`. */
import type { Language } from '../base/language.ts';

const zh = {
  series: (members: string, more: number) =>
    `序列：${members}${more > 0 ? `，还有 ${more} 项（--format json 列全）` : ''}`,
  interval: (text: string) => `区间 ${text}`,
  rows: (rows: string) => `用了 ${rows} 行`,
  leftOut: (parts: string) => `没用上：${parts}`,
  filtered: (rows: string) => `条件之外 ${rows} 行`,
  outside: (rows: string) => `统计期之外 ${rows} 行`,
  undated: (rows: string) => `没有时间 ${rows} 行`,
  blank: (column: string, rows: string) => `${column} 空着 ${rows} 行`,
  join: '，',
  between: '；',
  answers: (asked: string, file: string) => `“${asked}”可以这样写，粘贴到 ${file}：`,
  nothing: (asked: string) =>
    `没有找到和“${asked}”有关的写法。换个说法试试，如 转化率、环比、占比、中位数；全部指标见网站的指标手册。`,
  lacks: (tables: string) => `这份报告还没有表 ${tables}：换成自己的表名和列名`,
  anyReport: '写上报告名，就会看它有哪些表。',
  metric: '指标',
};

export type EntryWords = typeof zh;

const en: EntryWords = {
  series: (members, more) =>
    `series: ${members}${more > 0 ? `, and ${more} more (--format json has all)` : ''}`,
  interval: (text) => `interval ${text}`,
  rows: (rows) => `${rows} rows used`,
  leftOut: (parts) => `left out: ${parts}`,
  filtered: (rows) => `${rows} by the condition`,
  outside: (rows) => `${rows} outside of the period`,
  undated: (rows) => `${rows} without a time`,
  blank: (column, rows) => `${rows} with ${column} blank`,
  join: ', ',
  between: '; ',
  answers: (asked, file) => `“${asked}” may be written so, in ${file}:`,
  nothing: (asked) =>
    `Nothing was found for “${asked}”. Try other words, such as conversion, growth, share, median; the handbook on the site has all metrics.`,
  lacks: (tables) => `this report has no table ${tables} yet: write the names of your own tables and columns`,
  anyReport: 'Name a report to see which of its tables fit.',
  metric: 'metric',
};

export const entryWords: Record<Language, EntryWords> = { zh, en };
