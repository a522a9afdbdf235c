import type { Problem } from '../../base/problem.ts';
import { type Cell, type ColumnType, isTimeType } from '../../base/source-table.ts';
import { CellCache } from './cell-cache.ts';
import { ColumnLikeness, isDurationHeader, type Likeness } from './column-likeness.ts';
import { type DateOrder, parseMonth } from './date-formats.ts';
import { findAmbiguousDate } from './date-order.ts';
import { isIdHeader, isIdLike, isShortenedNumber } from './id-forms.ts';
import { isMissingWord } from './missing-words.ts';
import { isMissingMark, type NumberStyle } from './number-formats.ts';
import { type CellStyle, parseCell } from './parse-cell.ts';
import type { GetPlace } from './problem-sampler.ts';
import { suggestDate, suggestNumber, suggestPoint, suggestSeconds } from './suggest-cell.ts';

/** What a column may turn out to be: a type, or days of which only the months are written. */
type Candidate = Exclude<ColumnType, 'text'> | 'month';

/** The narrowest first. */
const candidates: readonly Candidate[] = ['boolean', 'integer', 'number', 'date', 'timestamp', 'month'];
/** Where the header says that the column is on a calendar, `20260302` and 1772409600 are times and no numbers. */
const timeCandidates: readonly Candidate[] = ['boolean', 'date', 'timestamp', 'integer', 'number', 'month'];
const orders = ['ymd', 'mdy', 'dmy'] as const;

/** Three numbers as a day has them: `6-03-27`, `2026-2-30`, `26/3/27`; or a month and a day: `3月4日`. */
const dayLike =
  /^\d{1,6} ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,6} ?[日号]?(?:[T ].*)?$|^\d{1,2} ?月 ?\d{1,2} ?[日号]?$/;

/** Digits of a day, or those of none: `20260332`. */
const eightDigits = /^(?:19|20)\d{6}$/;

const timeHeader = /日期|时间|时刻|date|time|(?:^|[^a-z])(?:day|ts)$|_at$|日$/i;

/**
 * A column without schema as its cells come by. Its type is the narrowest that takes every cell, marks (`—`) and words
 * (`NULL`) for nothing aside. Ids (`007`, 18 digits) stay text, and so do 1/0, 是/否 and years.
 */
export class ColumnTypeInference {
  readonly #header: string;
  readonly #style: () => NumberStyle;
  readonly #hasTimes: boolean;
  readonly #hasDurations: boolean;
  #alive: { type: Candidate; order: DateOrder }[];
  #hasTyped = false;
  readonly #likenessOf = new CellCache((cell) => this.#classify(cell));
  readonly #likeness: ColumnLikeness;

  /** `style`: how numbers of the column may be written. */
  constructor(header: string, style: () => NumberStyle) {
    this.#header = header;
    this.#style = style;
    this.#hasTimes = timeHeader.test(header);
    this.#hasDurations = isDurationHeader(header);
    const types = this.#hasTimes ? timeCandidates : candidates;
    this.#alive = types.flatMap((type) => orders.map((order) => ({ type, order })));
    this.#likeness = new ColumnLikeness(header);
  }

  observe(cell: Cell, getPlace: GetPlace, column: number): void {
    if (cell !== null) this.#likeness.add(this.#likenessOf.get(cell), cell, getPlace, column);
  }

  /** The type, and whether its days are months. */
  inferType(order: DateOrder): { type: ColumnType; months: boolean } {
    const fitting = this.#hasTyped ? this.#alive.find((one) => one.order === order)?.type : undefined;
    if (fitting === 'month') return { type: 'date', months: true };
    return { type: fitting ?? 'text', months: false };
  }

  /** What is told of a column that was taken for `type`. */
  listProblems(type: ColumnType, months: boolean, unit: string): Problem[] {
    if (months) return this.#likeness.tellMonths();
    if (isTimeType(type)) return [];
    const days = type === 'text' || this.#hasTimes ? this.#likeness.tellDays() : [];
    if (days.length > 0 || isIdHeader(this.#header)) return days;
    return type === 'text' ? this.#likeness.tellNumbers() : unit === '%' ? [] : this.#likeness.tellShares();
  }

  #classify(cell: Cell): Likeness {
    if (typeof cell === 'string' && (isMissingMark(cell) || isMissingWord(cell))) return 'missing';
    this.#hasTyped = true;
    if (this.#alive.length > 0) this.#dropTypes(cell);
    const isTime = orders.some((order) => fitsTime(cell, { ...this.#style(), order }));
    const number = parseCell(cell, 'number', this.#style());
    if (number !== undefined && !(this.#hasTimes && isTime)) {
      if (this.#hasTimes && (suggestDate(cell) !== undefined || eightDigits.test(String(cell))))
        return 'nearly-day';
      if (typeof cell === 'string' && /[%％]\s*$/.test(cell)) return 'percentage';
      return number === 0 ? 'zero' : 'number';
    }
    // `0206-03-27` is an id to all that follows.
    if (isTime) return isIdLike(cell) && findAmbiguousDate(cell) === undefined ? 'nearly-day' : 'day';
    if (typeof cell !== 'string') return 'other';
    if (parseMonth(cell) !== undefined || dayLike.test(cell.trim())) return 'nearly-day';
    if (this.#hasDurations && suggestSeconds(cell) !== undefined) return 'nearly';
    // Whether the comma is a point, only its author knows.
    if (suggestPoint(cell) !== undefined) return 'nearly';
    // A word is no number among numbers, whatever it stands for: `一` is a name as well.
    return /^[\p{L}]/u.test(cell) || suggestNumber(cell) === undefined ? 'other' : 'nearly';
  }

  /** Types that do not take the cell are out; only a day with the year last is read by order. */
  #dropTypes(cell: Cell): void {
    const ordered = findAmbiguousDate(cell) !== undefined;
    const answers = new Map<string, boolean>();
    const fitting = ({ type, order }: { type: Candidate; order: DateOrder }) => {
      const key = ordered ? `${type} ${order}` : type;
      const known = answers.get(key) ?? this.#fitsType(cell, type, { ...this.#style(), order });
      answers.set(key, known);
      return known;
    };
    // `07-03-2026` begins like an id.
    const isText = (!ordered && isIdLike(cell)) || (isIdHeader(this.#header) && isShortenedNumber(cell));
    this.#alive = isText ? [] : this.#alive.filter(fitting);
  }

  #fitsType(cell: Cell, type: Candidate, style: CellStyle): boolean {
    if (type === 'boolean') return typeof cell === 'boolean' || /^(true|false)$/i.test(String(cell));
    if (type === 'month') return typeof cell === 'string' && parseMonth(cell) !== undefined;
    if (type === 'timestamp' && !this.#hasTimes && isDigits(cell)) return false;
    return parseCell(cell, type, style) !== undefined;
  }
}

/** Whether a cell writes an instant or a day. */
function fitsTime(cell: Cell, style: CellStyle): boolean {
  return typeof cell !== 'boolean' && parseCell(cell, 'timestamp', style) !== undefined;
}

function isDigits(cell: Cell): boolean {
  return typeof cell === 'number' || (typeof cell === 'string' && /^\d+$/.test(cell.trim()));
}
