import type { Place } from '../../base/place.ts';
import type { Header } from '../cells/column-headers.ts';
import { hasOnlyWords, isCommentRow, isEmptyRow, type Row } from '../rows/row-shape.ts';
import { isNamesRow, isOtherTable } from '../rows/stacked-tables.ts';
import type { CsvBlock } from './csv-stream.ts';

/** Looks for the names of a second table while the rows of a large file come by, as a small file is split at them. */
export class SecondTableFinder {
  /** Of its names. */
  place: Place | undefined;
  readonly #names: Row;
  #last: Row | undefined;
  #isAfterGap = false;
  #isAfterComment = false;
  /** Names at the end of a block: the row below them is in the next. */
  #waiting: { row: Row; place: Place } | undefined;

  constructor(headers: readonly Header[]) {
    this.#names = headers.map(({ text }) => text);
  }

  /** Looks at a row of a block; `gaps`: rows of it that blank lines stand before. */
  observe({ rows, getPlace }: CsvBlock, at: number, gaps: ReadonlySet<number>): void {
    const row = rows[at]!;
    if (this.#waiting) this.#decide(row);
    const isAfterGap = this.#isAfterGap || gaps.has(at);
    if (isEmptyRow(row) || isCommentRow(row)) {
      this.#isAfterGap = true;
      this.#isAfterComment ||= !isEmptyRow(row);
      return;
    }
    if (isAfterGap && isOtherTable(row, { names: this.#names, last: this.#last })) {
      if (at + 1 === rows.length) this.#waiting = { row, place: getPlace(at, 0) };
      const isAlone = this.#isAfterComment && row.length > 1 && hasOnlyWords(row);
      if (isAlone || isNamesRow(row, rows[at + 1])) this.place ??= getPlace(at, 0);
    }
    [this.#isAfterGap, this.#isAfterComment] = [false, false];
    if (row.length > 1) this.#last = row;
  }

  /** A blank line at the end of a block stands before the first row of the next. */
  endBlock(hasGap: boolean): void {
    this.#isAfterGap ||= hasGap;
  }

  #decide(below: Row): void {
    if (this.#waiting && isNamesRow(this.#waiting.row, below)) this.place ??= this.#waiting.place;
    this.#waiting = undefined;
  }
}
