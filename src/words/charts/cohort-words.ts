import type { Language } from '../../base/language.ts';
import { spaced } from '../spaced.ts';

/** Words in retention curves. */
interface CohortWords {
  since: Record<'day' | 'week' | 'month', string>;
  cohort: string;
  point: (since: string, text: string) => string;
  dark: (first: string, last: string) => string;
}

const zh: CohortWords = {
  since: { day: '首次行为后的天数', week: '首次行为后的周数', month: '首次行为后的月数' },
  cohort: '群组',
  point: (since, text) => spaced`${since}：${text}`,
  dark: (first, last) => spaced`由浅到深：${first}至${last}`,
};

const en: CohortWords = {
  since: {
    day: 'Days since the first event',
    week: 'Weeks since the first event',
    month: 'Months since the first event',
  },
  cohort: 'Cohort',
  point: (since, text) => `${since}: ${text}`,
  dark: (first, last) => `Light to dark: ${first} to ${last}`,
};

export const cohortWords: Record<Language, CohortWords> = { zh, en };
