import type { Language } from '../../base/language.ts';
import { spaced } from '../spaced.ts';

/** Words in calendars. */
interface CalendarWords {
  /** Monday first. */
  weekdays: string[];
  weekday: string;
  day: string;
  /** `2026-03`, with or without its year. */
  month: (key: string, year: boolean) => string;
  highestWeekday: (weekday: string) => string;
  hollow: string;
  more: (count: number) => string;
  title: string;
  group: string;
  state: string;
  done: string;
  open: string;
  entries: (from: string, to: string, count: number) => string;
  entriesOf: (day: string, count: number) => string;
  busiest: (day: string, count: number) => string;
  longestGap: (days: number, from: string, to: string) => string;
  published: (done: number, all: number) => string;
  others: string;
}

const names = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const zh: CalendarWords = {
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  weekday: '星期',
  day: '日期',
  month: (key, year) => spaced`${year ? spaced`${Number(key.slice(0, 4))}年` : ''}${Number(key.slice(5))}月`,
  highestWeekday: (weekday) => spaced`一周之中${weekday}合计最高`,
  hollow: '空心：未完成',
  more: (count) => `+${count}`,
  title: '内容',
  group: '类别',
  state: '状态',
  done: '已完成',
  open: '未完成',
  entries: (from, to, count) => spaced`${from}至${to}共${count}项`,
  entriesOf: (day, count) => spaced`${day}有${count}项`,
  busiest: (day, count) => spaced`最多的一天是${day}，有${count}项`,
  longestGap: (days, from, to) =>
    days === 1 ? spaced`最长的空档 1 天（${from}）` : spaced`最长的空档${days}天（${from}至${to}）`,
  published: (done, all) => spaced`${all}项中完成${done}项`,
  others: '其他',
};

const en: CalendarWords = {
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  weekday: 'Weekday',
  day: 'Day',
  month: (key, year) => `${names[Number(key.slice(5)) - 1]}${year ? ` ${key.slice(0, 4)}` : ''}`,
  highestWeekday: (weekday) => `of the weekdays ${weekday} adds up to most`,
  hollow: 'Hollow: not done',
  more: (count) => `+${count}`,
  title: 'Entry',
  group: 'Group',
  state: 'State',
  done: 'done',
  open: 'not done',
  entries: (from, to, count) => `${count} ${count === 1 ? 'entry' : 'entries'} from ${from} to ${to}`,
  entriesOf: (day, count) => `${count} on ${day}`,
  busiest: (day, count) => `most on ${day}, ${count}`,
  longestGap: (days, from, to) =>
    days === 1 ? `the longest gap is 1 day (${from})` : `the longest gap is ${days} days (${from} to ${to})`,
  published: (done, all) => `${done} of ${all} are done`,
  others: 'Others',
};

export const calendarWords: Record<Language, CalendarWords> = { zh, en };
