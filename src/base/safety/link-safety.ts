import { decodeEntities } from '../decoding.ts';

const schemes = new Set(['http', 'https', 'mailto', 'tel']);

/**
 * The scheme that makes `url` unfit for a report, '//' for an address without one, or undefined when it
 * is sound. Judged as a browser does (control characters and white space inside are ignored), as it is written and as it
 * reads decoded: what stands between us and a browser may decode it once more.
 */
export function findUnsafeScheme(url: string): string | undefined {
  return listReadings(url)
    .map(judgeLink)
    .find((found) => found !== undefined);
}

function judgeLink(url: string): string | undefined {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme) return schemes.has(scheme) ? undefined : scheme;
  return /^[\\/]{2}/.test(url) ? '//' : undefined;
}

type ImageFault = 'remote' | 'absolute' | 'backslash' | 'empty';

/** Why `src` is no image of the report, or undefined when it is a relative path. */
export function findUnsafeImageReason(src: string): ImageFault | undefined {
  return listReadings(src)
    .map(judgeImage)
    .find((found) => found !== undefined);
}

function judgeImage(src: string): ImageFault | undefined {
  if (src === '') return 'empty';
  if (/^[a-z]:[\\/]/i.test(src)) return 'absolute';
  if (/^(?:[a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(src)) return 'remote';
  if (src.startsWith('/')) return 'absolute';
  return src.includes('\\') ? 'backslash' : undefined;
}

/** Times that a text is decoded; beyond that nobody does. */
const mostReadings = 8;

/** A text without invisible signs, then the same decoded until nothing is left to decode. */
function listReadings(text: string): string[] {
  const readings = [stripInvisible(text)];
  while (readings.length < mostReadings) {
    const next = stripInvisible(decodeEntities(decodeAscii(readings.at(-1)!)));
    if (next === readings.at(-1)) break;
    readings.push(next);
  }
  return readings;
}

/** `%3A` → `:`. One sign at a time: a text that is no sound coding as a whole hides nothing. */
function decodeAscii(text: string): string {
  return text.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Control and format characters, and white space: a browser drops many of them, an author sees none. */
function stripInvisible(url: string): string {
  return url.replace(/[\p{Cc}\p{Cf}\s]/gu, '');
}
