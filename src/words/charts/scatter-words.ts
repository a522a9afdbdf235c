import type { Language } from '../../base/language.ts';
import { spaced } from '../spaced.ts';

/** Words of charts of one number against another. */
interface ScatterWords {
  middle: (text: string) => string;
  /** Which side of its median a number is wanted on. */
  side: Record<'low' | 'high', (label: string, text: string) => string>;
  corner: (sides: string[], names: string[]) => string;
  cornerEmpty: (sides: string[]) => string;
  missing: (count: number) => string;
  /** What the area of a circle stands for. */
  area: (label: string, most: string) => string;
}

const most = 4;

const zh: ScatterWords = {
  middle: (text) => spaced`中位数${text}`,
  side: {
    low: (label, text) => spaced`${label}不高于中位数${text}`,
    high: (label, text) => spaced`${label}不低于中位数${text}`,
  },
  corner: (sides, names) =>
    spaced`${sides.join('、')}的有${names.length}项：${names.slice(0, most).join('、')}${names.length > most ? '等' : ''}`,
  cornerEmpty: (sides) => spaced`没有一项${sides.join('、')}`,
  missing: (count) => spaced`另有${count}项缺少数值，没有画出`,
  area: (label, text) => spaced`圆面积：${label}，最大${text}`,
};

const en: ScatterWords = {
  middle: (text) => `Median ${text}`,
  side: {
    low: (label, text) => `${label} at most the median of ${text}`,
    high: (label, text) => `${label} at least the median of ${text}`,
  },
  corner: (sides, names) =>
    `${sides.join(' and ')}: ${names.slice(0, most).join(', ')}${names.length > most ? ` and ${names.length - most} more` : ''}`,
  cornerEmpty: (sides) => `none has ${sides.join(' and ')}`,
  missing: (count) =>
    `${count} more ${count === 1 ? 'lacks' : 'lack'} a value and ${count === 1 ? 'is' : 'are'} not drawn`,
  area: (label, text) => `Area of circles: ${label}, at most ${text}`,
};

export const scatterWords: Record<Language, ScatterWords> = { zh, en };
