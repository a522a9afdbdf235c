/**
 * What a chart may ask for, counted and not timed: the same on every machine. All far above what can be seen in a
 * picture; below them a chart may still take too long, and processor time decides.
 */

/** Where the number is written. */
export const writtenBounds = {
  // Of a sequence: as many as the data may have.
  rows: 50_000,
  // Of a curve.
  steps: 10_000,
  // Of the lines of a globe.
  points: 500_000,
  bins: 1000,
  ticks: 1000,
  colours: 1000,
  // Marks with axes or layers of their own, repeated ones counted each.
  views: 1000,
  order: 20,
};

/** Where it comes out of the data, while the chart is drawn. */
export const drawnBounds = {
  // Made by one transform.
  rows: 500_000,
  // Of a computation that looks at many rows for each row.
  steps: 300_000_000,
  bins: 10_000,
  ticks: 10_000,
  // Operators of Vega's dataflow: some 100 for a plot with axes, 24 for a line.
  parts: 100_000,
};

/** Marks drawn. More are a picture of nothing, and a page of megabytes. */
export const mostMarks = 50_000;

/** What of a chart can be too many. */
export type Bounded = keyof typeof writtenBounds | keyof typeof drawnBounds;

/** A chart asks for more than it may. */
export class BoundError extends Error {
  readonly bounded: keyof typeof drawnBounds;
  readonly count: number;
  /** Vega's name of what asks, in lower case. */
  readonly part: string;

  constructor(bounded: keyof typeof drawnBounds, count: number, part: string) {
    super(`${part}: ${count} ${bounded}`);
    this.bounded = bounded;
    this.count = count;
    this.part = part;
  }

  get limit(): number {
    return drawnBounds[this.bounded];
  }
}

/** Throws where it is more than may be drawn. What is not a number is for Vega to refuse. */
export function assertBound(bounded: keyof typeof drawnBounds, count: number, part: string): void {
  if (count > drawnBounds[bounded]) throw new BoundError(bounded, count, part);
}

/** Steps from `start` to `stop`; endless where a step leads nowhere. */
export function countSteps(start: number, stop: number, step: number): number {
  const count = Math.ceil(Math.abs(stop - start) / Math.abs(step));
  return Number.isNaN(count) ? 0 : count;
}
