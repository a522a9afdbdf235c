import type { Problem } from '../base/problem.ts';
import { createProblem } from '../problems/catalog.ts';
import { type DetectedEncoding, detectEncoding } from './detect-encoding.ts';

/** Bytes by which another encoding is looked for. */
const topBytes = 1_000_000;
/** Signs before a broken one that are shown. */
const shownSigns = 10;

/** Goes over bytes that are no text in their encoding, block by block, and says what is wrong with them. */
export class BrokenText {
  readonly #file: string;
  readonly #encoding: string;
  readonly #decoder: TextDecoder;
  readonly #top: Uint8Array[] = [];
  #topLength = 0;
  /** Where the first broken character is, or where the bytes seen so far end; both from 1. */
  #line = 1;
  #column = 1;
  #before = '';
  #broken = 0;
  #sound = 0;

  constructor(file: string, encoding: string) {
    this.#file = file;
    this.#encoding = encoding;
    this.#decoder = new TextDecoder(encoding);
  }

  read(bytes: Uint8Array): void {
    if (this.#topLength < topBytes) {
      this.#top.push(bytes.slice());
      this.#topLength += bytes.length;
    }
    const text = this.#decoder.decode(bytes, { stream: true });
    const at = text.indexOf('\uFFFD');
    if (this.#broken === 0) this.#advance(at < 0 ? text : text.slice(0, at));
    this.#broken += text.match(/\uFFFD+/g)?.length ?? 0;
    this.#sound += text.match(/[\u0080-\uFFFC\u{10000}-\u{10FFFF}]/gu)?.length ?? 0;
  }

  #advance(text: string): void {
    const lines = text.split('\n');
    this.#line += lines.length - 1;
    this.#column = (lines.length > 1 ? 1 : this.#column) + lines.at(-1)!.length;
    this.#before = (lines.length > 1 ? lines.at(-1)! : this.#before + text).slice(-shownSigns);
  }

  /** What is told, after the last block. */
  createProblem(): Problem {
    const place = { file: this.#file, line: this.#line, column: this.#column };
    const encoding = this.#encoding;
    const before = this.#before;
    // Only the end of the bytes is no character.
    if (this.#broken === 0) return createProblem('cut-character', place, { before });
    const top = Buffer.concat(this.#top);
    const found = detectEncoding(top);
    const isRight = 'encoding' in found && isSameEncoding(found.encoding, encoding);
    const other =
      'encoding' in found && !isRight && findFirstWord(top, found.encoding) !== ''
        ? found.encoding
        : undefined;
    if (isRight || (other === undefined && this.#broken * 4 < this.#sound))
      return createProblem('broken-character', place, { encoding, before, count: this.#broken });
    return createProblem('not-utf8', place, { encoding, other });
  }
}

/** GBK and GB2312 are parts of GB18030. */
function isSameEncoding(one: string, other: string): boolean {
  const plain = (name: string) => new TextDecoder(name).encoding.replace(/^gbk$/, 'gb18030');
  return plain(one) === plain(other);
}

/** That bytes read as nonsense in the encoding that tables.yaml names, and well in another. */
export function checkDeclaredEncoding(file: string, bytes: Uint8Array, declared: string): Problem[] {
  const top = bytes.subarray(0, topBytes);
  const found: DetectedEncoding = detectEncoding(top);
  if (!('encoding' in found) || found.kind === 'damaged' || isSameEncoding(found.encoding, declared))
    return [];
  const [text, otherText] = [declared, found.encoding].map((encoding) => findFirstWord(top, encoding));
  if (!text || !otherText || text === otherText) return [];
  const place = findFirstForeign(file, top, declared);
  return [
    createProblem('odd-encoding', place, { encoding: declared, text, other: found.encoding, otherText }),
  ];
}

/** The first signs beyond ASCII, as an encoding reads them. */
export function findFirstWord(bytes: Uint8Array, encoding: string): string {
  return /[\u0080-\uffff]+/.exec(new TextDecoder(encoding).decode(bytes, { stream: true }))?.[0] ?? '';
}

/** Where the first sign beyond ASCII stands. */
export function findFirstForeign(file: string, bytes: Uint8Array, encoding: string) {
  const text = new TextDecoder(encoding).decode(bytes, { stream: true });
  const before = text.slice(0, Math.max(0, text.search(/[^\0-\x7f]/))).split(/\r\n|\n|\r/);
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
