/** The one way in which weeks are called: by the training. */
import type { Language } from '../base/language.ts';
import { numberWeek, type TrainingWeeks, type WeekNumber } from '../base/registry/training-weeks.ts';
import { shortMonthNames } from './month-names.ts';

type WeekWords = Record<WeekNumber['where'], (number: number) => string>;

const names: Record<Language, WeekWords> = {
  zh: {
    during: (number) => `实训第 ${number} 周`,
    before: (number) => `实训前第 ${number} 周`,
    after: (number) => `实训后第 ${number} 周`,
  },
  en: {
    during: (number) => `training week ${number}`,
    before: (number) => `week ${number} before training`,
    after: (number) => `week ${number} after training`,
  },
};

/** As short as an axis needs them, under a title that says what they are. */
const ticks: Record<Language, WeekWords> = {
  zh: {
    during: (number) => String(number),
    before: (number) => `前 ${number}`,
    after: (number) => `后 ${number}`,
  },
  en: {
    during: (number) => String(number),
    before: (number) => `${number} before`,
    after: (number) => `${number} after`,
  },
};

/** `实训第 3 周`, `training week 3`; of weeks outside of the training how far they lie from it. */
export function formatWeekName(key: string, training: TrainingWeeks, language: Language): string {
  const { where, number } = numberWeek(key, training);
  return names[language][where](number);
}

/** The first label of an axis says what its numbers are: `第 1 周`, `Week 1`. */
export function getWeekHead(tick: string, language: Language): string {
  return language === 'zh' ? `第 ${tick} 周` : `Week ${tick}`;
}

/** `2026-03` as an axis writes it under the weeks: `3 月`, `Mar`. */
export function formatMonth(month: string, language: Language): string {
  const number = Number(month.slice(5, 7));
  return language === 'zh' ? `${number} 月` : shortMonthNames[number - 1]!;
}

/** `3`, `前 2`. */
export function formatWeekTick(key: string, training: TrainingWeeks, language: Language): string {
  const { where, number } = numberWeek(key, training);
  return ticks[language][where](number);
}
