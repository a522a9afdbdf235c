import type { Language } from '../../base/language.ts';
import { spaced } from '../spaced.ts';

/** Words of charts of two sides, and of parts laid on each other. */
interface TwoSidedWords {
  /** A side with its sum and its share of both. */
  side: (name: string, sum: string, share: string) => string;
  /** A part of one side. */
  partOf: (part: string, side: string) => string;
  net: string;
  whole: string;
  /** The share of answers in favour, and its interval. */
  favour: string;
  favourKey: string;
  answers: string;
}

const zh: TwoSidedWords = {
  side: (name, sum, share) => spaced`${name}${sum}（${share}）`,
  partOf: (part, side) => spaced`${part}的${side}`,
  net: '净值',
  whole: '合计',
  favour: '正面占比',
  favourKey: '正面占比（95% 置信区间）',
  answers: '份数',
};

const en: TwoSidedWords = {
  side: (name, sum, share) => `${name} ${sum} (${share})`,
  partOf: (part, side) => `${part}, ${side}`,
  net: 'Net',
  whole: 'Sum',
  favour: 'In favour',
  favourKey: 'In favour (95% interval)',
  answers: 'Answers',
};

export const twoSidedWords: Record<Language, TwoSidedWords> = { zh, en };
