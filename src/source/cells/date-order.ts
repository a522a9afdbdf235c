import type { Cell } from '../../base/source-table.ts';
import { type DateOrder, parseDate, toHalfWidth } from './number-date-formats.ts';

const yearLast = /^(\d{1,2}[-/.]\d{1,2}[-/.]\d{4})([T ].*)?$/;

/** The day of a cell like `7/3/2026`, which needs an order. */
export function findAmbiguousDate(cell: Cell): string | undefined {
  // Most cells are too long, too short, or begin otherwise.
  return typeof cell === 'string' && cell.length > 7 ? yearLast.exec(toHalfWidth(cell))?.[1] : undefined;
}

/**
 * The order of day and month in a column: as declared, else the only one in which every cell is a day (13 is no
 * month). Unclear when a column holds such days and both orders fit them all.
 */
export class DateOrderDetector {
  readonly #declared: DateOrder | undefined;
  #seen = false;
  readonly #fits = new Set<DateOrder>(['mdy', 'dmy']);

  constructor(declared: DateOrder | undefined) {
    this.#declared = declared;
  }

  /** Whether this is the first cell whose order must be known. */
  observe(cell: Cell): boolean {
    if (this.#declared) return false;
    const day = findAmbiguousDate(cell);
    if (day === undefined) return false;
    for (const order of this.#fits) if (parseDate(day, order) === undefined) this.#fits.delete(order);
    const first = !this.#seen;
    this.#seen = true;
    return first;
  }

  get order(): DateOrder {
    if (this.#declared) return this.#declared;
    return this.#seen ? ([...this.#fits][0] ?? 'ymd') : 'ymd';
  }

  get isAmbiguous(): boolean {
    return this.#seen && this.#fits.size === 2;
  }
}
