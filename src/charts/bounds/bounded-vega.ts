/**
 * Vega with bounds: each part of it that can make much of little counts first what it would make. Vega has no such
 * bounds itself, and no way to be given any but its own prototypes; they are changed once, in the process that draws.
 */
import { vega } from '../vega-bundle.ts';
import { assertBound, countSteps } from './bounds.ts';
import { type Parameters, type Row, rowCounts } from './row-counts.ts';

interface Pulse {
  add: Row[];
  source?: Row[];
}

/** Where Vega's own types say nothing. */
interface Transform {
  prototype: { transform: (this: object, given: Parameters & Scaled, pulse: Pulse) => unknown };
}

interface Scaled {
  scale?: { domain?: () => unknown[]; type?: string };
  count?: unknown;
  extent?: number[];
  minstep?: number;
  bins?: unknown;
  domain?: unknown;
}

const { transforms, Dataflow } = vega as unknown as {
  transforms: Record<string, Transform>;
  Dataflow: { prototype: { add: (this: object, ...given: unknown[]) => unknown } };
};

type Check = (given: Parameters & Scaled, pulse: Pulse) => void;

/** Has `check` look before the transform begins. */
function guard(name: string, check: Check): void {
  const { prototype } = transforms[name]!;
  const run = prototype.transform;
  prototype.transform = function (given, pulse) {
    check(given, pulse);
    return run.call(this, given, pulse);
  };
}

for (const [name, count] of Object.entries(rowCounts)) {
  guard(name, (given, { source, add }) => {
    for (const [bounded, found] of count(given, source ?? add)) assertBound(bounded, found, name);
  });
}

guard('sequence', ({ start = 0, stop = 0, step }) =>
  assertBound('rows', countSteps(start, stop, step || 1), 'sequence'),
);
guard('bin', ({ extent: [from = 0, to = 0] = [], step }) => {
  if (step) assertBound('bins', countSteps(from, to, step), 'bin');
});
guard('scale', ({ bins, domain }) => {
  if (!isSteps(bins) || Array.isArray(bins)) return;
  const ends = Array.isArray(domain) ? domain.map(Number) : [];
  const { start = Math.min(...ends), stop = Math.max(...ends), step } = bins;
  assertBound('bins', countSteps(start, stop, step), 'bins');
});
for (const name of ['axisticks', 'legendentries']) {
  guard(name, ({ scale, count }) => assertBound('ticks', countTicks(scale, count), 'tickCount'));
}

function isSteps(value: unknown): value is { start?: number; stop?: number; step: number } {
  return typeof value === 'object' && value !== null && 'step' in value;
}

/** About how long each is, in milliseconds, the shortest first. */
const durations: [unit: string, length: number][] = [
  ['millisecond', 1],
  ['second', 1000],
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
  ['date', 86_400_000],
  ['week', 604_800_000],
  ['month', 2_600_000_000],
  ['quarter', 7_800_000_000],
  ['year', 31_500_000_000],
];

/** Of the shortest in a name such as `yearmonthdate`. */
function findDuration(unit: unknown): number | undefined {
  return durations.find(([name]) => String(unit).includes(name))?.[1];
}

/** Ticks every so often, or a number of them. */
function countTicks(scale: Scaled['scale'], count: unknown): number {
  if (typeof count === 'number') return count;
  const { interval, step = 1 } =
    typeof count === 'object' && count !== null
      ? (count as { interval?: unknown; step?: number })
      : { interval: count };
  const every = findDuration(interval);
  const ends = scale?.domain?.().map(Number) ?? [];
  return every === undefined || ends.length < 2 ? 0 : countSteps(ends[0]!, ends.at(-1)!, every * step);
}

// Lists made by expressions. Vega-Lite writes some itself, of the bins of an axis.
const makeSequence = vega.expressionFunction('sequence') as unknown as (...given: number[]) => number[];
vega.expressionFunction('sequence', (...given: number[]) => {
  const [first = 0, second, step = 1] = given;
  const [start, stop] = second === undefined ? [0, first] : [first, second];
  assertBound('rows', countSteps(start, stop, step), 'sequence');
  return makeSequence(...given);
});
for (const name of ['timeSequence', 'utcSequence']) {
  const makeTimes = vega.expressionFunction(name) as unknown as (...given: unknown[]) => Date[];
  vega.expressionFunction(name, (...given: unknown[]) => {
    const [unit, start, stop, step = 1] = given;
    const every = (findDuration(unit) ?? 1) * Number(step);
    assertBound('rows', countSteps(Number(start), Number(stop), every), name);
    return makeTimes(...given);
  });
}

/** Operators by dataflow: plots of a facet are made while it runs, each with all its own. */
const operators = new WeakMap<object, number>();
const { add } = Dataflow.prototype;
Dataflow.prototype.add = function (...given) {
  const count = (operators.get(this) ?? 0) + 1;
  operators.set(this, count);
  assertBound('parts', count, 'facet');
  return add.apply(this, given);
};
