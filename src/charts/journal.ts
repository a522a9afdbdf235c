import * as vega from 'vega';

/** What Vega-Lite and Vega say while they draw. */
export class Journal {
  readonly warnings: string[] = [];
  readonly errors: string[] = [];
  readonly logger: vega.LoggerInterface;

  constructor() {
    this.logger = vega.logger(vega.Warn, undefined, (_method, level, input) => {
      const text = input.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
      (level === 'ERROR' ? this.errors : this.warnings).push(text);
    });
  }
}
