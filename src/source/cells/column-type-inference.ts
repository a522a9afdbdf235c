import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import type { Cell, ColumnType } from '../../base/source-table.ts';
import { createProblem } from '../../problems/catalog.ts';
import { CellCache } from './cell-cache.ts';
import { type DateOrder, findAmbiguousDate } from './date-formats.ts';
import { isMissingMark, type NumberStyle } from './number-formats.ts';
import { type CellStyle, parseCell, suggestNumber } from './parse-cell.ts';
import type { GetPlace } from './problem-sampler.ts';

/** Types that a column without schema may turn out to have, the narrowest first. */
const candidates = ['boolean', 'integer', 'number', 'date', 'timestamp'] as const;
const orders = ['ymd', 'mdy', 'dmy'] as const;

/** What a cell of a column of text says of the column: is it a number or a day, or nearly one? */
type Likeness = 'number' | 'nearly' | 'day' | 'nearly-day' | 'other';

/** Three numbers as a day has them: `6-03-27`, `2026-2-30`, `26/3/27`. */
const dayLike = /^\d{1,6} ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,6} ?[日号]?(?:[T ].*)?$/;

/**
 * A column without schema as its cells come by. Its type is the narrowest that takes every cell, marks for nothing (`—`)
 * aside. Ids (`007`, 18 digits) stay text, and so do 1/0, 是/否 and years.
 */
export class ColumnTypeInference {
  readonly #header: string;
  readonly #style: () => NumberStyle;
  #alive: { type: (typeof candidates)[number]; order: DateOrder }[] = candidates.flatMap((type) =>
    orders.map((order) => ({ type, order })),
  );
  #hasTyped = false;
  readonly #likeness = new CellCache((cell) => this.#classify(cell));
  #first: { place: Place; text: string } | undefined;
  #filled = 0;
  #alike = 0;
  #others = 0;
  #days = 0;
  #notDay: { place: Place; text: string } | undefined;

  /** `style`: how numbers of the column may be written. */
  constructor(header: string, style: () => NumberStyle) {
    this.#header = header;
    this.#style = style;
  }

  observe(cell: Cell, getPlace: GetPlace, column: number): void {
    if (cell === null) return;
    const likeness = this.#likeness.get(cell);
    this.#filled++;
    if (likeness === 'day') this.#days++;
    if (likeness === 'nearly-day') this.#notDay ??= { place: getPlace(column), text: String(cell) };
    if (likeness === 'number' || likeness === 'nearly') this.#alike++;
    if (likeness === 'number') return;
    this.#others++;
    this.#first ??= { place: getPlace(column), text: String(cell) };
  }

  inferType(order: DateOrder): ColumnType {
    const fitting = this.#alive.find((one) => one.order === order);
    return (this.#hasTyped && fitting?.type) || 'text';
  }

  /** Tells of a column that is text only because of a few cells, or because its numbers carry signs. */
  findWarning(): Problem | undefined {
    if (this.#notDay && this.#filled > 2 && this.#days / this.#filled >= 0.9) {
      const { place, text } = this.#notDay;
      return createProblem('text-among-days', place, { column: this.#header, found: text });
    }
    if (/(id|no|code|编号|单号|号|代码)$/i.test(this.#header)) return undefined;
    if (!this.#first || this.#filled < 2 || this.#alike / this.#filled < 0.9) return undefined;
    const { place, text } = this.#first;
    return createProblem('text-among-numbers', place, {
      column: this.#header,
      found: text,
      near: suggestNumber(text),
      count: this.#others,
    });
  }

  #classify(cell: Cell): Likeness {
    if (!(typeof cell === 'string' && isMissingMark(cell))) {
      this.#hasTyped = true;
      if (this.#alive.length > 0) this.#dropTypes(cell);
    }
    if (parseCell(cell, 'number', this.#style()) !== undefined) return 'number';
    if (orders.some((order) => parseCell(cell, 'timestamp', { ...this.#style(), order }) !== undefined))
      // `0206-03-27` is an id to all that follows.
      return isIdLike(cell) && findAmbiguousDate(cell) === undefined ? 'nearly-day' : 'day';
    if (typeof cell === 'string' && dayLike.test(cell.trim())) return 'nearly-day';
    return suggestNumber(cell) === undefined ? 'other' : 'nearly';
  }

  /** Types that do not take the cell are out; only a day with the year last is read by order. */
  #dropTypes(cell: Cell): void {
    const ordered = findAmbiguousDate(cell) !== undefined;
    const answers = new Map<string, boolean>();
    const fitting = ({ type, order }: { type: (typeof candidates)[number]; order: DateOrder }) => {
      const key = ordered ? `${type} ${order}` : type;
      const known = answers.get(key) ?? fitsType(cell, type, { ...this.#style(), order });
      answers.set(key, known);
      return known;
    };
    // `07-03-2026` begins like an id.
    this.#alive = !ordered && isIdLike(cell) ? [] : this.#alive.filter(fitting);
  }
}

function isIdLike(cell: Cell): boolean {
  return typeof cell === 'string' && /^[+-]?(0\d|\d{16})/.test(cell.trim());
}

function fitsType(cell: Cell, type: (typeof candidates)[number], style: CellStyle): boolean {
  if (type === 'boolean') return typeof cell === 'boolean' || /^(true|false)$/i.test(String(cell));
  if (type === 'timestamp' && !/[T :]/.test(String(cell))) return false;
  return parseCell(cell, type, style) !== undefined;
}
