import type { Period } from '../base/calendar-days.ts';
import type { Language } from '../base/language.ts';
import { shortMonthNames } from './month-names.ts';

/** `5 月 25 日至 6 月 21 日`, with years where there are two. */
export function formatDays({ from, to }: Period, language: Language): string {
  const parted = from.slice(0, 4) !== to.slice(0, 4);
  const [first, last] = [from, to].map((day) => {
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
    return valueWords[language].day(month, date, parted ? year : undefined);
  });
  return language === 'zh' ? `${first}至 ${last}` : `${first} to ${last}`;
}

/** Words around values: periods, intervals, blanks. Those of judgements are in claims/judgement-words.ts. */
export interface ValueWords {
  /** `level` as `formatLevel` writes it: 95%. */
  intervalName: (level: string) => string;
  /** `实际 1,302 人，目标 1,000 人`. */
  compared: (left: [string, string], right: [string, string]) => string;
  change: (text: string) => string;
  actual: string;
  target: string;
  baseline: string;
  /** Labels of the members of a series over time; weeks have their names in week-names.ts. */
  month: (month: number, year: number | undefined) => string;
  quarter: (quarter: number, year: number | undefined) => string;
  day: (month: number, day: number, year: number | undefined) => string;
  hour: (hour: number) => string;
  /** What a column of such steps is called. */
  stepNames: Record<'day' | 'week' | 'month' | 'quarter' | 'hour' | 'weekday' | 'phase', string>;
  /** 0 is Monday. */
  weekday: (day: number) => string;
  blank: string;
  /** The last line of a table. */
  total: string;
  /** Heading of what a line is about, where its author gives none. */
  item: string;
  /** `—（超额完成）`, `未达到（差 0.004 个百分点）`. */
  aside: (text: string, more: string) => string;
  /** A value held against a target of other days. */
  otherDays: (days: { goal: Period; own?: Period }) => string;
  /** What two numbers that print alike differ by. */
  apart: (difference: string) => string;
  interval: (text: string, interval: string, level: string) => string;
  brackets: [string, string];
  /** `用了 5,025 行`, of all. */
  used: (used: string, all: string) => string;
  /** Of those that were. */
  beyond: (rows: string) => string;
  /** Why rows were not used, each with their number. */
  filtered: (rows: string) => string;
  tests: (rows: string) => string;
  /** In the table that it is joined with. */
  joinedTests: (table: string, rows: string) => string;
  outside: (rows: string) => string;
  undated: (rows: string) => string;
  /** They are in the total, but in no part of it. */
  undatedParts: (rows: string) => string;
  /** A cell that the condition looks at is empty. */
  unknown: (rows: string) => string;
  blankCells: (column: string, rows: string) => string;
  /** Under a figure over time. */
  undatedFigure: (rows: string) => string;
  listed: (parts: readonly string[]) => string;
  /** `老带新（29.93%）`: members of a series with their number. */
  members: (names: string, text: string) => string;
}

export const valueWords: Record<Language, ValueWords> = {
  zh: {
    intervalName: (level) => `${level} 置信区间`,
    compared: (left, right) => `${left.join(' ')}，${right.join(' ')}`,
    change: (text) => `变化 ${text}`,
    actual: '实际',
    target: '目标',
    baseline: '基线',
    month: (month, year) => (year === undefined ? `${month} 月` : `${year} 年 ${month} 月`),
    quarter: (quarter, year) => (year === undefined ? `第 ${quarter} 季度` : `${year} 年第 ${quarter} 季度`),
    day: (month, day, year) => `${year === undefined ? '' : `${year} 年 `}${month} 月 ${day} 日`,
    stepNames: {
      day: '日期',
      week: '周',
      month: '月份',
      quarter: '季度',
      hour: '时段',
      weekday: '星期',
      phase: '阶段',
    },
    hour: (hour) => `${hour} 时`,
    weekday: (day) => `周${'一二三四五六日'[day]}`,
    blank: '（空）',
    total: '合计',
    item: '项目',
    aside: (text, more) => `${text}（${more}）`,
    otherDays: ({ goal, own }) =>
      `按${own ? ` ${formatDays(own, 'zh')}` : '全部数据'}计，目标定的是 ${formatDays(goal, 'zh')}`,
    apart: (difference) => `差 ${difference}`,
    interval: (text, interval, level) => `${text}（${level} 置信区间 ${interval}）`,
    brackets: ['（', '）'],
    used: (used, all) => `表中 ${all} 行，用了 ${used} 行`,
    beyond: (rows) => `其中实训期之外 ${rows} 行`,
    tests: (rows) => `测试账号 ${rows} 行`,
    joinedTests: (table, rows) => `${table} 表另有测试账号 ${rows} 行不计`,
    filtered: (rows) => `不合条件 ${rows} 行`,
    outside: (rows) => `时段之外 ${rows} 行`,
    undated: (rows) => `没有时间 ${rows} 行`,
    undatedParts: (rows) => `没有时间 ${rows} 行（在合计里，不在各部分里）`,
    unknown: (rows) => `所看的格为空、说不清算不算 ${rows} 行`,
    blankCells: (column, rows) => `“${column}”为空 ${rows} 行`,
    undatedFigure: (rows) => `另有 ${rows} 行没有时间，不在图中。`,
    listed: (parts) => parts.join('，'),
    members: (names, text) => `${names}（${text}）`,
  },
  en: {
    intervalName: (level) => `${level} CI`,
    compared: (left, right) => `${left.join(' ')}, ${right.join(' ')}`,
    change: (text) => `change ${text}`,
    actual: 'actual',
    target: 'target',
    baseline: 'baseline',
    month: (month, year) => `${shortMonthNames[month - 1]}${year === undefined ? '' : ` ${year}`}`,
    quarter: (quarter, year) => (year === undefined ? `Q${quarter}` : `${year} Q${quarter}`),
    stepNames: {
      day: 'Day',
      week: 'Week',
      month: 'Month',
      quarter: 'Quarter',
      hour: 'Hour',
      weekday: 'Weekday',
      phase: 'Phase',
    },
    hour: (hour) => `${hour}:00`,
    weekday: (day) => ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][day] ?? '',
    day: (month, day, year) => `${shortMonthNames[month - 1]} ${day}${year === undefined ? '' : `, ${year}`}`,
    blank: '(blank)',
    total: 'Total',
    item: 'Item',
    aside: (text, more) => `${text} (${more})`,
    otherDays: ({ goal, own }) =>
      `${own ? `${formatDays(own, 'en')}` : 'all data'}; the target is for ${formatDays(goal, 'en')}`,
    apart: (difference) => `by ${difference}`,
    interval: (text, interval, level) => `${text} (${level} CI ${interval})`,
    brackets: ['(', ')'],
    used: (used, all) => `${used} of ${all} rows used`,
    beyond: (rows) => `of these outside of the training: ${rows}`,
    tests: (rows) => `of test accounts: ${rows}`,
    joinedTests: (table, rows) => `not counted in ${table}, of test accounts: ${rows}`,
    filtered: (rows) => `not meeting the condition: ${rows}`,
    outside: (rows) => `outside of the period: ${rows}`,
    undated: (rows) => `without a time: ${rows}`,
    undatedParts: (rows) => `without a time, in the total but in no part: ${rows}`,
    unknown: (rows) => `of which it cannot be told, a cell being empty: ${rows}`,
    blankCells: (column, rows) => `${column} empty: ${rows}`,
    undatedFigure: (rows) => `Rows without a time, which the figure does not show: ${rows}.`,
    listed: (parts) => parts.join('; '),
    members: (names, text) => `${names} (${text})`,
  },
};
