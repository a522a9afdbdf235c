import type { Language } from '../../base/language.ts';
import { type Mention, spaced } from '../spaced.ts';

/** Words of charts of two sides, and of parts laid on each other. */
interface TwoSidedWords {
  /** A side with its sum and its share of both. */
  side: (name: string, sum: string, share: string) => string;
  sides: (label: string, parts: Mention[]) => string;
  largest: (part: string, side: string, text: string, share: string) => string;
  net: string;
  netIs: (text: string) => string;
  netOf: (label: string, at: string, text: string) => string;
  sums: (parts: Mention[]) => string;
  above: (count: number, all: number) => string;
  below: (part: Mention) => string;
  top: (part: Mention) => string;
  whole: string;
  mostAtEnd: (at: string, part: string, text: string) => string;
  /** The share of answers in favour, and its interval. */
  favour: string;
  favourKey: string;
  answers: string;
  favoured: (row: string, share: string, interval: string) => string;
  unsure: (names: string[]) => string;
}

const zh: TwoSidedWords = {
  side: (name, sum, share) => spaced`${name}${sum}（${share}）`,
  sides: (label, parts) =>
    spaced`${label}中${parts.map(({ at, text }) => spaced`${at}占${text}`).join('，')}`,
  largest: (part, side, text, share) => spaced`最多的是${part}的${side}（${text}，占${share}）`,
  net: '净值',
  netIs: (text) => spaced`净值${text}`,
  netOf: (label, at, text) => spaced`${label}${at}为${text}`,
  sums: (parts) => spaced`合计${parts.map(({ at, text }) => spaced`${at}${text}`).join('、')}`,
  above: (count, all) => spaced`${all}项中${count}项在零以上`,
  below: (part) => spaced`最低的是${part.at}（${part.text}）`,
  top: (part) => spaced`最高的是${part.at}（${part.text}）`,
  whole: '合计',
  mostAtEnd: (at, part, text) => spaced`${at}以${part}最多，占${text}`,
  favour: '正面占比',
  favourKey: '正面占比（95% 置信区间）',
  answers: '份数',
  favoured: (row, share, interval) => spaced`${row}的正面回答占${share}（95% 置信区间 ${interval}）`,
  unsure: (names) => spaced`${names.join('、')}的区间跨过 50%，不能断定多数是正面`,
};

const en: TwoSidedWords = {
  side: (name, sum, share) => `${name} ${sum} (${share})`,
  sides: (label, parts) => `${label}: ${parts.map(({ at, text }) => `${at} ${text}`).join(', ')}`,
  largest: (part, side, text, share) => `the largest is ${part}, ${side} (${text}, ${share})`,
  net: 'Net',
  netIs: (text) => `net ${text}`,
  netOf: (label, at, text) => `${label} was ${text} in ${at}`,
  sums: (parts) => `in total ${parts.map(({ at, text }) => `${at} ${text}`).join(', ')}`,
  above: (count, all) => `${count} of ${all} are above zero`,
  below: (part) => `lowest: ${part.at} (${part.text})`,
  top: (part) => `highest: ${part.at} (${part.text})`,
  whole: 'Sum',
  mostAtEnd: (at, part, text) => `in ${at} mostly ${part}, ${text}`,
  favour: 'In favour',
  favourKey: 'In favour (95% interval)',
  answers: 'Answers',
  favoured: (row, share, interval) => `${row}: ${share} in favour (95% interval ${interval})`,
  unsure: (names) => `not told from one half: ${names.join(', ')}`,
};

export const twoSidedWords: Record<Language, TwoSidedWords> = { zh, en };
