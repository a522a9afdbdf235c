/**
 * Every way in which a day may be written: a row is a form with examples, which are its tests. What no row reads is
 * refused, never guessed.
 */
import type { Cell } from '../../base/source-table.ts';
import { toHalfWidth } from './number-formats.ts';

export type DateOrder = 'ymd' | 'mdy' | 'dmy';

interface DateFormat {
  name: string;
  examples: readonly (readonly [text: string, iso: string, order?: DateOrder])[];
  pattern: RegExp;
  /** Which group of the pattern is the year, the month and the day. */
  groups: (order: DateOrder) => readonly [year: number, month: number, day: number] | undefined;
}

export const dateFormats: readonly DateFormat[] = [
  {
    name: 'year first',
    examples: [
      ['2026-7-3', '2026-07-03'],
      ['2026/7/3', '2026-07-03'],
      ['2026.07.03', '2026-07-03'],
      ['２０２６／７／３', '2026-07-03'],
    ],
    pattern: /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/,
    groups: () => [1, 3, 4],
  },
  {
    name: 'chinese',
    examples: [
      ['2026年7月3日', '2026-07-03'],
      ['2026年07月03日', '2026-07-03'],
      ['2026 年 7 月 3 日', '2026-07-03'],
    ],
    pattern: /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]?$/,
    groups: () => [1, 2, 3],
  },
  {
    name: 'eight digits',
    examples: [['20260703', '2026-07-03']],
    pattern: /^(\d{4})(\d{2})(\d{2})$/,
    groups: () => [1, 2, 3],
  },
  {
    name: 'year last',
    examples: [
      ['7/3/2026', '2026-07-03', 'mdy'],
      ['3/7/2026', '2026-07-03', 'dmy'],
      ['03.07.2026', '2026-07-03', 'dmy'],
      ['07-03-2026', '2026-07-03', 'mdy'],
    ],
    pattern: /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/,
    groups: (order) => (order === 'ymd' ? undefined : order === 'mdy' ? [4, 1, 3] : [4, 3, 1]),
  },
];

/** The day that a text writes, as `2026-07-03`; undefined when it writes none, or none that the calendar has. */
export function parseDate(text: string, order: DateOrder): string | undefined {
  const bare = toHalfWidth(text);
  for (const { pattern, groups } of dateFormats) {
    const match = pattern.exec(bare);
    const wanted = match && groups(order);
    if (wanted) return toIsoDate(match[wanted[0]]!, match[wanted[1]]!, match[wanted[2]]!);
  }
  return undefined;
}

function toIsoDate(year: string, month: string, day: string): string | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  // Earlier years would be taken for those of the twentieth century.
  if (y < 100 || m < 1 || m > 12 || d < 1 || d > countDaysInMonth(y, m)) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** `month` from 1. */
export function countDaysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

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
