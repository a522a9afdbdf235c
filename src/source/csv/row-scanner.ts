import { labelColumns } from '../rows/total-labels.ts';
import { buildByteMarks } from './cell-ends.ts';
import { slackBytes } from './plain-cells.ts';
import { PlainColumn, type PlainColumnForm, type ScannedColumn, TextColumn } from './scanned-columns.ts';

const [newline, carriageReturn, space, quote] = [10, 13, 32, 34];

/** Where a row ends that does not end in these bytes, and one that needs a closer look. */
const [unfinished, irregular] = [-1, -2];

/** Goes over the rows of a file whose columns are known, to see whether the engine is sure to read all as we do. */
export class RowScanner {
  /** Lines with any sign, that of the names too. */
  lines = 0;
  isPlain = true;
  /** The last line with one filled cell, or with none in its first column; lines count from 1. */
  lastSparse = 0;
  #hasGap = false;
  readonly #separator: number;
  readonly #columns: readonly ScannedColumn[];
  readonly #names: readonly ScannedColumn[];

  constructor(separator: number, forms: readonly PlainColumnForm[]) {
    const marks = buildByteMarks(separator);
    this.#separator = separator;
    this.#columns = forms.map(({ form, ...rest }) =>
      form === 'text' ? new TextColumn(rest, marks) : new PlainColumn(form, rest.required, marks),
    );
    this.#names = forms.map(() => new TextColumn({ required: false }, marks));
  }

  /** Whether cells are empty by what they say, or texts stand between blanks. */
  get isLoose(): boolean {
    return [...this.#names, ...this.#columns].some((column) => column.isLoose);
  }

  /** Columns of texts most of which, of so many rows, may be numbers or days. */
  listLikeNumbers(rows: number): number[] {
    return this.#columns.flatMap((column, at) =>
      column instanceof TextColumn && column.mayBeNumbers(rows) ? [at] : [],
    );
  }

  /** Of bytes that begin with a row, and have `slackBytes` behind them: the offset of the last row that does not end in them. */
  scanRows(bytes: Buffer): number {
    const end = bytes.lastIndexOf(newline) + 1;
    const view = new DataView(bytes.buffer, bytes.byteOffset);
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
      const next = this.#findRowEnd(bytes, view, at, end);
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
    const whole = Buffer.concat([rest, Buffer.of(newline)], rest.length + 1 + slackBytes);
    const end = rest.at(-1) === carriageReturn ? 0 : this.scanRows(whole.subarray(0, rest.length + 1));
    if (end !== rest.length + 1) this.isPlain = false;
  }

  #findRowEnd(bytes: Buffer, view: DataView, begin: number, end: number): number {
    const columns = this.lines === 0 ? this.#names : this.#columns;
    const separator = this.#separator;
    const last = columns.length - 1;
    let at = begin;
    let filled = 0;
    for (let place = 0; place <= last; place++) {
      const column = columns[place]!;
      const mayBeLabel = place < labelColumns || filled === 0;
      const from = at;
      at = column.findEasyEnd(view, from, mayBeLabel);
      if (at >= 0 && this.#isCellEnd(view.getUint8(at), place === last)) filled++;
      else {
        at = column.findEnd(bytes, view, from, end, mayBeLabel);
        if (at < 0 || at >= end) return at < 0 ? irregular : unfinished;
        if (isFilledCell(bytes, from, at)) filled++;
        else if (place === 0) this.lastSparse = this.lines + 1;
      }
      if (place === last) break;
      if (bytes[at] !== separator) return irregular;
      at++;
    }
    if (filled < 2) this.lastSparse = this.lines + 1;
    if (bytes[at] === carriageReturn) at++;
    return bytes[at] === newline ? at + 1 : irregular;
  }

  #isCellEnd(byte: number, isLast: boolean): boolean {
    return isLast ? byte === newline || byte === carriageReturn : byte === this.#separator;
  }
}

/** Whether anything but blanks and quotes stands between two offsets. */
function isFilledCell(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at]! > space && bytes[at] !== quote) return true;
  return false;
}
