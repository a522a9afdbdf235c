import type { Cell } from '../../base/source-table.ts';
import { type DateOrder, parseDate } from './date-formats.ts';
import { toHalfWidth } from './number-formats.ts';

const yearLast = /^(\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?:[T ].*)?$/;

/** The day of a cell like `7/3/2026`, which needs an order. */
export function findAmbiguousDate(cell: Cell): string | undefined {
  // Most cells are too long, too short, or begin otherwise.
  return typeof cell === 'string' && cell.length > 7 ? yearLast.exec(toHalfWidth(cell))?.[1] : undefined;
}

/**
 * The order of day and month in a column: as declared, else the only one in which every cell is a day (13 is no
 * month). Unclear when both orders fit all such days, and are not the same day (`1/1/1900` is).
 */
export class DateOrderDetector {
  readonly #declared: DateOrder | undefined;
  #seen = false;
  #differs = false;
  readonly #fits = new Set<DateOrder>(['mdy', 'dmy']);

  constructor(declared: DateOrder | undefined) {
    this.#declared = declared;
  }

  /** Whether this is the first cell whose order must be known. */
  observe(cell: Cell): boolean {
    if (this.#declared) return false;
    const day = findAmbiguousDate(cell);
    if (day === undefined) return false;
    this.#seen = true;
    const [monthFirst, dayFirst] = [parseDate(day, 'mdy'), parseDate(day, 'dmy')];
    if (monthFirst === undefined) this.#fits.delete('mdy');
    if (dayFirst === undefined) this.#fits.delete('dmy');
    if (monthFirst === dayFirst || this.#differs) return false;
    this.#differs = true;
    return true;
  }

  /** `sibling`: what other columns of the table show. */
  resolveOrder(sibling?: DateOrder): DateOrder {
    if (this.#declared) return this.#declared;
    if (this.#isOpen && sibling) return sibling;
    return this.#seen ? ([...this.#fits][0] ?? 'ymd') : 'ymd';
  }

  /** The order that the cells show by themselves. */
  get shown(): DateOrder | undefined {
    return this.#seen && this.#fits.size === 1 ? [...this.#fits][0] : undefined;
  }

  get isAmbiguous(): boolean {
    return this.#isOpen && this.#differs;
  }

  get #isOpen(): boolean {
    return this.#seen && this.#fits.size === 2;
  }
}
