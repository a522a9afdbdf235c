/** How observations lie: their bins, their shares up to a number, and how far a plot of them goes. */

import { quantile } from '../../base/quantiles.ts';
import { roundUpStep } from '../draw/number-axis.ts';
import type { ChartInput, ChartValue } from '../input.ts';
import type { InputError } from '../kind.ts';
import { filterPresent, formatSeriesLabel, listGroups } from './chart-series.ts';

/** Bins beyond these are noise. */
const mostBins = 30;
const mostWhole = 24;

export interface Bin {
  from: number;
  /** Excluded, but in the last bin. */
  to: number;
  count: number;
}

interface Bins {
  bins: Bin[];
  /** A bin is one whole number, in its middle. */
  whole: boolean;
  /** Observations over the last bin. */
  beyond: number;
}

/** One number a point; those without are left out. */
export function listObservations({ points }: Pick<ChartValue, 'points'>): number[] {
  return filterPresent(points).map(({ value }) => value);
}

export function validateObservations({ values }: ChartInput): InputError | undefined {
  const [value] = values;
  if (!value) return { why: 'empty', name: '' };
  return listObservations(value).length === 0 ? { why: 'empty', name: value.name } : undefined;
}

/** Where a plot ends: at the highest, or at the 99th percentile where few lie far out. */
export function computePlotEnd(numbers: readonly number[]): number {
  const high = numbers.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);
  const [q1, q3] = [quantile(numbers, 0.25)!, quantile(numbers, 0.75)!];
  const far = q3 > q1 && high - q3 > 8 * (q3 - q1);
  return far ? quantile(numbers, 0.99)! : high;
}

/** Bins of equal, round width after Freedman and Diaconis (1981): 2·IQR·n^(−1/3); whole numbers of a short range stand alone. */
export function computeBins(numbers: readonly number[]): Bins {
  const low = numbers.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  const high = computePlotEnd(numbers);
  const whole = numbers.every(Number.isInteger);
  if (whole && Math.ceil(high) - low <= mostWhole)
    return countBins(numbers, low - 0.5, 1, Math.ceil(high) - low + 1, true);
  if (low === high) return countBins(numbers, low - 0.5, 1, 1, false);
  const iqr = quantile(numbers, 0.75)! - quantile(numbers, 0.25)!;
  const sturges = (high - low) / Math.ceil(Math.log2(numbers.length) + 1);
  const wanted = iqr > 0 ? (2 * iqr) / Math.cbrt(numbers.length) : sturges;
  const width = roundBinWidth(Math.max(wanted, (high - low) / (mostBins - 1)), whole);
  const first = Math.floor(low / width + 1e-9);
  const count = Math.max(1, Math.ceil(high / width - 1e-9) - first);
  return countBins(numbers, first * width, width, count, false);
}

function countBins(
  numbers: readonly number[],
  from: number,
  width: number,
  count: number,
  whole: boolean,
): Bins {
  const edge = (i: number) => Number((from + i * width).toPrecision(12));
  const bins = Array.from({ length: count }, (_, i): Bin => ({ from: edge(i), to: edge(i + 1), count: 0 }));
  let beyond = 0;
  for (const one of numbers) {
    const at = Math.floor((one - from) / width + 1e-9);
    const last = at === count && one <= edge(count);
    const bin = bins[last ? count - 1 : at];
    if (bin) bin.count++;
    else beyond++;
  }
  return { bins, whole, beyond };
}

/** Round, at least `wanted`; whole where the numbers are. */
function roundBinWidth(wanted: number, whole: boolean): number {
  const least = whole ? Math.max(1, wanted) : wanted;
  return whole && least < 10 ? roundUpStep(least, [1, 2, 5, 10]) : roundUpStep(least);
}

/** Share of the numbers up to `at`, in percent. */
export function computeShareUpTo(numbers: readonly number[], at: number): number {
  return (numbers.filter((one) => one <= at).length / numbers.length) * 100;
}

/** Indices from 0 to `count` − 1, at most about `most`, first and last among them. */
export function sampleIndices(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, i) => i);
  return Array.from({ length: most }, (_, i) => Math.round((i * (count - 1)) / (most - 1)));
}

/** Numbers of one name, in order. */
export interface Sample {
  label: string;
  /** What it may have its colour by. */
  names: string[];
  numbers: number[];
}

/** One a group of each value; those without numbers are left out. */
export function collectSamples({ values }: ChartInput): Sample[] {
  return values.flatMap((value) =>
    listGroups(value).flatMap((group) => {
      const points = filterPresent(value.points.filter((point) => point.group === group));
      const numbers = points.map((point) => point.value).sort((a, b) => a - b);
      const label = formatSeriesLabel(value, group, values.length);
      const names = [...(group === undefined ? [] : [group]), value.label];
      return numbers.length > 0 ? [{ label, names, numbers }] : [];
    }),
  );
}
