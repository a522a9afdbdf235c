import { stripPadding } from '../cells/cell-padding.ts';
import { isMissingMark } from '../cells/number-formats.ts';
import { parseTotalLabel } from '../rows/total-labels.ts';
import { type ByteMarks, findBareEnd, findQuotedEnd } from './cell-ends.ts';
import { type PlainCellForm, plainEnds } from './plain-cells.ts';
import {
  buildStartTable,
  endAsks,
  endTable,
  isIrregularEnd,
  isIrregularStart,
  isLikeNumber,
  isPaddedEnd,
  isShortened,
  startAsks,
} from './text-cells.ts';

/** How the cells of a column must be written. */
export interface PlainColumnForm {
  form: PlainCellForm;
  /** Whether none may be empty. */
  required: boolean;
  /** Of texts: whether only the cells say that they are texts. */
  isFree?: boolean;
  /** Of texts: a cell that would make its row one that repeats the names. */
  name?: string;
}

/** Finds the ends of the cells of a column, and keeps what it sees on the way. */
export interface ScannedColumn {
  /** Whether a cell was empty by what it says, or stood between blanks. */
  isLoose: boolean;
  /**
   * What follows a cell that begins at `at`; `end` and more where it goes on behind the bytes, -1 where it needs a closer
   * look. `mayBeLabel`: whether a text there may call its row a total.
   */
  findEnd: (bytes: Buffer, view: DataView, at: number, end: number, mayBeLabel: boolean) => number;
  /** The same of a cell that is filled and asks for no look, as nearly all are; -1 of others. Makes nothing loose. */
  findEasyEnd: (view: DataView, at: number, mayBeLabel: boolean) => number;
}

const [space, quote, equals] = [32, 34, 61];

/** Numbers, days and truths: each written in the plainest way, or empty by what it says. */
export class PlainColumn implements ScannedColumn {
  isLoose = false;
  readonly #findPlainEnd: (view: DataView, at: number) => number;
  readonly #required: boolean;
  readonly #marks: ByteMarks;

  constructor(form: Exclude<PlainCellForm, 'text'>, required: boolean, marks: ByteMarks) {
    this.#findPlainEnd = plainEnds[form];
    this.#required = required;
    this.#marks = marks;
  }

  findEasyEnd(view: DataView, at: number): number {
    return this.#findPlainEnd(view, at);
  }

  findEnd(bytes: Buffer, view: DataView, at: number, end: number): number {
    const isQuoted = bytes[at] === quote;
    const stop = this.#findPlainEnd(view, isQuoted ? at + 1 : at);
    if (stop >= 0) {
      if (!isQuoted && this.#marks.means[bytes[stop]!] !== 0) return stop;
      if (isQuoted && bytes[stop] === quote) return stop + 1;
    }
    return this.#findOddEnd(bytes, view, at, end, isQuoted);
  }

  #findOddEnd(bytes: Buffer, view: DataView, at: number, end: number, isQuoted: boolean): number {
    const begin = isQuoted ? at + 1 : at;
    const after = isQuoted ? findQuotedEnd(bytes, begin, end) : findBareEnd(view, begin, this.#marks);
    if (after >= end) return after;
    const stop = isQuoted ? after - 1 : after;
    if (stop === begin) return this.#required ? -1 : after;
    this.isLoose = true;
    return !this.#required && isMissingMark(bytes.toString('utf8', begin, stop)) ? after : -1;
  }
}

/** Texts: none has padding that the engine does not know, and none makes its row one that is no data. */
export class TextColumn implements ScannedColumn {
  isLoose = false;
  /** A row that is gone over twice, since the first bytes break off in it, counts twice: it makes both no smaller. */
  #empty = 0;
  #likeNumbers = 0;
  readonly #required: boolean;
  readonly #marks: ByteMarks;
  readonly #starts: Uint8Array;
  readonly #labelStarts: Uint8Array;
  readonly #name: string;
  /** As a file writes it between quotes. */
  readonly #nameBytes: Buffer;

  constructor({ required, isFree = false, name = '' }: Omit<PlainColumnForm, 'form'>, marks: ByteMarks) {
    this.#required = required;
    this.#marks = marks;
    this.#name = name.trim();
    this.#nameBytes = Buffer.from(this.#name.replaceAll('"', '""'));
    this.#starts = buildStartTable(false, isFree);
    this.#labelStarts = buildStartTable(true, isFree);
  }

  /** Whether a closer look might find that most of so many cells are numbers or days. */
  mayBeNumbers(rows: number): boolean {
    return 2 * this.#likeNumbers > rows - this.#empty;
  }

  findEasyEnd(view: DataView, at: number, mayBeLabel: boolean): number {
    if ((mayBeLabel ? this.#labelStarts : this.#starts)[view.getUint8(at)] !== 0) return -1;
    const stop = findBareEnd(view, at, this.#marks);
    if (stop === at) return -1;
    if (this.#isName(view, at, stop)) return -1;
    const look = endTable[view.getUint8(stop - 1)]!;
    if (look === 0) return stop;
    // Signs of three bytes that are Chinese for the most part: none is padding.
    const lead = look === endAsks.padding && stop - at > 2 ? view.getUint8(stop - 3) : 0;
    return lead >= 0xe4 && lead <= 0xe9 ? stop : -1;
  }

  findEnd(bytes: Buffer, view: DataView, at: number, end: number, mayBeLabel: boolean): number {
    const isQuoted = bytes[at] === quote;
    const begin = isQuoted ? at + 1 : at;
    const asked = (mayBeLabel ? this.#labelStarts : this.#starts)[bytes[begin]!]!;
    if ((asked & startAsks.sign) !== 0 && isIrregularStart(bytes, begin, mayBeLabel)) return -1;
    const after = isQuoted ? findQuotedEnd(bytes, begin, end) : findBareEnd(view, begin, this.#marks);
    if (after >= end) return after;
    const stop = isQuoted ? after - 1 : after;
    if (stop === begin) {
      this.#empty++;
      return this.#required ? -1 : after;
    }
    if (asked > startAsks.sign && this.#isOddStart(asked, bytes, begin, stop)) return -1;
    if (this.#isName(view, begin, stop)) return -1;
    if (mayBeLabel && isIrregularEnd(bytes, begin, stop)) return -1;
    if (bytes[begin]! <= space || bytes[stop - 1]! <= space)
      return this.#acceptsPadded(bytes.toString('utf8', begin, stop)) ? after : -1;
    return isPaddedEnd(bytes, stop) ? -1 : after;
  }

  #isName(view: DataView, begin: number, stop: number): boolean {
    const name = this.#nameBytes;
    if (stop - begin !== name.length) return false;
    for (let at = 0; at < name.length; at++) if (view.getUint8(begin + at) !== name[at]) return false;
    return true;
  }

  /** Of a cell whose first byte asks for more: counts it, where it is like a number. */
  #isOddStart(asked: number, bytes: Buffer, begin: number, stop: number): boolean {
    if ((asked & startAsks.likeness) !== 0 && isLikeNumber(bytes, begin)) this.#likeNumbers++;
    if ((asked & startAsks.digits) === 0) return false;
    return (bytes[begin] === equals && bytes[begin + 1] === quote) || isShortened(bytes, begin, stop);
  }

  /** A cell that has blanks around it, or is made of them. The engine's idea of white space ends with ASCII. */
  #acceptsPadded(cell: string): boolean {
    this.isLoose = true;
    // Behind a tab a total could hide.
    const bare = cell.replace(/^[ \t]+|[ \t]+$/g, '');
    if (cell.trim() === '') {
      this.#empty++;
      return !this.#required && !/[^\t-\r ]/.test(cell);
    }
    const isName = this.#name !== '' && bare === this.#name;
    return cell[0] !== '\t' && stripPadding(cell) === bare && parseTotalLabel(bare) === undefined && !isName;
  }
}
