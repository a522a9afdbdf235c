/** Numbers as people write them into a sentence: 1.2 万元, −3.5%, 58 yuan. */
export interface ParsedNumber {
  /** In full, without its sign: 12000 for 1.2 万. */
  value: number;
  /** How far the number meant may lie away: half of the last digit, 500 for 1.2 万; a tenth of 近 3000. */
  slack: number;
  /** Its unit where it is one of the known, else ''. */
  unit: string;
  /** As written: 1.2 万元. */
  text: string;
}

/** `units` are known besides the common ones. */
export function parseNumbers(written: string, units: Iterable<string> = []): ParsedNumber[] {
  const text = normaliseDigits(written);
  const known = [...new Set([...units, ...commonUnits])].filter(Boolean).sort((a, b) => b.length - a.length);
  return [...text.matchAll(number)].map((match) => {
    const { digits = '', scale = '' } = match.groups ?? {};
    const times = scales[scale.toLowerCase()] ?? 1;
    const end = match.index + match[0].length;
    const after = text.slice(end);
    const unit = known.find((one) => startsWithUnit(after, one)) ?? '';
    const plain = digits.replaceAll(',', '');
    const value = Number(plain) * times;
    const decimals = plain.split('.')[1]?.length ?? 0;
    const unitEnd = unit ? end + after.indexOf(unit) + unit.length : end;
    const about =
      loose.test(text.slice(0, match.index)) ||
      looseAfter.test(after) ||
      looseAfter.test(text.slice(unitEnd));
    return {
      value,
      slack: Math.max(0.5 * 10 ** -decimals * times, about ? value / 10 : 0),
      unit: unit === '百分点' ? '个百分点' : unit,
      text: text.slice(match.index, unitEnd).trim(),
    };
  });
}

/** Full-width digits and signs as the narrow ones; every character keeps its place. */
export function normaliseDigits(text: string): string {
  return text
    .replace(/[０-９％．]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('−', '-');
}

/** No part of a name, a range or a ratio: T07, B2B, 4-6, 3:1. */
const number =
  /(?<![\p{Script=Latin}\d_]|[\p{Script=Latin}\d_][.,:/-])(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d_]|[.,:/-]\d|(?![kKMB](?![A-Za-z]))[A-Za-z])(?:\s*(?<scale>万亿|百万|千万|亿|万|千|[kKMB](?![A-Za-z])))?/gu;

const scales: Record<string, number> = {
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12,
  k: 1e3,
  m: 1e6,
  b: 1e9,
};

const commonUnits = '% 个百分点 百分点 元 人次 人日 人 次 单 件 篇 条 天 周 个月 小时 分钟 秒 倍'.split(' ');

const loose = /(?:约|近|超|超过|逾|突破|达不到|不到|不足|接近|上|about|around|nearly|almost|over|than)\s*$/i;
const looseAfter = /^\s*(?:余|多|左右|上下|以上|以下)/;

function startsWithUnit(after: string, unit: string): boolean {
  const rest = after.replace(/^[ \t余多]+/, '');
  return rest.startsWith(unit) && !(/[A-Za-z]$/.test(unit) && /^[A-Za-z]/.test(rest.slice(unit.length)));
}
