import type { Measure } from '../site-types.ts';

/** One axis for what several teams measured. */
export interface DotScale {
  low: number;
  high: number;
}

/** Room beside the outermost dots, as a share of what they span. */
const margin = 0.06;

/** From zero, unless something lies below; wide enough for values, targets and intervals. */
export function computeDotScale(measures: readonly Measure[]): DotScale {
  const ends = measures.flatMap(({ value, target, interval }) => [
    value ?? 0,
    target?.value ?? 0,
    interval?.low ?? 0,
    interval?.high ?? 0,
  ]);
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  const room = (high - low || 1) * margin;
  return { low: low < 0 ? low - room : 0, high: high + room };
}

/** Per cent of the axis, with two decimals. */
export function placeDot(value: number, { low, high }: DotScale): number {
  return Number((((value - low) / (high - low)) * 100).toFixed(2));
}
