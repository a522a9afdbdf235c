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
  hollow: string;
  more: (count: number) => string;
  title: string;
  group: string;
  state: string;
  done: string;
  open: string;
  entriesOf: (day: string, count: number) => string;
  others: string;
  items: (count: number) => string;
  fromTo: (from: string, to: string) => string;
}

const names = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const zh: CalendarWords = {
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  weekday: '星期',
  day: '日期',
  month: (key, year) => spaced`${year ? spaced`${Number(key.slice(0, 4))}年` : ''}${Number(key.slice(5))}月`,
  hollow: '空心：未完成',
  more: (count) => `+${count}`,
  title: '内容',
  group: '类别',
  state: '状态',
  done: '已完成',
  open: '未完成',
  entriesOf: (day, count) => spaced`${day}有${count}项`,
  others: '其他',
  items: (count) => spaced`${count}项`,
  fromTo: (from, to) => spaced`${from}至${to}`,
};

const en: CalendarWords = {
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  weekday: 'Weekday',
  day: 'Day',
  month: (key, year) => `${names[Number(key.slice(5)) - 1]}${year ? ` ${key.slice(0, 4)}` : ''}`,
  hollow: 'Hollow: not done',
  more: (count) => `+${count}`,
  title: 'Entry',
  group: 'Group',
  state: 'State',
  done: 'done',
  open: 'not done',
  entriesOf: (day, count) => `${count} on ${day}`,
  others: 'Others',
  items: (count) => `${count}`,
  fromTo: (from, to) => `${from} to ${to}`,
};

export const calendarWords: Record<Language, CalendarWords> = { zh, en };
