import { chineseNumber, parseChineseNumber } from './chinese-number.ts';
import { getUnit, unitPattern } from './number-units.ts';
import type { Numeral } from './numeral.ts';
import { readNumber } from './read-number.ts';

const arabic = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const scaleWord = '万亿|千万|百万|十万|亿|万|千|百(?!分)|million|billion|thousand|[wWkKMB](?![A-Za-z])';
const scales: Record<string, number> = {
  百: 100,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12,
  w: 1e4,
  k: 1e3,
  m: 1e6,
  b: 1e9,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
};
const before =
  '(?<before>约|大约|大概|差不多|近|将近|接近|超过?|逾|突破|破|过|上|不足|不到|不满|未满|不超过|about|around|nearly|almost|over|more than|under|less than|up to)?\\s*';
const after = '(?<after>\\s*(?:[余多来几]|出头|\\+))?';
const unit = `(?:\\s*(?<unit>${unitPattern}))?`;
const later = '(?<later>多|左右|上下|以上|以下|半|出头)?';
const money = '(?<money>[¥￥$]\\s*|(?:CNY|RMB)\\s*)?';

type Reader = (groups: Record<string, string | undefined>, text: string) => Partial<Numeral> | undefined;

/** `near` is that of the words around unless the form itself is rough. */
function share(part: number | undefined, whole: number | undefined, exact = 0): Partial<Numeral> | undefined {
  if (part === undefined || whole === undefined || whole === 0) return undefined;
  const percent = Number(((part / whole) * 100).toPrecision(12));
  return { low: percent, high: percent, unit: '%', form: exact ? 'digits' : 'share' };
}

const readTenths: Reader = ({ k, half }) => {
  const tenths = readNumber(k);
  if (tenths === undefined) return undefined;
  const more = half === '半' ? 5 : (readNumber(half) ?? 0);
  return { low: tenths * 10 + more, high: tenths * 10 + more, unit: '%', form: half ? 'digits' : 'share' };
};

const readFold: Reader = ({ n, word }) => {
  const named = { doubled: 2, tripled: 3, quadrupled: 4, halved: 0.5 }[word?.toLowerCase() ?? ''];
  const fold = named ?? 2 ** (readNumber(n) ?? 1);
  return { low: fold, high: fold, unit: '倍', form: 'multiple' };
};

const readRange: Reader = ({ a, b, scale, scaleA, unit: own, unitA, before: lead }, text) => {
  // 2.1% 到 3.48% may be a change, told by what stands before it; the ends of a range rise.
  const times = scales[scale?.toLowerCase() ?? ''] ?? 1;
  const timesA = scaleA === undefined ? times : (scales[scaleA.toLowerCase()] ?? 1);
  const [low, high] = [readNumber(a)! * timesA, readNumber(b)! * times];
  if (!(low < high) || lead !== undefined || /\d\s*-\s*\d.*-|^\d{4}/.test(text)) return undefined;
  return { low, high, unit: getUnit(own ?? unitA), form: 'digits' };
};

const readPlain: Reader = ({ a, scale, sign, unit: own }) => {
  const value = Number((readNumber(a)! * (scales[scale?.toLowerCase() ?? ''] ?? 1)).toPrecision(15));
  const signed = sign === '-' ? -value : value;
  return { low: signed, high: signed, unit: getUnit(own), form: 'digits' };
};

const readHan: Reader = ({ han, unit: own }) => {
  const loose = { 十几: 10, 几十: 20, 几百: 200, 几千: 2000 }[han!];
  const value = loose ?? parseChineseNumber(han!);
  if (value === undefined) return undefined;
  return {
    low: value,
    high: value,
    unit: getUnit(own),
    form: 'han',
    ...(loose !== undefined && { near: 'over' as const }),
  };
};

/** The first that reads a place has it: what is particular comes first. */
export const numeralPatterns: readonly (readonly [RegExp, Reader])[] = [
  [
    /每\s*(?<n>[\d一二两三四五六七八九十百千]+)\s*[人位名个][^，。；]{0,8}?有\s*(?<k>[\d一二两三四五六七八九十百]+)\s*[人位名个]/gu,
    ({ n, k }) => share(readNumber(k), readNumber(n)),
  ],
  [
    /(?<k>\d+|one|two|three|four|five|six|seven|eight|nine) (?:in|of|out of) (?:every )?(?<n>ten|five|four|three|eight|six)\b/giu,
    ({ k, n }) => share(readNumber(k), readNumber(n)),
  ],
  [
    new RegExp(`${before}(?<n>[百千万])分之(?<k>${chineseNumber}|${arabic})${later}`, 'gu'),
    ({ n, k }) => share(n === '百' && k === '百' ? 100 : readNumber(k), scales[n!], 1),
  ],
  [
    new RegExp(
      `${before}(?<n>[二三四五六七八九十]|\\d{1,2})分之(?<k>[一二两三四五六七八九]|\\d)${later}`,
      'gu',
    ),
    ({ n, k }) => share(readNumber(k), readNumber(n)),
  ],
  [
    new RegExp(
      `${before}(?<k>[一二两三四五六七八九]|\\d(?:\\.\\d)?)\\s*成(?![为本员果长交功立就熟效都分品型片])(?<half>半|[一二三四五六七八九](?![成个]))?${later}`,
      'gu',
    ),
    readTenths,
  ],
  [
    new RegExp(
      `${before}(?:半数|一半|过半数?|大半)${later}|(?:nearly |almost |over |more than )?\\bhalf\\b(?! of the (?:term|year))`,
      'giu',
    ),
    (_, text) => ({ ...share(1, 2), near: /过|超|over|more/.test(text) ? 'over' : 'about' }),
  ],
  [
    /(?:(?<before>nearly|almost|about|over|more than) )?(?<k>an?|one|two|three) (?<n>third|quarter|fifth|tenth)s?\b/giu,
    ({ k, n }) =>
      share(
        /^an?$/i.test(k!) ? 1 : readNumber(k),
        ['third', 'quarter', 'fifth'].indexOf(n!.toLowerCase()) + 3 || 10,
      ),
  ],
  [/翻了?(?<n>[一两二三])?[番倍](?:了)?|\b(?<word>doubled|tripled|quadrupled|halved)\b/giu, readFold],
  [
    /减半|少了一半/gu,
    (_, text) =>
      text === '减半'
        ? { low: 0.5, high: 0.5, unit: '倍', form: 'multiple' }
        : { ...share(1, 2), near: 'about' },
  ],
  [
    /(?<![\d.:：/])(?<a>\d+(?:\.\d+)?)\s*[:：]\s*(?<b>\d+(?:\.\d+)?)(?![\d:：])/gu,
    ({ a, b }) => ({ low: Number(a) / Number(b), high: Number(a) / Number(b), form: 'ratio' }),
  ],
  [
    /(?<![\d./])(?<k>[1-9])\s*\/\s*(?<n>[2-9]|10)(?![\d./])(?=的|以上)/gu,
    ({ k, n }) => (Number(k) < Number(n) ? share(Number(k), Number(n)) : undefined),
  ],
  [
    /(?<m>\d+)\s*(?:分钟?|min|′|')\s*(?<s>\d{1,2})\s*(?:秒|s\b|″|")/giu,
    ({ m, s }) => ({
      low: Number(m) * 60 + Number(s),
      high: Number(m) * 60 + Number(s),
      unit: '秒',
      form: 'span',
    }),
  ],
  [
    /(?<![\d.])(?:(?:由|从|到|至|至了|列|居|名|班|校|排)\s*)第\s*(?<n>\d+|[一二三四五六七八九十]+)\s*[位名]?/gu,
    ({ n }, text) =>
      /(?:[至到列居由]|排名|名列|[班校])\s*第/.test(text)
        ? { low: readNumber(n)!, high: readNumber(n)!, unit: '', form: 'rank' }
        : undefined,
  ],
  [
    new RegExp(
      `(?<!(?:由|从|from|between)\\s*)(?<![\\d.,])${before}${money}(?<a>${arabic})\\s*(?<scaleA>${scaleWord})?\\s*(?<unitA>%)?\\s*(?:[～~—–-]|至|到| to )\\s*(?<b>${arabic})(?:\\s*(?<scale>${scaleWord}))?${unit}`,
      'giu',
    ),
    readRange,
  ],
  [
    new RegExp(
      `${before}${money}(?<sign>[+-])?(?<a>${arabic})(?:\\s*(?<scale>${scaleWord}))?${after}${unit}${later}`,
      'giu',
    ),
    readPlain,
  ],
  [
    new RegExp(
      `${before}(?<han>${chineseNumber}|十几|几十|几百|几千)(?<after>[余多来几]|出头)?${unit}${later}`,
      'giu',
    ),
    readHan,
  ],
  [
    /\b(?<word>zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)(?: (?<unit>percent))?\b/giu,
    ({ word, unit: own }) => ({
      low: readNumber(word)!,
      high: readNumber(word)!,
      unit: getUnit(own),
      form: 'han',
    }),
  ],
];
