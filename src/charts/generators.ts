/**
 * Vega makes the numbers of a sequence as one list before it looks at them. A list that no heap can hold takes
 * seconds to fail, so that its length is looked at first.
 */
import { expressionFunction, transforms } from 'vega';

/** Far beyond the marks a chart may have. */
const mostNumbers = 5_000_000;

interface Generator {
  prototype: { transform: (params: Record<string, unknown>, pulse: unknown) => unknown };
}

/** Makes Vega's generators refuse more than a heap can hold, as a RangeError. For the process that draws. */
export function boundGenerators(): void {
  const known = transforms as unknown as Record<'sequence' | 'quantile', Generator>;
  before(known.sequence, ({ start, stop, step }) => hold(start, stop, step));
  before(known.quantile, ({ step, probs }) => (probs ? undefined : hold(0, 1, step ?? 0.01)));
  const sequence = expressionFunction('sequence') as (...bounds: number[]) => number[];
  expressionFunction('sequence', (...bounds: number[]) => {
    const [start, stop, step] = bounds.length < 2 ? [0, bounds[0], 1] : bounds;
    hold(start, stop, step);
    return sequence(...bounds);
  });
}

function before({ prototype }: Generator, look: (params: Record<string, unknown>) => void): void {
  const { transform } = prototype;
  prototype.transform = function (this: unknown, params, pulse) {
    look(params);
    return transform.call(this, params, pulse);
  };
}

function hold(start: unknown, stop: unknown, step: unknown): void {
  const count = (Number(stop) - Number(start)) / Number(step || 1);
  if (count > mostNumbers) throw new RangeError('Invalid array length');
}
