import type { Problem } from '../../base/problem.ts';
import type { Cell } from '../../base/source-table.ts';
import { createProblem } from '../../problems/catalog.ts';
import { CellExamples } from './cell-examples.ts';
import { type GetPlace, ProblemSampler } from './problem-sampler.ts';
import { suggestDate, suggestNumber, suggestPoint, suggestSeconds } from './suggest-cell.ts';

const durationHeader = /时长|用时|耗时|停留|duration|time (?:on|spent)|session length/i;

/** Whether the cells of a column say how long something took: `00:03:20` is then no time of the day. */
export function isDurationHeader(header: string): boolean {
  return durationHeader.test(header);
}

/** What a cell says of its column: is it a number or a day, or nearly one? */
export type Likeness =
  | 'missing'
  | 'zero'
  | 'number'
  | 'percentage'
  | 'nearly'
  | 'day'
  | 'nearly-day'
  | 'other';

/** How many cells of a column look like numbers and days, and what is told of it when it was taken for something else. */
export class ColumnLikeness {
  readonly #header: string;
  readonly #counts: Record<Likeness, number> = {
    missing: 0,
    zero: 0,
    number: 0,
    percentage: 0,
    nearly: 0,
    day: 0,
    'nearly-day': 0,
    other: 0,
  };
  readonly #notNumbers = new CellExamples();
  readonly #notDays = new CellExamples();
  /** Like a day and none. */
  readonly #nearlyDays = new ProblemSampler();
  readonly #months = new CellExamples();
  readonly #bare = new CellExamples();

  constructor(header: string) {
    this.#header = header;
  }

  add(likeness: Likeness, cell: Cell, getPlace: GetPlace, column: number): void {
    this.#counts[likeness]++;
    if (likeness === 'missing') return;
    this.#months.add(cell, getPlace, column);
    if (likeness === 'nearly-day')
      this.#nearlyDays.add(getPlace, column, (place) =>
        createProblem('text-among-days', place, { column: this.#header, found: String(cell) }),
      );
    if (likeness !== 'day') this.#notDays.add(cell, getPlace, column);
    if (likeness === 'number') this.#bare.add(cell, getPlace, column);
    else if (likeness !== 'zero' && likeness !== 'percentage') this.#notNumbers.add(cell, getPlace, column);
  }

  get #filled(): number {
    return this.#months.count;
  }

  /** `2026年1月` was read as the first day of the month. */
  tellMonths(): Problem[] {
    const { first, texts, count } = this.#months;
    return first ? [createProblem('months-as-days', first, { column: this.#header, texts, count })] : [];
  }

  /** Most cells are days, or nearly: the column is none of days. */
  tellDays(): Problem[] {
    const { day, 'nearly-day': nearly } = this.#counts;
    const column = this.#header;
    if (nearly > 0 && day * 2 > this.#filled)
      return this.#nearlyDays.listProblems((place, more) =>
        createProblem('more-bad-cells', place, { column, more }),
      );
    if ((day + nearly) * 2 <= this.#filled) return [];
    const { first, texts, count } = this.#notDays.count > 0 ? this.#notDays : this.#months;
    const near = suggestDate(texts[0]!);
    return [createProblem('days-as-text', first!, { column, texts, count, near })];
  }

  /** Most cells are numbers, or nearly: the column is text only because of some, or because its numbers carry signs. */
  tellNumbers(): Problem[] {
    const { zero, number, percentage, nearly } = this.#counts;
    const { first, texts, count } = this.#notNumbers;
    if (!first || this.#filled < 2 || (zero + number + percentage + nearly) * 2 <= this.#filled) return [];
    const seconds = isDurationHeader(this.#header) ? suggestSeconds(texts[0]!) : undefined;
    return [
      createProblem('text-among-numbers', first, {
        column: this.#header,
        texts,
        near: seconds ?? suggestNumber(texts[0]!) ?? suggestPoint(texts[0]!),
        inSeconds: seconds !== undefined,
        count,
      }),
    ];
  }

  /** `12.5%` is 0.125; what is 13 beside it? */
  tellShares(): Problem[] {
    const { first, texts, count } = this.#bare;
    const { percentage } = this.#counts;
    if (!first || percentage === 0) return [];
    return [createProblem('percent-and-plain', first, { column: this.#header, texts, count, percentage })];
  }
}
