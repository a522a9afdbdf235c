import { findTotalKind } from '../rows/total-rows.ts';

/** Columns in which a row may call itself a total. */
const labelColumns = 3;
/** Bytes of the longest name of a total, with spaces. */
const maxLabelBytes = 60;

/** Bytes with which a cell begins that needs a closer look; nearly all cells begin otherwise. */
const suspectBytes = new Uint8Array(256);
for (const byte of [0xc2, 0xe1, 0xe2, 0xe3, 0xe5, 0xe6, 0xef, 0x20]) suspectBytes[byte] = 1;
for (const letter of 'tTgGsS') suspectBytes[letter.charCodeAt(0)] = 1;

/**
 * Whether a cell that begins here is white space to us but not to the engine (U+3000 and its like), or, among the first
 * columns, says that its row is a total. `column` counts from 1.
 */
export function isIrregularStart(bytes: Buffer, start: number, column: number): boolean {
  const first = bytes[start]!;
  if (suspectBytes[first] === 0) return false;
  if (isWideSpace(bytes, start)) return true;
  return column <= labelColumns && canBeTotal(bytes, start) && isTotalLabel(bytes, start);
}

/** The signs beyond ASCII that `trim` takes off, by their bytes: a text made of each cell would cost more than all the rest. */
function isWideSpace(bytes: Buffer, start: number): boolean {
  const [first, second, third] = [bytes[start]!, bytes[start + 1]!, bytes[start + 2]!];
  switch (first) {
    case 0xc2:
      return second === 0xa0;
    case 0xe1:
      return second === 0x9a && third === 0x80;
    case 0xe2:
      return (second === 0x80 && isGeneralSpace(third)) || (second === 0x81 && third === 0x9f);
    case 0xe3:
      return second === 0x80 && third === 0x80;
    case 0xef:
      return second === 0xbb && third === 0xbf;
    default:
      return false;
  }
}

/** U+2000 to U+200A, U+2028, U+2029 and U+202F, by their last byte. */
function isGeneralSpace(third: number): boolean {
  return (third >= 0x80 && third <= 0x8a) || third === 0xa8 || third === 0xa9 || third === 0xaf;
}

/** By its first letters: `to`tal, `gr`and total, `su`btotal; 合计 and the others may have spaces between. */
function canBeTotal(bytes: Buffer, start: number): boolean {
  const [first, second] = [bytes[start]! | 0x20, bytes[start + 1]! | 0x20];
  if (first === 0x74) return second === 0x6f;
  if (first === 0x67) return second === 0x72;
  if (first === 0x73) return second === 0x75;
  if (bytes[start] !== 0xe5 && bytes[start] !== 0xe6) return bytes[start] === 0xef || bytes[start] === 0x20;
  const next = bytes[start + 3];
  return next === 0xe8 || next === 0xe5 || next === 0xe6 || next === 0x20 || next === 0xe3;
}

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
  return text.split(/[,;\t|]/, 1).some((cell) => findTotalKind([cell]) !== undefined);
}
