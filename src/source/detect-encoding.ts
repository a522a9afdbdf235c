import { isAscii } from 'node:buffer';
import { isChinese } from './chinese-share.ts';

/**
 * Which encoding bytes are in, as far as they say: one; one with a few bytes that are broken; one that their author had
 * better confirm; several that read well; or none.
 */
export type DetectedEncoding =
  | { kind: 'known' | 'damaged' | 'likely'; encoding: Encoding }
  | { kind: 'ambiguous'; encodings: Encoding[] }
  | { kind: 'none' };

type Encoding = 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be';

const byteOrderMarks: readonly [Encoding, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/**
 * Recognises UTF-8, GB18030 (with GBK), Big5 and UTF-16 by what the bytes would say. A text that is sound in UTF-8 and
 * also reads as common Chinese in GBK (`模式` is `ģʽ`) is ambiguous: only its author knows. The bytes may end within
 * a character: that is no other encoding, but a file that breaks off, or the first part of one.
 */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
  const marked = byteOrderMarks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return { kind: 'known', encoding: marked[0] };
  if (bytes.includes(0)) return detectUtf16(bytes);
  if (isAscii(bytes)) return { kind: 'known', encoding: 'utf-8' };
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 === undefined && isNearly(bytes, 'utf-8')) return { kind: 'damaged', encoding: 'utf-8' };
  const gbk = decodeStrictly(bytes, 'gb18030');
  const chinese = gbk !== undefined && isChinese(gbk, 'simplified');
  if (utf8 === undefined) return chinese ? { kind: 'known', encoding: 'gb18030' } : detectOther(bytes, gbk);
  // A character of three bytes is a strong sign: in GBK it is half a rare one.
  const surely = /[\u0800-\u{10FFFF}]/u.test(utf8) || hasOnlyAmounts(utf8);
  return chinese && !surely
    ? { kind: 'ambiguous', encodings: ['utf-8', 'gb18030'] }
    : { kind: 'known', encoding: 'utf-8' };
}

/** Neither UTF-8 nor simplified Chinese in GBK: broken GBK, Big5, or traditional characters in GBK. */
function detectOther(bytes: Uint8Array, gbk: string | undefined): DetectedEncoding {
  if (gbk === undefined && isNearly(bytes, 'gb18030')) return { kind: 'damaged', encoding: 'gb18030' };
  const big5 = decodeStrictly(bytes, 'big5');
  if (big5 !== undefined && isChinese(big5, 'traditional')) return { kind: 'likely', encoding: 'big5' };
  if (gbk !== undefined && isChinese(gbk, 'traditional')) return { kind: 'likely', encoding: 'gb18030' };
  return { kind: 'none' };
}

/** A zero byte is no part of a table, but half of every separator and line end in UTF-16. */
function detectUtf16(bytes: Uint8Array): DetectedEncoding {
  const encodings = (['utf-16le', 'utf-16be'] as const).filter((encoding) => {
    const text = decodeStrictly(bytes, encoding);
    return (
      text !== undefined &&
      !hasControls(text) &&
      (isChinese(text, 'simplified') || isChinese(text, 'traditional'))
    );
  });
  const [encoding] = encodings;
  if (encoding === undefined) return { kind: 'none' };
  return encodings.length > 1 ? { kind: 'ambiguous', encodings } : { kind: 'known', encoding };
}

/** Control characters other than tab and line ends. */
function hasControls(text: string): boolean {
  return /\p{Cc}/u.test(text.replace(/[\t\n\v\f\r]/g, ''));
}

/** The text, but for a character that the last bytes begin; undefined where others are none. */
function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

/**
 * Whether a text in an encoding has only a few broken bytes: to read it in another would hide the damage behind wrong
 * characters. Signs of three bytes hardly come about by chance.
 */
function isNearly(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): boolean {
  const text = new TextDecoder(encoding).decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const sound = text.match(/[\u0080-\uFFFC\u{10000}-\u{10FFFF}]/gu)?.length ?? 0;
  const sure = encoding === 'utf-8' ? (text.match(/[\u0800-\uFFFC]/g)?.length ?? 0) : 0;
  if (broken * 4 >= sound && broken >= sure) return false;
  return encoding === 'utf-8' || isChinese(text.replaceAll('\uFFFD', ''), 'simplified');
}

/** `¥` and `£` right before a digit, and nothing else beyond ASCII: in GBK every one would be `楼` or `拢`. */
function hasOnlyAmounts(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text.replace(/[¥£](?=\d)/g, ''));
}
