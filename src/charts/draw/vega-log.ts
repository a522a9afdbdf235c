import type { LoggerInterface } from 'vega';
import { BoundError } from '../bounds/bounds.ts';
import { vega } from '../vega-bundle.ts';

/** Said of every empty set of data, such as the outliers of a box plot that has none. */
const ignoredWarnings = /^Infinite extent for field/;

/** What Vega-Lite and Vega say while they draw. */
export class VegaLog {
  readonly warnings: string[] = [];
  readonly errors: string[] = [];
  /** The first bound that was met. */
  bound: BoundError | undefined;
  readonly logger: LoggerInterface;

  constructor() {
    this.logger = vega.logger(vega.Warn, undefined, (_method, level, input) => {
      this.bound ??= input.find((part) => part instanceof BoundError);
      const text = input.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
      if (!ignoredWarnings.test(text)) (level === 'ERROR' ? this.errors : this.warnings).push(text);
    });
  }
}
