import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import type { Cell } from '../../base/source-table.ts';
import { createProblem } from '../../problems/catalog.ts';
import { isMissingMark, parseNumber, toHalfWidth } from '../cells/number-formats.ts';
import type { GetPlace } from '../cells/problem-sampler.ts';
import { isEmptyCell } from './row-shape.ts';
import type { TotalKind, TotalLabel } from './total-labels.ts';

/** A total that agrees with no sum so far; the sum of all rows decides. */
interface DoubtfulTotal {
  column: number;
  kind: TotalKind;
  isNamed: boolean;
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
  /** Whether a total that says of what it is one is that of all rows: others may be those of some. */
  #hasNamedWhole = false;

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

  addTotal({ kind, strength }: TotalLabel, row: readonly Cell[], getPlace: GetPlace): void {
    const isNamed = strength === 'named';
    const before = this.#doubtful.length;
    this.#headers.forEach((_, column) => {
      const stated = row[column] ?? null;
      const value = toAmount(stated);
      if (value === undefined) return;
      const part = this.#part[column]!;
      if ([part, this.#whole[column]!].some((sum) => !sum.isNumeric || matchesTotal(sum, value, stated)))
        return;
      this.#doubtful.push({ column, kind, isNamed, stated, value, place: getPlace(column), part });
    });
    if (isNamed && this.#doubtful.length === before) this.#hasNamedWhole = true;
    this.#part = this.#headers.map(() => emptySum);
  }

  /**
   * Whether a row that is not sure to be a total is the sum of the rows above, or of those since the total before: in one
   * column at least, and in half of those that add up. With a name its means count, too.
   */
  isTotal(row: readonly Cell[], isNamed: boolean): boolean {
    let [sums, means, others] = [0, 0, 0];
    for (const [column, whole] of this.#whole.entries()) {
      const stated = row[column] ?? null;
      const value = toAmount(stated);
      if (value === undefined) continue;
      if (!whole.isNumeric && !isNamed) return false;
      if (!whole.isNumeric) continue;
      const candidates = [whole, this.#part[column]!].filter(({ count }) => count > (isNamed ? 0 : 1));
      if (value !== 0 && candidates.some((one) => matchesAmount(one.sum, value, stated))) sums++;
      else if (candidates.some((one) => matchesAmount(one.sum / one.count, value, stated))) means++;
      else others++;
    }
    return sums + (isNamed ? means : 0) > 0 && sums + means >= others;
  }

  /** Whether a row leaves a column empty that is none of numbers, as the name of a total would stand in. */
  lacksLabel(row: readonly Cell[]): boolean {
    return this.#whole.some(({ isNumeric }, column) => !isNumeric && isEmptyCell(row[column]));
  }

  listProblems(): Problem[] {
    return this.#doubtful.flatMap(({ column, kind, isNamed, stated, value, place, part }) => {
      const whole = this.#whole[column]!;
      if (!whole.isNumeric || matchesTotal(whole, value, stated)) return [];
      if (isNamed && this.#hasNamedWhole) return [];
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
  if (!before.isNumeric || cell === null || (typeof cell === 'string' && isMissingMark(cell))) return before;
  const value = toNumber(cell);
  if (value === undefined || isPercentage(cell)) return { ...before, isNumeric: false };
  return { sum: before.sum + value, count: before.count + 1, isNumeric: true };
}

function toNumber(cell: Cell): number | undefined {
  if (typeof cell === 'number') return cell;
  return typeof cell === 'string' ? parseNumber(cell) : undefined;
}

/** A number that could add up. */
function toAmount(cell: Cell): number | undefined {
  return isPercentage(cell) ? undefined : toNumber(cell);
}

function isPercentage(cell: Cell): boolean {
  return typeof cell === 'string' && /[%％]/.test(cell);
}

/** Whether a total is the sum or the mean of the rows. */
function matchesTotal({ sum, count }: Sum, value: number, stated: Cell): boolean {
  return matchesAmount(sum, value, stated) || (count > 0 && matchesAmount(sum / count, value, stated));
}

/** To half a step of the last digit that is written, and what adding binary fractions costs. */
function matchesAmount(amount: number, value: number, stated: Cell): boolean {
  const digits = /\.(\d+)/.exec(toHalfWidth(String(stated)))?.[1]?.length ?? 0;
  const scale = getScale(String(stated));
  const half = typeof stated === 'string' ? 0.5 * scale * 10 ** -digits : 0;
  return Math.abs(amount - value) <= half + 1e-9 * (1 + Math.abs(value));
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
