/** Parts by rank: how few of them make up most. */
import type { Point } from '../../base/value-series.ts';
import type { ChartInput } from '../input.ts';
import { filterPresent } from './chart-series.ts';
import { sampleIndices } from './distribution.ts';
import { sortParts } from './value-parts.ts';

/** Beyond the first ranks. */
const mostSteps = 240;

/** The parts of the first value, highest first. */
export interface Ranked {
  points: (Point & { value: number })[];
  /** Of the whole up to each rank, in percent. */
  running: number[];
  /** How many make up the head. */
  head: number;
}

export function rankPoints({ values }: ChartInput): Ranked {
  const points = filterPresent(sortParts(values[0]!.points));
  const whole = points.reduce((sum, { value }) => sum + value, 0);
  const running = computeRunningShares(
    points.map(({ value }) => value),
    whole,
  );
  return { points, running, head: countHead(running) };
}

/** Ranks that are drawn: the first fifty, and of the rest as many as the eye tells apart. */
export function selectDrawnRanks({ points }: Ranked): number[] {
  const first = Math.min(50, points.length);
  const rest = sampleIndices(points.length - first, mostSteps).map((i) => i + first);
  return [...Array.from({ length: first }, (_, i) => i), ...rest];
}

/** The few that make up most: those that hold this share of the whole, in percent. */
export const headShare = 80;

/** Of `whole` up to each of the numbers, in percent. */
export function computeRunningShares(numbers: readonly number[], whole: number): number[] {
  let sum = 0;
  return numbers.map((number) => {
    sum += number;
    return (sum / whole) * 100;
  });
}

/** How many of the first parts make up `headShare`; rounding does not ask for one more. */
export function countHead(running: readonly number[]): number {
  return running.findIndex((share) => share >= headShare - 1e-9) + 1;
}
