/** Numbers in Chinese characters: 一万二千, 七十三, 两百, 三点二, 二〇二六. */

const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const tens: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const groups: Record<string, number> = { 万: 1e4, 亿: 1e8 };

export const chineseNumber = '[零〇一二两俩三四五六七八九十百千万亿]+(?:点[零〇一二三四五六七八九]+)?';

/** Undefined where the characters are none as one number: 一二三, 二八, 万一. */
export function parseChineseNumber(text: string): number | undefined {
  const [whole = '', fraction] = text.split('点');
  if (fraction === undefined) return parseWhole(whole);
  const decimals = [...fraction].map((sign) => digits[sign]).join('');
  const value = parseWhole(whole);
  return value === undefined ? undefined : Number(`${value}.${decimals}`);
}

function parseWhole(text: string): number | undefined {
  let total = 0;
  let group = 0;
  let digit: number | undefined;
  let last = Number.POSITIVE_INFINITY;
  for (const [at, sign] of [...text].entries()) {
    const own = digits[sign];
    const ten = tens[sign];
    if (own !== undefined) {
      // 零 stands between a digit and the next: 一百零三.
      if (digit !== undefined && digit !== 0) return undefined;
      digit = own;
    } else if (ten !== undefined) {
      if (ten >= last || (digit === 0 && at === 1)) return undefined;
      group += (digit ?? 1) * ten;
      digit = undefined;
      last = ten;
    } else {
      const scale = groups[sign]!;
      const own = group + (digit ?? (at === 0 ? 1 : 0));
      // 一万亿 is 10,000 of 亿; in 一亿零三百万 the 万 are counted on their own.
      total = total < scale ? (total + own) * scale : total + own * scale;
      [group, digit, last] = [0, undefined, scale];
    }
  }
  // 一万二 is 12,000: a digit after a step stands for the step below.
  const isShort = digit !== undefined && digit > 0 && last >= 100 && last < Infinity && !text.includes('零');
  return total + group + (digit ?? 0) * (isShort ? last / 10 : 1);
}
