import type { ColumnType, TimeDigits } from '../../base/source-table.ts';
import { countDaysInMonth } from '../cells/date-formats.ts';
import { maxLabelLength, parseTotalLabel } from '../rows/total-labels.ts';

/** What the cells of a column are. */
export type PlainCellForm = ColumnType | 'money' | TimeDigits;

/** How the cells of a column must be written. */
export interface PlainColumnForm {
  form: PlainCellForm;
  /** Whether none may be empty. */
  required: boolean;
}

/**
 * Where a cell that begins at an offset ends, if it is written in the plainest way: `12`, `12.5`, `true`, `2026-03-02`,
 * `2026-03-02 08:00:00`; else -1. What follows is the caller's business. The bytes must end in a line end.
 */
export const plainEnds: Record<Exclude<PlainCellForm, 'text'>, (bytes: Buffer, at: number) => number> = {
  integer: (bytes, at) => {
    if (bytes[at] !== minus) return findWholeEnd(bytes, at, 15);
    return bytes[at + 1] === zero ? -1 : findWholeEnd(bytes, at + 1, 15);
  },
  // More digits are an id.
  number: (bytes, at) => {
    const end = findDecimalEnd(bytes, at, 12);
    return end - at > 15 && countDigits(bytes, at, end) > 15 ? -1 : end;
  },
  money: (bytes, at) => findDecimalEnd(bytes, at, 4),
  boolean: (bytes, at) => {
    for (const word of booleanWords) if (hasWordAt(bytes, at, word)) return at + word.length;
    return -1;
  },
  date: findDateEnd,
  'day-digits': findDayDigitsEnd,
  'epoch-seconds': (bytes, at) => findEpochEnd(bytes, at, 10),
  'epoch-milliseconds': (bytes, at) => findEpochEnd(bytes, at, 13),
  timestamp: (bytes, at) => {
    const day = findDateEnd(bytes, at);
    return day < 0 || (bytes[day] !== space && bytes[day] !== letterT) ? -1 : findTimeEnd(bytes, day + 1);
  },
};

/** Exactly so many digits, and no more: seconds or milliseconds since 1970 that begin with 1, as those of our days. */
function findEpochEnd(bytes: Buffer, at: number, digits: number): number {
  if (bytes[at] !== one) return -1;
  return findDigitsEnd(bytes, at, digits + 1) === at + digits ? at + digits : -1;
}

/** `20260302`, a day that the calendar has. */
function findDayDigitsEnd(bytes: Buffer, at: number): number {
  const century = parseTwoDigits(bytes, at);
  const rest = parseTwoDigits(bytes, at + 2);
  if (century < 10 || century > 98 || rest < 0 || findDigitsEnd(bytes, at, 9) !== at + 8) return -1;
  const [month, day] = [parseTwoDigits(bytes, at + 4), parseTwoDigits(bytes, at + 6)];
  if (month < 1 || month > 12 || day < 1) return -1;
  return day <= countDaysInMonth(century * 100 + rest, month) ? at + 8 : -1;
}

const [space, minus, dot, zero, one, colon, letterT] = [32, 45, 46, 48, 49, 58, 84];

const booleanWords = ['true', 'false'].map((word) => Buffer.from(word));

/** In letters of either case. */
function hasWordAt(bytes: Buffer, at: number, word: Buffer): boolean {
  for (let i = 0; i < word.length; i++) if ((bytes[at + i]! | 0x20) !== word[i]) return false;
  return true;
}

function findDigitsEnd(bytes: Buffer, at: number, most: number): number {
  let end = at;
  while (end < at + most && bytes[end]! >= 48 && bytes[end]! <= 57) end++;
  return end;
}

/** Digits without a zero before them. */
function findWholeEnd(bytes: Buffer, at: number, most: number): number {
  if (bytes[at] === zero) return at + 1;
  const end = findDigitsEnd(bytes, at, most);
  return end === at ? -1 : end;
}

function findDecimalEnd(bytes: Buffer, at: number, decimals: number): number {
  const end = findWholeEnd(bytes, bytes[at] === minus ? at + 1 : at, 12);
  if (end < 0 || bytes[end] !== dot) return end;
  const last = findDigitsEnd(bytes, end + 1, decimals);
  return last === end + 1 ? -1 : last;
}

function countDigits(bytes: Buffer, at: number, end: number): number {
  let count = 0;
  for (let i = at; i < end; i++) if (bytes[i]! >= zero) count++;
  return count;
}

/** The number of two digits; -1 for anything else. */
function parseTwoDigits(bytes: Buffer, at: number): number {
  const tens = bytes[at]! - 48;
  const ones = bytes[at + 1]! - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** A day that the calendar has, of a year with four digits. */
function findDateEnd(bytes: Buffer, at: number): number {
  const century = parseTwoDigits(bytes, at);
  const rest = parseTwoDigits(bytes, at + 2);
  // Year 9999 has instants in 10000, which no ISO text writes in four digits.
  if (century < 10 || rest < 0 || (century === 99 && rest === 99)) return -1;
  if (bytes[at + 4] !== minus || bytes[at + 7] !== minus) return -1;
  const month = parseTwoDigits(bytes, at + 5);
  const day = parseTwoDigits(bytes, at + 8);
  if (month < 1 || month > 12 || day < 1) return -1;
  return day <= 28 || day <= countDaysInMonth(century * 100 + rest, month) ? at + 10 : -1;
}

/** `08:00:00`, with a fraction of at most six digits and without zeros behind it. */
function findTimeEnd(bytes: Buffer, at: number): number {
  const hour = parseTwoDigits(bytes, at);
  if (hour < 0 || hour > 23 || !isBelowSixty(bytes, at + 2) || !isBelowSixty(bytes, at + 5)) return -1;
  const end = at + 8;
  if (bytes[end] !== dot) return end;
  const last = findDigitsEnd(bytes, end + 1, 6);
  return last === end + 1 || bytes[last - 1] === zero ? -1 : last;
}

/** `:00` to `:59` */
function isBelowSixty(bytes: Buffer, at: number): boolean {
  const count = parseTwoDigits(bytes, at + 1);
  return bytes[at] === colon && count >= 0 && count <= 59;
}

/** No sign of a name of a total takes more bytes than three. */
const maxLabelBytes = 3 * maxLabelLength;

/** Bytes with which a cell begins that needs a closer look; nearly all cells begin otherwise. */
const suspectBytes = new Uint8Array(256);
for (const byte of [0xc2, 0xe1, 0xe2, 0xe3, 0xe5, 0xe6, 0xef, 0x20, 0x27, 0x60]) suspectBytes[byte] = 1;
for (const letter of 'tTgGsSaAmMoOrR') suspectBytes[letter.charCodeAt(0)] = 1;

/**
 * Whether a cell that begins here has padding to us but not to the engine (U+3000, signs without width, a quote or a
 * backtick before an id), or says that its row is a total, where one may say so.
 */
export function isIrregularStart(bytes: Buffer, start: number, mayBeLabel: boolean): boolean {
  const first = bytes[start]!;
  if (suspectBytes[first] === 0) return false;
  if (first === 0x27 || first === 0x60 || isPadding(bytes, start)) return true;
  return mayBeLabel && canBeTotal(bytes, start) && isTotalLabel(bytes, start);
}

/** Whether a cell that ends here says by its last sign that its row is a total: `本页合计`, `华东 汇总`, `East Total`. */
export function isIrregularEnd(bytes: Buffer, start: number, stop: number): boolean {
  const last = bytes[stop - 1]!;
  if (endBytes[last] === 0 || stop - start > maxLabelBytes) return false;
  const text = bytes.toString('utf8', start, stop);
  return parseTotalLabel(text) !== undefined;
}

/** Last bytes of 计, 总, 值, 均 and of `total`. */
const endBytes = new Uint8Array(256);
for (const byte of [0xa1, 0xbb, 0xbc, 0x87, 0x6c, 0x4c]) endBytes[byte] = 1;

/** Whether a cell that ends before `end` ends with padding that the engine does not know. */
export function isPaddedEnd(bytes: Buffer, end: number): boolean {
  const last = bytes[end - 1]!;
  // ASCII, and the last byte of any sign that is none.
  if (last < 0x80 || last > 0xbf) return false;
  return isPadding(bytes, end - 3) || (last === 0xa0 && isPadding(bytes, end - 2));
}

/** The signs beyond ASCII that padding may be of, by their bytes: a text made of each cell would cost more than all the rest. */
function isPadding(bytes: Buffer, start: number): boolean {
  const [first, second, third] = [bytes[start]!, bytes[start + 1]!, bytes[start + 2]!];
  switch (first) {
    case 0xc2:
      return second === 0xa0;
    case 0xe1:
      return second === 0x9a && third === 0x80;
    case 0xe2:
      return (second === 0x80 && isGeneralPadding(third)) || (second === 0x81 && isLatePadding(third));
    case 0xe3:
      return second === 0x80 && third === 0x80;
    case 0xef:
      return second === 0xbb && third === 0xbf;
    default:
      return false;
  }
}

/** U+2000 to U+200F and U+2028 to U+202F, by their last byte. */
function isGeneralPadding(third: number): boolean {
  return (third >= 0x80 && third <= 0x8f) || (third >= 0xa8 && third <= 0xaf);
}

/** U+205F, U+2060 and U+2066 to U+2069, by their last byte. */
function isLatePadding(third: number): boolean {
  return third === 0x9f || third === 0xa0 || (third >= 0xa6 && third <= 0xa9);
}

/** By its first letters: `to`tal, `gr`and total, `su`btotal …, or its first sign: 合, 总 … */
function canBeTotal(bytes: Buffer, start: number): boolean {
  const first = bytes[start]!;
  if (first === 0xef || first === 0x20) return true;
  if (first < 0x80) return firstLetters.has(((first | 0x20) << 8) | (bytes[start + 1]! | 0x20));
  return firstSigns.has((first << 16) | (bytes[start + 1]! << 8) | bytes[start + 2]!);
}

const firstLetters = new Set(
  ['to', 'gr', 'su', 'av', 'al', 'me', 'ov', 're'].map((two) => (two.charCodeAt(0) << 8) | two.charCodeAt(1)),
);
const firstSigns = new Set([...'合总汇小共全所平均整'].map((sign) => Buffer.from(sign).readUIntBE(0, 3)));

function isTotalLabel(bytes: Buffer, start: number): boolean {
  let end = start;
  while (
    end < bytes.length &&
    end - start < maxLabelBytes &&
    bytes[end] !== 34 &&
    bytes[end] !== 10 &&
    bytes[end] !== 13
  )
    end++;
  const text = bytes.toString('utf8', start, end);
  return text.split(/[,;\t|]/, 1).some((cell) => parseTotalLabel(cell) !== undefined);
}
