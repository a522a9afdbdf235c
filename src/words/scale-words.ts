/** Words that are no names but steps of a scale, or its two sides. */

import type { Scale } from '../base/registry/column-display.ts';

const sides: Record<'for' | 'even' | 'against', readonly string[]> = {
  for: ['正面', '积极', '好评', '推荐者', '赞成', '满意', 'positive', 'pos', 'promoter', 'promoters'],
  even: ['中性', '中立', '中评', '被动者', '一般', 'neutral', 'neu', 'passive', 'passives'],
  against: ['负面', '消极', '差评', '贬损者', '反对', '不满意', 'negative', 'neg', 'detractor', 'detractors'],
};

export type Side = keyof typeof sides;

/** On which side a word stands; undefined where it takes none. */
export function findSide(word: string): Side | undefined {
  const plain = word.trim().toLowerCase();
  return (Object.keys(sides) as Side[]).find((side) => sides[side].includes(plain));
}

const steps = [
  ['低', '中低', '中', '中高', '高'],
  ['差', '较差', '一般', '较好', '好'],
  ['小', '中', '大'],
  ['low', 'medium', 'high'],
  ['none', 'low', 'medium', 'high'],
  'jan feb mar apr may jun jul aug sep oct nov dec'.split(' '),
  'mon tue wed thu fri sat sun'.split(' '),
  ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  ['poor', 'fair', 'good', 'very good', 'excellent'],
];

/** `1 分`, `18-22岁`, `第 2 层`, `35岁以上`, `3 月`, `实训第 3 周`, `2 of 5`, `60+`. */
const countedPattern = /^(实训[前后]?)?(第\s*)?[<>≤≥]?\s*\d|^(training )?week \d/;

/** What names are to one another as far as they say it themselves. */
export function findScale(names: readonly string[]): Scale {
  if (names.length < 2) return 'names';
  if (names.every((name) => countedPattern.test(name.trim()))) return 'order';
  const plain = names.map((name) => name.trim().toLowerCase());
  if (steps.some((known) => plain.every((name) => known.includes(name)))) return 'order';
  const taken = new Set(names.map(findSide));
  return !taken.has(undefined) && taken.has('for') && taken.has('against') ? 'sides' : 'names';
}
