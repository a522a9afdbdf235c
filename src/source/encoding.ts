import { ideographs, type Standing } from './ideographs.ts';

/** Which encoding bytes are in, as far as they say: one, several that read well, or none. */
export type Recognised =
  | { kind: 'known'; encoding: Encoding }
  | { kind: 'ambiguous'; encodings: Encoding[] }
  | { kind: 'none' };

type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

const marks: readonly [Encoding, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/**
 * Recognises UTF-8, GB18030 (with GBK) and UTF-16 by what the bytes would say. A text that is sound in UTF-8 and
 * also reads as common Chinese in GBK (`模式` is `ģʽ`) is ambiguous: only its author knows. `whole`: the file ends here.
 */
export function recognise(bytes: Uint8Array, whole = true): Recognised {
  const marked = marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return { kind: 'known', encoding: marked[0] };
  if (bytes.includes(0)) return wide(bytes, whole);
  if (bytes.every((byte) => byte < 0x80)) return { kind: 'known', encoding: 'utf-8' };
  const utf8 = strictly(bytes, 'utf-8', whole);
  if (utf8 === undefined && isNearlyUtf8(bytes)) return { kind: 'none' };
  const gbk = strictly(bytes, 'gb18030', whole);
  const chinese = gbk !== undefined && chineseShare(gbk) >= enough;
  if (utf8 === undefined) return chinese ? { kind: 'known', encoding: 'gb18030' } : { kind: 'none' };
  // A character of three bytes is a strong sign: in GBK it is half a rare one.
  const surely = /[\u0800-\u{10FFFF}]/u.test(utf8) || onlyAmounts(utf8);
  return chinese && !surely
    ? { kind: 'ambiguous', encodings: ['utf-8', 'gb18030'] }
    : { kind: 'known', encoding: 'utf-8' };
}

/** Share of common characters above which a text is taken for Chinese; a text in a wrong encoding has about a third. */
const enough = 0.7;

/** A zero byte is no part of a table, but half of every separator and line end in UTF-16. */
function wide(bytes: Uint8Array, whole: boolean): Recognised {
  const encodings = (['utf-16le', 'utf-16be'] as const).filter((encoding) => {
    const text = strictly(bytes, encoding, whole);
    return text !== undefined && !hasControls(text) && chineseShare(text) >= enough;
  });
  const [encoding] = encodings;
  if (encoding === undefined) return { kind: 'none' };
  return encodings.length > 1 ? { kind: 'ambiguous', encodings } : { kind: 'known', encoding };
}

/** Control characters other than tab and line ends. */
function hasControls(text: string): boolean {
  return /\p{Cc}/u.test(text.replace(/[\t\n\v\f\r]/g, ''));
}

function strictly(bytes: Uint8Array, encoding: Encoding, whole: boolean): string | undefined {
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

const weights: Record<Standing, number> = { common: 1, known: 0.5, rare: 0 };

/** How much of the signs beyond ASCII is everyday Chinese, from 0 to 1; 1 without any. */
function chineseShare(text: string): number {
  const table = ideographs();
  let [all, sum] = [0, 0];
  for (const sign of text) {
    if (sign < '\x80') continue;
    all++;
    sum += weights[table.get(sign) ?? 'rare'];
  }
  return all === 0 ? 1 : sum / all;
}

/** `¥` and `£` right before a digit, and nothing else beyond ASCII: in GBK every one would be `楼` or `拢`. */
function onlyAmounts(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text.replace(/[¥£](?=\d)/g, ''));
}
