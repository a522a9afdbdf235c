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

/** How usual a Chinese sign is. Level 1 of GB 2312 (3755 characters in order of sound) and its signs are common. */
type CharacterFrequency = 'common' | 'known' | 'rare';

let frequencies: ReadonlyMap<string, CharacterFrequency> | undefined;

/** The signs and characters of GB 2312, which Node's own decoder knows; all others are rare. */
function getCharacterFrequencies(): ReadonlyMap<string, CharacterFrequency> {
  frequencies ??= buildCharacterFrequencies();
  return frequencies;
}

/** Rows of GB 2312: 1–9 signs and other letters, 16–55 level 1, 56–87 level 2. Kana, Greek and Cyrillic (4–7) do not count. */
const ranges: readonly (readonly [first: number, last: number, standing: CharacterFrequency])[] = [
  [1, 1, 'common'],
  [3, 3, 'common'],
  [16, 55, 'common'],
  [56, 87, 'known'],
];

function buildCharacterFrequencies(): ReadonlyMap<string, CharacterFrequency> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, CharacterFrequency>();
  for (const [first, last, standing] of ranges) {
    for (let row = first; row <= last; row++) {
      for (let cell = 1; cell <= 94; cell++) {
        const sign = decoder.decode(Uint8Array.of(0xa0 + row, 0xa0 + cell));
        table.set(sign, standing);
      }
    }
  }
  return table;
}
