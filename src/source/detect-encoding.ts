import { type CharacterFrequency, getCharacterFrequencies } from './character-frequencies.ts';

/** Which encoding bytes are in, as far as they say: one, several that read well, or none. */
type DetectedEncoding =
  | { kind: 'known'; encoding: Encoding }
  | { kind: 'ambiguous'; encodings: Encoding[] }
  | { kind: 'none' };

type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

const byteOrderMarks: readonly [Encoding, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/**
 * Recognises UTF-8, GB18030 (with GBK) and UTF-16 by what the bytes would say. A text that is sound in UTF-8 and
 * also reads as common Chinese in GBK (`模式` is `ģʽ`) is ambiguous: only its author knows. `whole`: the file ends here.
 */
export function detectEncoding(bytes: Uint8Array, whole = true): DetectedEncoding {
  const marked = byteOrderMarks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return { kind: 'known', encoding: marked[0] };
  if (bytes.includes(0)) return detectUtf16(bytes, whole);
  if (bytes.every((byte) => byte < 0x80)) return { kind: 'known', encoding: 'utf-8' };
  const utf8 = decodeStrictly(bytes, 'utf-8', whole);
  if (utf8 === undefined && isNearlyUtf8(bytes)) return { kind: 'none' };
  const gbk = decodeStrictly(bytes, 'gb18030', whole);
  const chinese = gbk !== undefined && computeChineseShare(gbk) >= chineseThreshold;
  if (utf8 === undefined) return chinese ? { kind: 'known', encoding: 'gb18030' } : { kind: 'none' };
  // A character of three bytes is a strong sign: in GBK it is half a rare one.
  const surely = /[\u0800-\u{10FFFF}]/u.test(utf8) || hasOnlyAmounts(utf8);
  return chinese && !surely
    ? { kind: 'ambiguous', encodings: ['utf-8', 'gb18030'] }
    : { kind: 'known', encoding: 'utf-8' };
}

/** Share of common characters above which a text is taken for Chinese; a text in a wrong encoding has about a third. */
const chineseThreshold = 0.7;

/** A zero byte is no part of a table, but half of every separator and line end in UTF-16. */
function detectUtf16(bytes: Uint8Array, whole: boolean): DetectedEncoding {
  const encodings = (['utf-16le', 'utf-16be'] as const).filter((encoding) => {
    const text = decodeStrictly(bytes, encoding, whole);
    return text !== undefined && !hasControls(text) && computeChineseShare(text) >= chineseThreshold;
  });
  const [encoding] = encodings;
  if (encoding === undefined) return { kind: 'none' };
  return encodings.length > 1 ? { kind: 'ambiguous', encodings } : { kind: 'known', encoding };
}

/** Control characters other than tab and line ends. */
function hasControls(text: string): boolean {
  return /\p{Cc}/u.test(text.replace(/[\t\n\v\f\r]/g, ''));
}

function decodeStrictly(bytes: Uint8Array, encoding: Encoding, whole: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !whole });
  } catch {
    return undefined;
  }
}

/** UTF-8 with a few broken bytes: to read it as GBK would hide the damage behind wrong characters. */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const sound = text.match(/[\u0080-\uFFFC\u{10000}-\u{10FFFF}]/gu)?.length ?? 0;
  return broken * 4 < sound;
}

const weights: Record<CharacterFrequency, number> = { common: 1, known: 0.5, rare: 0 };

/** How much of the signs beyond ASCII is everyday Chinese, from 0 to 1; 1 without any. */
function computeChineseShare(text: string): number {
  const table = getCharacterFrequencies();
  let [all, sum] = [0, 0];
  for (const sign of text) {
    if (sign < '\x80') continue;
    all++;
    sum += weights[table.get(sign) ?? 'rare'];
  }
  return all === 0 ? 1 : sum / all;
}

/** `¥` and `£` right before a digit, and nothing else beyond ASCII: in GBK every one would be `楼` or `拢`. */
function hasOnlyAmounts(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text.replace(/[¥£](?=\d)/g, ''));
}
