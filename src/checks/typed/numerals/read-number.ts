import { parseChineseNumber } from './chinese-number.ts';

/** Digits, Chinese characters or English words; undefined where they are no number. */
export function readNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[\d.,]+$/.test(text)) return Number(text.replaceAll(',', ''));
  return englishNumbers(text.toLowerCase()) ?? parseChineseNumber(text);
}

const small = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const decades = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function englishNumbers(text: string): number | undefined {
  const [first = '', second] = text.split('-');
  const ten = decades.indexOf(first);
  if (ten > 1) return ten * 10 + (second ? small.indexOf(second) : 0);
  const at = small.indexOf(first);
  return at < 0 ? undefined : at;
}
