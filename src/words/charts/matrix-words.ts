import type { Language } from '../../base/language.ts';
import { spaced } from '../spaced.ts';

/** Words in matrices of verdicts and in maps of clicks. */
interface MatrixWords {
  good: string;
  bad: string;
  clicks: string;
  quoted: (name: string) => string;
  place: string;
  share: string;
  /** Per cent from the left and from the top. */
  spot: (x: string, y: string) => string;
}

const zh: MatrixWords = {
  good: '通过',
  bad: '未通过',
  clicks: '点击',
  quoted: (name) => `“${name}”`,
  place: '位置',
  share: '占比',
  spot: (x, y) => spaced`距左${x}、距上${y}`,
};

const en: MatrixWords = {
  good: 'passed',
  bad: 'failed',
  clicks: 'Clicks',
  quoted: (name) => `“${name}”`,
  place: 'Place',
  share: 'Share',
  spot: (x, y) => `${x} from the left, ${y} from the top`,
};

export const matrixWords: Record<Language, MatrixWords> = { zh, en };
