import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { CsvScan } from '../base/source-table.ts';
import { isOddStart } from './odd-cells.ts';

/** A row as long as this is none. */
const longestRow = 4_000_000;

/**
 * Goes over the bytes of a UTF-8 file while the engine reads it: their SHA-256, and whether the engine is sure to cut
 * them as we do. It is where every line has `width` cells, quotes stand around whole cells only, and no row is a total.
 */
export async function scanCsv(absolute: string, separator: string, width: number): Promise<CsvScan> {
  const hash = createHash('sha256');
  const scan = new RowScan(separator.charCodeAt(0), width);
  let rest: Buffer = Buffer.alloc(0);
  let first = true;
  for await (const part of createReadStream(absolute, { highWaterMark: 1 << 20 })) {
    hash.update(part as Buffer);
    if (!scan.isPlain) continue;
    const bytes = first ? withoutMark(part as Buffer) : Buffer.concat([rest, part as Buffer]);
    first = false;
    rest = bytes.subarray(scan.take(bytes));
    if (rest.length > longestRow) scan.isPlain = false;
  }
  // A last line need have no end.
  if (rest.length > 0 && scan.isPlain) {
    const end = rest.at(-1) === 13 ? 0 : scan.take(Buffer.concat([rest, Buffer.of(10)]));
    if (end !== rest.length + 1) scan.isPlain = false;
  }
  return { sha256: hash.digest('hex'), rows: scan.isPlain ? scan.lines - 1 : undefined };
}

function withoutMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

/** Where in a row a byte stands. */
const at = {
  rowStart: 0,
  cellStart: 1,
  plain: 2,
  quoteStart: 3,
  quoted: 4,
  quoteEnd: 5,
  lineEnd: 6,
} as const;

/** Bytes that mean something within a cell; all others are passed over. */
function meaning(separator: number): Uint8Array {
  const bytes = new Uint8Array(256);
  for (const byte of [separator, 0, 10, 13, 34]) bytes[byte] = 1;
  return bytes;
}

class RowScan {
  /** Lines with any sign, that of the names too. */
  lines = 0;
  isPlain = true;
  readonly #separator: number;
  readonly #width: number;
  readonly #means: Uint8Array;

  constructor(separator: number, width: number) {
    this.#separator = separator;
    this.#width = width;
    this.#means = meaning(separator);
  }

  /** Of bytes that begin with a row, the offset of the last row that does not end in them. */
  take(bytes: Buffer): number {
    const [separator, width, means, length] = [this.#separator, this.#width, this.#means, bytes.length];
    let [state, cells, lines, begin, sound]: [number, number, number, number, boolean] = [0, 1, 0, 0, true];
    for (let i = 0; i < length && sound; i++) {
      if (state === at.plain) {
        while (i < length && means[bytes[i]!] === 0) i++;
        if (i === length) break;
      }
      const byte = bytes[i]!;
      if (state === at.quoteStart || state === at.quoted) {
        if (byte === 34) state = at.quoteEnd;
        else {
          if (state === at.quoteStart) sound = !isOddStart(bytes, i, cells);
          state = at.quoted;
        }
      } else if (byte === separator) {
        sound = state !== at.lineEnd;
        state = at.cellStart;
        cells++;
      } else if (byte === 10) {
        // A line without any sign is left out by the engine too.
        if (state !== at.rowStart) {
          sound = cells === width;
          lines++;
        }
        [state, cells, begin] = [at.rowStart, 1, i + 1];
      } else if (byte === 34) {
        sound = state === at.rowStart || state === at.cellStart || state === at.quoteEnd;
        state = state === at.quoteEnd ? at.quoted : at.quoteStart;
      } else if (byte === 13) {
        sound = state !== at.lineEnd && state !== at.rowStart;
        state = at.lineEnd;
      } else {
        if (state === at.rowStart || state === at.cellStart) sound = !isOddStart(bytes, i, cells);
        else sound = state === at.plain;
        sound &&= byte !== 0;
        state = at.plain;
      }
    }
    this.lines += lines;
    this.isPlain &&= sound;
    return begin;
  }
}
