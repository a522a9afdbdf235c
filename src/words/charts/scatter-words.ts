import type { Language } from '../../base/language.ts';
import { spaced } from '../spaced.ts';

/** Words of charts of one number against another. */
interface ScatterWords {
  middle: (text: string) => string;
  /** Which side of its median a number is wanted on. */
  side: Record<'low' | 'high', (label: string, text: string) => string>;
  /** Both of them. */
  sides: (sides: string[]) => string;
  /** What the area of a circle stands for. */
  area: (label: string, most: string) => string;
}

const zh: ScatterWords = {
  middle: (text) => spaced`中位数${text}`,
  side: {
    low: (label, text) => spaced`${label}不高于中位数${text}`,
    high: (label, text) => spaced`${label}不低于中位数${text}`,
  },
  sides: (sides) => sides.join('、'),
  area: (label, text) => spaced`圆面积：${label}，最大${text}`,
};

const en: ScatterWords = {
  middle: (text) => `Median ${text}`,
  side: {
    low: (label, text) => `${label} at most the median of ${text}`,
    high: (label, text) => `${label} at least the median of ${text}`,
  },
  sides: (sides) => sides.join(' and '),
  area: (label, text) => `Area of circles: ${label}, at most ${text}`,
};

export const scatterWords: Record<Language, ScatterWords> = { zh, en };
