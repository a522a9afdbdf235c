import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { CsvScan } from '../../base/source-table.ts';
import { stripPadding } from '../cells/cell-padding.ts';
import { isMissingMark } from '../cells/number-formats.ts';
import { labelColumns, parseTotalLabel } from '../rows/total-labels.ts';
import {
  isIrregularEnd,
  isIrregularStart,
  isPaddedEnd,
  type PlainColumnForm,
  plainEnds,
} from './plain-cells.ts';

const fourMegabytes = 1 << 22;

/**
 * Goes over the bytes of a UTF-8 file while the engine reads it: their SHA-256, and whether the engine is sure to read
 * them as we do. It is where every line has as many cells as `forms`, quotes stand around whole cells only, no row is a
 * total, no cell that must be filled is empty, and every cell of a column that is not text is written in the plainest way. `blockBytes` are in memory at a time;
 * a row as long as this is none.
 */
export async function scanCsv(
  absolute: string,
  separator: string,
  forms: readonly PlainColumnForm[],
  blockBytes: number = fourMegabytes,
): Promise<CsvScan> {
  const hash = createHash('sha256');
  const scan = new RowScanner(separator.charCodeAt(0), forms);
  const block = Buffer.alloc(blockBytes);
  const handle = await open(absolute);
  try {
    let [held, first] = [0, true];
    for (;;) {
      const { bytesRead } = await handle.read(block, held, blockBytes - held);
      if (bytesRead === 0) break;
      hash.update(block.subarray(held, held + bytesRead));
      if (!scan.isPlain) continue;
      const bytes = block.subarray(first ? getMarkLength(block) : 0, held + bytesRead);
      first = false;
      const rest = bytes.subarray(scan.scanRows(bytes));
      held = rest.copy(block);
      if (held === blockBytes) [scan.isPlain, held] = [false, 0];
    }
    if (scan.isPlain) scan.scanLastRow(block.subarray(0, held));
    // A note or a total without a name, which are such as the last row only.
    if (scan.lines === scan.lastSparse) scan.isPlain = false;
  } finally {
    await handle.close();
  }
  const rows = scan.isPlain ? scan.lines - 1 : undefined;
  return { sha256: hash.digest('hex'), rows, isLoose: scan.isLoose };
}

/** Bytes of the mark that some programs put before a text. */
function getMarkLength(bytes: Buffer): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

const [newline, carriageReturn, space, quote, equals] = [10, 13, 32, 34, 61];

/** Where the text of a cell ends that begins at an offset; -1 where it is not as the engine would write it. */
type FindEnd = (bytes: Buffer, at: number) => number;

/** Where a row ends that does not end in these bytes, and one that needs a closer look. */
const [unfinished, irregular] = [-1, -2];

/** Bytes that mean something within a cell; all others are passed over. */
function buildByteTable(separator: number): Uint8Array {
  const bytes = new Uint8Array(256);
  for (const byte of [separator, 0, newline, carriageReturn, quote]) bytes[byte] = 1;
  return bytes;
}

interface ScannedColumn {
  /** Of all but texts. */
  plainEnd: FindEnd | undefined;
  required: boolean;
}

class RowScanner {
  /** Lines with any sign, that of the names too. */
  lines = 0;
  isPlain = true;
  isLoose = false;
  /** The last line with one filled cell, or with none in its first column; lines count from 1. */
  lastSparse = 0;
  /** Whether a cell of the line at hand is filled so far. */
  #isFilled = false;
  #hasGap = false;
  readonly #separator: number;
  readonly #columns: readonly ScannedColumn[];
  readonly #names: readonly ScannedColumn[];
  readonly #means: Uint8Array;

  constructor(separator: number, forms: readonly PlainColumnForm[]) {
    this.#separator = separator;
    this.#columns = forms.map(({ form, required }) => ({
      plainEnd: form === 'text' ? undefined : plainEnds[form],
      required,
    }));
    this.#names = forms.map(() => ({ plainEnd: undefined, required: false }));
    this.#means = buildByteTable(separator);
  }

  /** Of bytes that begin with a row, the offset of the last row that does not end in them. */
  scanRows(bytes: Buffer): number {
    const end = bytes.lastIndexOf(newline) + 1;
    let at = 0;
    while (at < end) {
      // A line without any sign is left out by the engine too.
      if (bytes[at] === newline) {
        this.#hasGap = this.lines > 0;
        at++;
        continue;
      }
      // What follows a line without any sign may be another table.
      if (this.#hasGap) this.isPlain = false;
      const next = this.#findRowEnd(bytes, at, end);
      if (next === irregular) this.isPlain = false;
      if (next < 0 || !this.isPlain) break;
      this.lines++;
      at = next;
    }
    return at;
  }

  /** Takes the last line, which need have no end. */
  scanLastRow(rest: Buffer): void {
    if (rest.length === 0) return;
    const end = rest.at(-1) === carriageReturn ? 0 : this.scanRows(Buffer.concat([rest, Buffer.of(newline)]));
    if (end !== rest.length + 1) this.isPlain = false;
  }

  #findRowEnd(bytes: Buffer, begin: number, end: number): number {
    const columns = this.lines === 0 ? this.#names : this.#columns;
    const last = columns.length - 1;
    let [at, filled] = [begin, 0];
    this.#isFilled = false;
    for (let column = 0; column < last; column++) {
      const from = at;
      at = this.#findCellEnd(bytes, at, end, column, columns[column]!);
      if (at < 0 || at >= end) return at < 0 ? irregular : unfinished;
      if (bytes[at] !== this.#separator) return irregular;
      if (isFilledCell(bytes, from, at)) [this.#isFilled, filled] = [true, filled + 1];
      else if (column === 0) this.lastSparse = this.lines + 1;
      at++;
    }
    const from = at;
    at = this.#findCellEnd(bytes, at, end, last, columns[last]!);
    if (at < 0 || at >= end) return at < 0 ? irregular : unfinished;
    if (filled + (isFilledCell(bytes, from, at) ? 1 : 0) < 2) this.lastSparse = this.lines + 1;
    if (bytes[at] === carriageReturn) at++;
    return bytes[at] === newline ? at + 1 : irregular;
  }

  /** What follows a cell; `end` and more where it goes on behind the bytes, -1 where it needs a closer look. */
  #findCellEnd(
    bytes: Buffer,
    at: number,
    end: number,
    column: number,
    { plainEnd, required }: ScannedColumn,
  ): number {
    const isQuoted = bytes[at] === quote;
    const begin = isQuoted ? at + 1 : at;
    if (plainEnd) {
      const stop = plainEnd(bytes, begin);
      if (stop >= 0 && isQuoted && bytes[stop] === quote) return stop + 1;
      if (stop >= 0 && !isQuoted && this.#means[bytes[stop]!] !== 0) return stop;
    }
    const mayBeLabel = plainEnd === undefined && (column < labelColumns || !this.#isFilled);
    if (plainEnd === undefined && isIrregularStart(bytes, begin, mayBeLabel)) return -1;
    const after = isQuoted ? findQuotedEnd(bytes, begin, end) : this.#findBareEnd(bytes, begin);
    const stop = isQuoted ? after - 1 : after;
    if (after >= end) return after;
    if (stop === begin) return required ? -1 : after;
    if (mayBeLabel && isIrregularEnd(bytes, begin, stop)) return -1;
    if (plainEnd === undefined && bytes[begin]! > space && bytes[stop - 1]! > space) {
      if (isPaddedEnd(bytes, stop)) return -1;
      return bytes[begin] === equals && bytes[begin + 1] === quote ? -1 : after;
    }
    return this.#acceptsCell(bytes.toString('utf8', begin, stop), plainEnd === undefined, required)
      ? after
      : -1;
  }

  #findBareEnd(bytes: Buffer, begin: number): number {
    const means = this.#means;
    let at = begin;
    while (means[bytes[at]!] === 0) at++;
    return at;
  }

  /** A cell that is empty by what it says, or has blanks around it. The engine's idea of white space ends with ASCII. */
  #acceptsCell(cell: string, isText: boolean, required: boolean): boolean {
    this.isLoose = true;
    // Behind a tab a total could hide.
    const bare = cell.replace(/^[ \t]+|[ \t]+$/g, '');
    if (isText && cell.trim() !== '')
      return cell[0] !== '\t' && stripPadding(cell) === bare && parseTotalLabel(bare) === undefined;
    return !required && (isText ? !/[^\t-\r ]/.test(cell) : isMissingMark(cell));
  }
}

/** Whether anything but blanks and quotes stands between two offsets. */
function isFilledCell(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at]! > space && bytes[at] !== quote) return true;
  return false;
}

/** Behind the quote that closes a cell. */
function findQuotedEnd(bytes: Buffer, begin: number, end: number): number {
  let at = begin;
  while (at < end) {
    if (bytes[at] === quote) {
      if (bytes[at + 1] !== quote) return at + 1;
      at++;
    }
    at++;
  }
  return end;
}
