/**
 * Every way in which a day may be written: a row is a form with examples, which are its tests. What no row reads is
 * refused, never guessed.
 */
import { monthNames } from '../../words/month-names.ts';
import { toHalfWidth } from './number-formats.ts';

export type DateOrder = 'ymd' | 'mdy' | 'dmy';

interface DateFormat {
  name: string;
  examples: readonly (readonly [text: string, iso: string, order?: DateOrder])[];
  pattern: RegExp;
  /** Which group of the pattern is the year, the month and the day. */
  groups: (order: DateOrder) => readonly [year: number, month: number, day: number] | undefined;
}

export const dateFormats: readonly DateFormat[] = [
  {
    name: 'year first',
    examples: [
      ['2026-7-3', '2026-07-03'],
      ['2026/7/3', '2026-07-03'],
      ['2026.07.03', '2026-07-03'],
      ['２０２６／７／３', '2026-07-03'],
    ],
    pattern: /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/,
    groups: () => [1, 3, 4],
  },
  {
    name: 'chinese',
    examples: [
      ['2026年7月3日', '2026-07-03'],
      ['2026年07月03日', '2026-07-03'],
      ['2026 年 7 月 3 日', '2026-07-03'],
      ['2026年7月3日星期五', '2026-07-03'],
      ['2026-07-03 周五', '2026-07-03'],
      ['2026/7/3（周五）', '2026-07-03'],
    ],
    pattern: /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]?$/,
    groups: () => [1, 2, 3],
  },
  {
    name: 'eight digits',
    examples: [['20260703', '2026-07-03']],
    pattern: /^(\d{4})(\d{2})(\d{2})$/,
    groups: () => [1, 2, 3],
  },
  {
    name: 'year last',
    examples: [
      ['7/3/2026', '2026-07-03', 'mdy'],
      ['3/7/2026', '2026-07-03', 'dmy'],
      ['03.07.2026', '2026-07-03', 'dmy'],
      ['07-03-2026', '2026-07-03', 'mdy'],
    ],
    pattern: /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/,
    groups: (order) => (order === 'ymd' ? undefined : order === 'mdy' ? [4, 1, 3] : [4, 3, 1]),
  },
  {
    name: 'month by name',
    examples: [
      ['3-Jul-26', '2026-07-03'],
      ['03-JUL-2026', '2026-07-03'],
      ['3 July 2026', '2026-07-03'],
      ['Fri, 03 Jul 2026', '2026-07-03'],
    ],
    pattern: /^(\d{1,2})[- ]([a-z]{3,9})\.?[-, ] ?(\d{4}|\d{2})$/i,
    groups: () => [3, 2, 1],
  },
  {
    name: 'name of month first',
    examples: [
      ['Jul 3, 2026', '2026-07-03'],
      ['July 3, 2026', '2026-07-03'],
      ['Friday, July 3, 2026', '2026-07-03'],
    ],
    pattern: /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i,
    groups: () => [3, 1, 2],
  },
];

/** The day that a text writes, as `2026-07-03`; undefined when it writes none, or none that the calendar has. */
export function parseDate(text: string, order: DateOrder): string | undefined {
  const { day, weekday } = splitWeekday(toHalfWidth(text));
  for (const { pattern, groups } of dateFormats) {
    const match = pattern.exec(day);
    const wanted = match && groups(order);
    if (!wanted) continue;
    const date = toIsoDate(match[wanted[0]]!, match[wanted[1]]!, match[wanted[2]]!);
    // A day that is no Monday, and says so, is mistyped.
    return date && (weekday === undefined || new Date(date).getUTCDay() === weekday) ? date : undefined;
  }
  return undefined;
}

const weekdayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const englishWeekday = '(sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day)?';
const weekdayBehind = new RegExp(
  `^(.*\\d ?[日号]?)[ ,]*\\(?(?:(?:星期|周|礼拜)([一二三四五六日天])|${englishWeekday})\\)?$`,
  'i',
);
const weekdayBefore = new RegExp(`^${englishWeekday}\\.?,? (.*)$`, 'i');

/** A text that may write a day, and the weekday beside it from 0 for Sunday. */
function splitWeekday(text: string): { day: string; weekday?: number } {
  const last = text.charCodeAt(text.length - 1);
  // Nearly all begin and end with a digit.
  if (isDigit(text.charCodeAt(0)) && (isDigit(last) || last === 0x65e5)) {
    if (last !== 0x65e5 || !/(?:星期|周|礼拜)日$/.test(text)) return { day: text };
  }
  const [, before, chinese, english] = weekdayBehind.exec(text) ?? [];
  if (before !== undefined)
    return {
      day: before.trim(),
      weekday: chinese ? '日一二三四五六'.indexOf(chinese.replace('天', '日')) : findWeekday(english ?? ''),
    };
  const [, name, behind] = weekdayBefore.exec(text) ?? [];
  return behind === undefined ? { day: text } : { day: behind, weekday: findWeekday(name ?? '') };
}

function isDigit(code: number): boolean {
  return code > 0x2f && code < 0x3a;
}

function findWeekday(name: string): number {
  return weekdayNames.indexOf(name.slice(0, 3).toLowerCase());
}

function toIsoDate(year: string, month: string, day: string): string | undefined {
  const [y, m, d] = [toFullYear(year), toMonthNumber(month), Number(day)];
  // Earlier years would be taken for those of the twentieth century.
  if (y < 100 || m < 1 || m > 12 || d < 1 || d > countDaysInMonth(y, m)) return undefined;
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Two digits stand beside the name of a month only; spreadsheets take those from 30 on for the last century. */
function toFullYear(year: string): number {
  const number = Number(year);
  return year.length > 2 ? number : number + (number < 30 ? 2000 : 1900);
}

/** From 1; 0 for a word that is no month. */
function toMonthNumber(month: string): number {
  if (isDigit(month.charCodeAt(0))) return Number(month);
  const word = month.toLowerCase();
  return monthNames.findIndex((name) => name.toLowerCase().startsWith(word === 'sept' ? 'sep' : word)) + 1;
}

/** The first day of a month that is written without a day: `2026年1月`, `2026-01`, `Jan 2026`. */
export function parseMonth(text: string): string | undefined {
  const bare = toHalfWidth(text);
  const [, year, month] = /^(\d{4})(?: ?年 ?|[-/])(\d{1,2})(?: ?月份?)?$/.exec(bare) ?? [];
  if (year && month) return toIsoDate(year, month, '1');
  const [, name, before] = /^([a-z]{3,9})\.?[ -](\d{4})$/i.exec(bare) ?? [];
  return name && before ? toIsoDate(before, name, '1') : undefined;
}

/** `month` from 1. */
export function countDaysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
