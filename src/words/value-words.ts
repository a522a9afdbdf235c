import type { Language } from '../base/language.ts';
import { shortMonthNames } from './month-names.ts';

/** Words around values: verdicts, periods, intervals, blanks. */
export interface ValueWords {
  exceeded: string;
  met: string;
  missed: string;
  above: string;
  below: string;
  level: string;
  rose: string;
  fell: string;
  unchanged: string;
  /** Of an interval: all of it above or below the other, or the other in it. */
  allAbove: string;
  allBelow: string;
  includes: string;
  intervalName: string;
  /** `实际 1,302 人，目标 1,000 人`. */
  compared: (left: [string, string], right: [string, string]) => string;
  change: (text: string) => string;
  actual: string;
  target: string;
  baseline: string;
  /** Labels of the members of a series over time. */
  week: (week: number, year: number | undefined) => string;
  month: (month: number, year: number | undefined) => string;
  day: (month: number, day: number, year: number | undefined) => string;
  blank: string;
  interval: (text: string, interval: string) => string;
  brackets: [string, string];
  /** `老带新（29.93%）`: members of a series with their number. */
  members: (names: readonly string[], text: string) => string;
}

export const valueWords: Record<Language, ValueWords> = {
  zh: {
    exceeded: '超额完成',
    met: '达到',
    missed: '未达到',
    above: '高于',
    below: '低于',
    level: '持平',
    rose: '上升',
    fell: '下降',
    unchanged: '持平',
    allAbove: '全部高于',
    allBelow: '全部低于',
    includes: '含有',
    intervalName: '95% 置信区间',
    compared: (left, right) => `${left.join(' ')}，${right.join(' ')}`,
    change: (text) => `变化 ${text}`,
    actual: '实际',
    target: '目标',
    baseline: '基线',
    week: (week, year) => (year === undefined ? `第 ${week} 周` : `${year} 年第 ${week} 周`),
    month: (month, year) => (year === undefined ? `${month} 月` : `${year} 年 ${month} 月`),
    day: (month, day, year) => `${year === undefined ? '' : `${year} 年 `}${month} 月 ${day} 日`,
    blank: '（空）',
    interval: (text, interval) => `${text}（95% 置信区间 ${interval}）`,
    brackets: ['（', '）'],
    members: (names, text) => `${names.join('、')}（${text}）`,
  },
  en: {
    exceeded: 'exceeded',
    met: 'met',
    missed: 'missed',
    above: 'above',
    below: 'below',
    level: 'level with',
    rose: 'rose',
    fell: 'fell',
    unchanged: 'was unchanged',
    allAbove: 'lies above',
    allBelow: 'lies below',
    includes: 'includes',
    intervalName: '95% CI',
    compared: (left, right) => `${left.join(' ')}, ${right.join(' ')}`,
    change: (text) => `change ${text}`,
    actual: 'actual',
    target: 'target',
    baseline: 'baseline',
    week: (week, year) => (year === undefined ? `W${week}` : `${year} W${week}`),
    month: (month, year) => `${shortMonthNames[month - 1]}${year === undefined ? '' : ` ${year}`}`,
    day: (month, day, year) => `${shortMonthNames[month - 1]} ${day}${year === undefined ? '' : `, ${year}`}`,
    blank: '(blank)',
    interval: (text, interval) => `${text} (95% CI ${interval})`,
    brackets: ['(', ')'],
    members: (names, text) => `${names.join(', ')} (${text})`,
  },
};
