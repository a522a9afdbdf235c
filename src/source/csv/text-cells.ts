import { maxLabelLength, parseTotalLabel } from '../rows/total-labels.ts';

/** No sign of a name of a total takes more bytes than three. */
const maxLabelBytes = 3 * maxLabelLength;

/** Bytes of padding and of names of totals: a cell that begins with one needs a closer look; nearly all begin otherwise. */
const paddingBytes = [0xc2, 0xe1, 0xe2, 0xe3, 0xef, 0x27, 0x60];
const labelBytes = [0xe5, 0xe6, 0x20, ...Buffer.from('tTgGsSaAmMoOrR')];

/** What the first byte of a text asks to be looked at. */
export const startAsks = {
  /** Whether it is padding, or begins a name of a total. */
  sign: 1,
  /** Whether Excel has shortened it, or it is a formula. */
  digits: 2,
  /** Whether it may be a number, a day or a word for “nothing”. */
  likeness: 4,
} as const;

/**
 * What each first byte asks for: most ask for nothing. `mayBeLabel`: whether a text may call its row a total; `isFree`:
 * whether only the cells say that they are texts.
 */
export function buildStartTable(mayBeLabel: boolean, isFree: boolean): Uint8Array {
  const table = new Uint8Array(256);
  const ask = (bytes: Iterable<number>, what: number) => {
    for (const byte of bytes) table[byte]! |= what;
  };
  ask(mayBeLabel ? [...paddingBytes, ...labelBytes] : paddingBytes, startAsks.sign);
  ask(belowLetters, startAsks.digits);
  if (isFree) ask(likeBytes, startAsks.likeness);
  return table;
}

const listBytes = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** Blanks, digits, signs and currencies of ASCII, and `=`. */
const belowLetters = listBytes(0, 0x3f);
/**
 * First bytes of numbers, days and words for “nothing”: ASCII up to `?`, `A` to `W`, `\N`, `nan`; U+0080 to U+00FF, U+2000
 * to U+2FFF, 无 and 暂, all from U+FE00 on. The engine's closer look asks for no others.
 */
const likeBytes = [
  ...belowLetters,
  ...listBytes(0x41, 0x57),
  ...[0x5c, 0x6e, 0xc2, 0xc3, 0xe2, 0xe6],
  ...listBytes(0xef, 0xf4),
];

/** Of a text with such a first byte: whether its first sign is one of those, too. */
export function isLikeNumber(bytes: Buffer, start: number): boolean {
  const second = bytes[start + 1]!;
  if (bytes[start] === 0xef) return second >= 0xb8;
  if (bytes[start] !== 0xe6) return true;
  const third = bytes[start + 2]!;
  return (second === 0x97 && third === 0xa0) || (second === 0x9a && third === 0x82);
}

/** Whether a text may be what Excel has left of a long number: `1.23E+17`. */
export function isShortened(bytes: Buffer, start: number, stop: number): boolean {
  for (let at = start + 1; at < stop; at++) {
    if (bytes[at] === plus && (bytes[at - 1]! | 0x20) === letterE) return true;
  }
  return false;
}

const [plus, letterE] = [0x2b, 0x65];

/**
 * Whether a cell that begins here has padding to us but not to the engine (U+3000, signs without width, a quote or a
 * backtick before an id), or says that its row is a total, where one may say so.
 */
export function isIrregularStart(bytes: Buffer, start: number, mayBeLabel: boolean): boolean {
  const first = bytes[start]!;
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

/** What the last byte of a text asks to be looked at: the sign it ends, or the whole cell. */
export const endAsks = { padding: 1, look: 2 } as const;

export const endTable = new Uint8Array(256);
for (let byte = 0x80; byte <= 0xbf; byte++) endTable[byte] = endAsks.padding;
for (let byte = 0; byte < 256; byte++)
  if (byte <= 0x20 || endBytes[byte] === 1) endTable[byte] = endAsks.look;

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
