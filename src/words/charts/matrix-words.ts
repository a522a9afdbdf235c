import type { Language } from '../../base/language.ts';
import { spaced } from '../spaced.ts';

/** Words in matrices of verdicts and in maps of clicks. */
interface MatrixWords {
  good: string;
  bad: string;
  passed: (good: number, all: number) => string;
  failed: (cells: string[]) => string;
  failedMore: (cells: string[], count: number) => string;
  noFailed: string;
  kinds: (texts: { text: string; count: number }[]) => string;
  clicks: string;
  place: string;
  share: string;
  clicksOn: (page: string, count: string) => string;
  densest: (place: string, share: string) => string;
  within: (element: string, share: string) => string;
  /** Per cent from the left and from the top. */
  spot: (x: string, y: string) => string;
}

const zh: MatrixWords = {
  good: '通过',
  bad: '未通过',
  passed: (good, all) => spaced`${all}项中${good}项通过`,
  failed: (cells) => spaced`未通过的有${cells.join('、')}`,
  failedMore: (cells, count) => spaced`未通过的有${cells.join('、')}等${count}项`,
  noFailed: '没有未通过的',
  kinds: (texts) => texts.map(({ text, count }) => spaced`${text}${count}格`).join('、'),
  clicks: '点击',
  place: '位置',
  share: '占比',
  clicksOn: (page, count) => spaced`${page}共有点击${count}次`,
  densest: (place, share) => spaced`最密的一格在${place}，占${share}`,
  within: (element, share) => spaced`“${element}”得到${share}`,
  spot: (x, y) => spaced`距左${x}、距上${y}`,
};

const en: MatrixWords = {
  good: 'passed',
  bad: 'failed',
  passed: (good, all) => `${good} of ${all} passed`,
  failed: (cells) => `failed: ${cells.join(', ')}`,
  failedMore: (cells, count) => `failed: ${cells.join(', ')} and others, ${count} in all`,
  noFailed: 'none failed',
  kinds: (texts) => texts.map(({ text, count }) => `${text}: ${count}`).join(', '),
  clicks: 'Clicks',
  place: 'Place',
  share: 'Share',
  clicksOn: (page, count) => `${page}: ${count} clicks`,
  densest: (place, share) => `the densest cell is ${place}, with ${share}`,
  within: (element, share) => `“${element}” gets ${share}`,
  spot: (x, y) => `${x} from the left, ${y} from the top`,
};

export const matrixWords: Record<Language, MatrixWords> = { zh, en };
