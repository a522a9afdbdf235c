import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import type { Cell } from '../../base/source-table.ts';
import { createProblem } from '../../problems/catalog.ts';
import { parseNumber, toHalfWidth } from '../cells/number-formats.ts';
import type { GetPlace } from '../cells/problem-sampler.ts';

/** part: of the rows since the total before. */
type TotalKind = 'whole' | 'part';

const totalWords: Readonly<Record<string, TotalKind>> = {
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
export const labelColumns = 3;
/** Signs of the longest name of a total, with spaces. */
export const maxLabelLength = 60;

/** By its length and its first sign: nearly all cells begin otherwise, and looking closer takes time. */
function canBeTotal(cell: string): boolean {
  const code = cell.charCodeAt(0);
  const isLetter = code > 0x20 && code < 0x80;
  return (
    cell.length <= maxLabelLength &&
    (isLetter ? /^[tgs]/i.test(cell) : !(code > 0x3000 && code < 0xff00) || /^[合总汇小]/.test(cell))
  );
}

/** What a row with `合计`, `小计` … as one of its first cells adds up; undefined for a row of data. */
export function findTotalKind(row: readonly Cell[]): TotalKind | undefined {
  for (const cell of row.slice(0, labelColumns)) {
    if (typeof cell !== 'string' || !canBeTotal(cell)) continue;
    const word = toHalfWidth(cell)
      .toLowerCase()
      .replace(/[:：]$/, '')
      .replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '');
    if (Object.hasOwn(totalWords, word)) return totalWords[word];
  }
  return undefined;
}

/** A total that agrees with no sum so far; the sum of all rows decides. */
interface DoubtfulTotal {
  column: number;
  kind: TotalKind;
  stated: Cell;
  value: number;
  place: Place;
  /** Of the rows since the total before. */
  part: Sum;
}

/** Totals that are neither the sum nor the mean of the rows they can stand for. Columns with percentages do not add up. */
export class TotalsCheck {
  readonly #headers: readonly string[];
  #whole: Sum[];
  #part: Sum[];
  readonly #doubtful: DoubtfulTotal[] = [];

  constructor(headers: readonly string[]) {
    this.#headers = headers;
    this.#whole = headers.map(() => emptySum);
    this.#part = headers.map(() => emptySum);
  }

  addRow(row: readonly Cell[]): void {
    const plus = (sum: Sum, column: number) => addCell(sum, row[column] ?? null);
    this.#whole = this.#whole.map(plus);
    this.#part = this.#part.map(plus);
  }

  addTotal(kind: TotalKind, row: readonly Cell[], getPlace: GetPlace): void {
    this.#headers.forEach((_, column) => {
      const stated = row[column] ?? null;
      const value = toNumber(stated);
      if (value === undefined || isPercentage(stated)) return;
      const part = this.#part[column]!;
      if ([part, this.#whole[column]!].some((sum) => !sum.isNumeric || matchesTotal(sum, value, stated)))
        return;
      this.#doubtful.push({ column, kind, stated, value, place: getPlace(column), part });
    });
    this.#part = this.#headers.map(() => emptySum);
  }

  listProblems(): Problem[] {
    return this.#doubtful.flatMap(({ column, kind, stated, value, place, part }) => {
      const whole = this.#whole[column]!;
      if (!whole.isNumeric || matchesTotal(whole, value, stated)) return [];
      const sum = formatSum((kind === 'part' ? part : whole).sum);
      return [
        createProblem('total-differs', place, {
          column: this.#headers[column]!,
          stated: String(stated),
          sum,
        }),
      ];
    });
  }
}

interface Sum {
  readonly sum: number;
  readonly count: number;
  /** No cell was other than a number, or a percentage: such a column has no sum. */
  readonly isNumeric: boolean;
}

const emptySum: Sum = { sum: 0, count: 0, isNumeric: true };

function addCell(before: Sum, cell: Cell): Sum {
  if (!before.isNumeric || cell === null || cell === '—' || cell === '-') return before;
  const value = toNumber(cell);
  if (value === undefined || isPercentage(cell)) return { ...before, isNumeric: false };
  return { sum: before.sum + value, count: before.count + 1, isNumeric: true };
}

function toNumber(cell: Cell): number | undefined {
  if (typeof cell === 'number') return cell;
  return typeof cell === 'string' ? parseNumber(cell) : undefined;
}

function isPercentage(cell: Cell): boolean {
  return typeof cell === 'string' && /[%％]/.test(cell);
}

/** To half a step of the last digit that is written, and what adding binary fractions costs. */
function matchesTotal({ sum, count }: Sum, value: number, stated: Cell): boolean {
  const digits = /\.(\d+)/.exec(toHalfWidth(String(stated)))?.[1]?.length ?? 0;
  const scale = getScale(String(stated));
  const half = typeof stated === 'string' ? 0.5 * scale * 10 ** -digits : 0;
  const slack = half + 1e-9 * (1 + Math.abs(value));
  return Math.abs(sum - value) <= slack || (count > 0 && Math.abs(sum / count - value) <= slack);
}

/** Of the last digit before the sign of a power. */
function getScale(stated: string): number {
  if (/亿/.test(stated)) return 1e8;
  if (/[万w]/.test(stated)) return 1e4;
  return /千/.test(stated) ? 1e3 : 1;
}

function formatSum(sum: number): string {
  return String(Number(sum.toPrecision(15)));
}
