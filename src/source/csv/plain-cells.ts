import type { ColumnType, TimeDigits } from '../../base/source-table.ts';
import { countDaysInMonth } from '../cells/date-formats.ts';

/** What the cells of a column are. */
export type PlainCellForm = ColumnType | 'money' | TimeDigits;

/** As many bytes as may be looked at behind a line end. */
export const slackBytes = 32;

/**
 * Where a cell that begins at an offset ends, if it is written in the plainest way: `12`, `12.5`, `true`, `2026-03-02`,
 * `2026-03-02 08:00:00`; else -1. What follows is the caller's business. The bytes must end in a line end, and have
 * `slackBytes` behind it.
 */
export const plainEnds: Record<Exclude<PlainCellForm, 'text'>, (bytes: DataView, at: number) => number> = {
  integer: (bytes, at) => {
    if (bytes.getUint8(at) !== minus) return findWholeEnd(bytes, at, 15);
    return bytes.getUint8(at + 1) === zero ? -1 : findWholeEnd(bytes, at + 1, 15);
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
    return day < 0 || (bytes.getUint8(day) !== space && bytes.getUint8(day) !== letterT)
      ? -1
      : findTimeEnd(bytes, day + 1);
  },
};

/** Exactly so many digits, and no more: seconds or milliseconds since 1970 that begin with 1, as those of our days. */
function findEpochEnd(bytes: DataView, at: number, digits: number): number {
  if (bytes.getUint8(at) !== one) return -1;
  return findDigitsEnd(bytes, at, digits + 1) === at + digits ? at + digits : -1;
}

/** `20260302`, a day that the calendar has. */
function findDayDigitsEnd(bytes: DataView, at: number): number {
  const century = parseTwoDigits(bytes, at);
  const rest = parseTwoDigits(bytes, at + 2);
  if (century < 10 || century > 98 || rest < 0 || findDigitsEnd(bytes, at, 9) !== at + 8) return -1;
  const [month, day] = [parseTwoDigits(bytes, at + 4), parseTwoDigits(bytes, at + 6)];
  if (month < 1 || month > 12 || day < 1) return -1;
  return day <= countDaysInMonth(century * 100 + rest, month) ? at + 8 : -1;
}

const [space, minus, dot, zero, one, letterT] = [32, 45, 46, 48, 49, 84];

const booleanWords = ['true', 'false'].map((word) => Buffer.from(word));

/** In letters of either case. */
function hasWordAt(bytes: DataView, at: number, word: Buffer): boolean {
  for (let i = 0; i < word.length; i++) if ((bytes.getUint8(at + i) | 0x20) !== word[i]) return false;
  return true;
}

function findDigitsEnd(bytes: DataView, at: number, most: number): number {
  let end = at;
  while (end < at + most && bytes.getUint8(end) >= 48 && bytes.getUint8(end) <= 57) end++;
  return end;
}

/** Digits without a zero before them. */
function findWholeEnd(bytes: DataView, at: number, most: number): number {
  if (bytes.getUint8(at) === zero) return at + 1;
  const end = findDigitsEnd(bytes, at, most);
  return end === at ? -1 : end;
}

function findDecimalEnd(bytes: DataView, at: number, decimals: number): number {
  const end = findWholeEnd(bytes, bytes.getUint8(at) === minus ? at + 1 : at, 12);
  if (end < 0 || bytes.getUint8(end) !== dot) return end;
  const last = findDigitsEnd(bytes, end + 1, decimals);
  return last === end + 1 ? -1 : last;
}

function countDigits(bytes: DataView, at: number, end: number): number {
  let count = 0;
  for (let i = at; i < end; i++) if (bytes.getUint8(i) >= zero) count++;
  return count;
}

/** The number of two digits; -1 for anything else. */
function parseTwoDigits(bytes: DataView, at: number): number {
  const tens = bytes.getUint8(at) - 48;
  const ones = bytes.getUint8(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** A day that the calendar has, of a year with four digits. Four bytes at a time, as if they were a number. */
function findDateEnd(bytes: DataView, at: number): number {
  const year = bytes.getInt32(at, true) ^ 0x30303030;
  if ((year & fourDigits) !== 0 || ((year + 0x06060606) & fourDigits) !== 0) return -1;
  const month = bytes.getInt32(at + 4, true) ^ 0x2d30302d;
  if ((month & 0xfff0f0ff) !== 0 || ((month + 0x00060600) & fourDigits) !== 0) return -1;
  const day = bytes.getInt16(at + 8, true) ^ 0x3030;
  if ((day & 0xf0f0) !== 0 || ((day + 0x0606) & 0xf0f0) !== 0) return -1;
  const [years, months, days] = [
    readPair(year) * 100 + readPair(year >> 16),
    readPair(month >> 8),
    readPair(day),
  ];
  // Year 9999 has instants in 10000, which no ISO text writes in four digits.
  if (years < 1000 || years === 9999 || months < 1 || months > 12 || days < 1) return -1;
  return days <= 28 || days <= countDaysInMonth(years, months) ? at + 10 : -1;
}

/** Where four bytes that were digits have nothing, when `0` is taken off each. */
const fourDigits = 0xf0f0f0f0;

/** The number of two digits that follow one another as bytes, the tens in the lower one. */
function readPair(digits: number): number {
  return (digits & 15) * 10 + ((digits >> 8) & 15);
}

/** `08:00:00`, with a fraction of at most six digits and without zeros behind it. */
function findTimeEnd(bytes: DataView, at: number): number {
  const early = bytes.getInt32(at, true) ^ 0x303a3030;
  if ((early & 0xf0fff0f0) !== 0 || ((early + 0x06000606) & fourDigits) !== 0) return -1;
  const late = bytes.getInt32(at + 4, true) ^ 0x30303a30;
  if ((late & 0xf0f0fff0) !== 0 || ((late + 0x06060006) & fourDigits) !== 0) return -1;
  // Tens of minutes and of seconds.
  if (readPair(early) > 23 || early >> 24 > 5 || ((late >> 16) & 15) > 5) return -1;
  const end = at + 8;
  if (bytes.getUint8(end) !== dot) return end;
  const last = findDigitsEnd(bytes, end + 1, 6);
  return last === end + 1 || bytes.getUint8(last - 1) === zero ? -1 : last;
}
