import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { Cell } from '../base/source-table.ts';
import { problem } from '../problems/problem.ts';
import { narrow, readNumberText } from './forms.ts';
import type { PlaceOf } from './told.ts';

/** part: of the rows since the total before. */
export type TotalKind = 'whole' | 'part';

const words: Readonly<Record<string, TotalKind>> = {
  合计: 'whole',
  总计: 'whole',
  总和: 'whole',
  汇总: 'whole',
  total: 'whole',
  'grand total': 'whole',
  小计: 'part',
  subtotal: 'part',
};

/** Columns in which a row may call itself a total. */
const labelled = 3;

/** By its length and its first sign: nearly all cells begin otherwise, and looking closer takes time. */
function mayBeTotal(cell: string): boolean {
  const code = cell.charCodeAt(0);
  const isLetter = code > 0x20 && code < 0x80;
  return (
    cell.length <= 60 &&
    (isLetter ? /^[tgs]/i.test(cell) : !(code > 0x3000 && code < 0xff00) || /^[合总汇小]/.test(cell))
  );
}

/** What a row with `合计`, `小计` … as one of its first cells adds up; undefined for a row of data. */
export function totalKind(row: readonly Cell[]): TotalKind | undefined {
  for (const cell of row.slice(0, labelled)) {
    if (typeof cell !== 'string' || !mayBeTotal(cell)) continue;
    const word = narrow(cell)
      .toLowerCase()
      .replace(/[:：]$/, '')
      .replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '');
    if (Object.hasOwn(words, word)) return words[word];
  }
  return undefined;
}

/** A total that agrees with no sum so far; the sum of all rows decides. */
interface Doubtful {
  column: number;
  kind: TotalKind;
  stated: Cell;
  value: number;
  place: Place;
  /** Of the rows since the total before. */
  part: Sum;
}

/** Totals that are neither the sum nor the mean of the rows they can stand for. Columns with percentages do not add up. */
export class TotalSums {
  readonly #headers: readonly string[];
  #whole: Sum[];
  #part: Sum[];
  readonly #doubtful: Doubtful[] = [];

  constructor(headers: readonly string[]) {
    this.#headers = headers;
    this.#whole = headers.map(() => nothing);
    this.#part = headers.map(() => nothing);
  }

  add(row: readonly Cell[]): void {
    const plus = (sum: Sum, column: number) => added(sum, row[column] ?? null);
    this.#whole = this.#whole.map(plus);
    this.#part = this.#part.map(plus);
  }

  total(kind: TotalKind, row: readonly Cell[], placeOf: PlaceOf): void {
    this.#headers.forEach((_, column) => {
      const stated = row[column] ?? null;
      const value = numberOf(stated);
      if (value === undefined || isShare(stated)) return;
      const part = this.#part[column]!;
      if ([part, this.#whole[column]!].some((sum) => !sum.sound || agrees(sum, value, stated))) return;
      this.#doubtful.push({ column, kind, stated, value, place: placeOf(column), part });
    });
    this.#part = this.#headers.map(() => nothing);
  }

  problems(): Problem[] {
    return this.#doubtful.flatMap(({ column, kind, stated, value, place, part }) => {
      const whole = this.#whole[column]!;
      if (!whole.sound || agrees(whole, value, stated)) return [];
      const sum = shown((kind === 'part' ? part : whole).sum);
      return [
        problem('total-differs', place, { column: this.#headers[column]!, stated: String(stated), sum }),
      ];
    });
  }
}

interface Sum {
  readonly sum: number;
  readonly count: number;
  /** No cell was other than a number, or a percentage: such a column has no sum. */
  readonly sound: boolean;
}

const nothing: Sum = { sum: 0, count: 0, sound: true };

function added(before: Sum, cell: Cell): Sum {
  if (!before.sound || cell === null || cell === '—' || cell === '-') return before;
  const value = numberOf(cell);
  if (value === undefined || isShare(cell)) return { ...before, sound: false };
  return { sum: before.sum + value, count: before.count + 1, sound: true };
}

function numberOf(cell: Cell): number | undefined {
  if (typeof cell === 'number') return cell;
  return typeof cell === 'string' ? readNumberText(cell) : undefined;
}

function isShare(cell: Cell): boolean {
  return typeof cell === 'string' && /[%％]/.test(cell);
}

/** To half a step of the last digit that is written, and what adding binary fractions costs. */
function agrees({ sum, count }: Sum, value: number, stated: Cell): boolean {
  const digits = /\.(\d+)/.exec(narrow(String(stated)))?.[1]?.length ?? 0;
  const scale = scaleOf(String(stated));
  const half = typeof stated === 'string' ? 0.5 * scale * 10 ** -digits : 0;
  const slack = half + 1e-9 * (1 + Math.abs(value));
  return Math.abs(sum - value) <= slack || (count > 0 && Math.abs(sum / count - value) <= slack);
}

/** Of the last digit before the sign of a power. */
function scaleOf(stated: string): number {
  if (/亿/.test(stated)) return 1e8;
  if (/[万w]/.test(stated)) return 1e4;
  return /千/.test(stated) ? 1e3 : 1;
}

function shown(sum: number): string {
  return String(Number(sum.toPrecision(15)));
}
