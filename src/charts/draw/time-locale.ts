import type { Language } from '../../base/language.ts';

/** Names of months and days in the axes of a team's own charts. */
export const timeLocale: Record<Language, object | undefined> = {
  zh: {
    dateTime: '%Y 年 %-m 月 %-d 日 %H:%M',
    date: '%Y/%-m/%-d',
    time: '%H:%M:%S',
    periods: ['上午', '下午'],
    days: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
    shortDays: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
    months: listNumberedNames((n) => `${n} 月`),
    shortMonths: listNumberedNames((n) => `${n} 月`),
  },
  en: undefined,
};

function listNumberedNames(name: (n: number) => string): string[] {
  return Array.from({ length: 12 }, (_, i) => name(i + 1));
}
