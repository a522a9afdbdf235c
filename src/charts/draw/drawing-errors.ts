/** A specification that could not be drawn; the message is Vega's. */
export class DrawingError extends Error {}

/** What a chart may not exceed. */
export type DrawingLimit = 'time' | 'memory' | 'marks';

/** A specification that took longer than the limit, more memory or more marks than a chart may have. */
export class DrawingLimitError extends Error {
  readonly limit: DrawingLimit;
  /** Vega-Lite's name of the marks there are too many of. */
  readonly mark: string;

  constructor(limit: DrawingLimit, message: string, mark = '') {
    super(message);
    this.limit = limit;
    this.mark = mark;
  }
}
