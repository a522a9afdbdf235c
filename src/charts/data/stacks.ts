/** Numbers on top of each other, and what a whole is made of. */

import type { ChartInput } from '../input.ts';
import { buildFirstSeries, type Series } from './chart-series.ts';
import { formatPercent } from './percent-text.ts';
import { findTimeGrain } from './time-keys.ts';

/** Where each of the numbers begins and ends when they stand one on the other, from `start` on. */
export function stackNumbers(numbers: readonly number[], start = 0): { from: number; to: number }[] {
  let at = start;
  return numbers.map((number) => {
    const from = at;
    at += number;
    return { from, to: at };
  });
}

/** What a group makes up, and where it stands. */
export interface Share {
  /** Index of the group. */
  group: number;
  from: number;
  to: number;
  /** In percent; null in a period without data. */
  share: number | null;
  text: string;
}

/** A period or member, and what it is made of. */
interface Stack {
  key: string;
  label: string;
  shares: Share[];
}

/** The first value to 100 %: its groups, and a stack a period or member. */
export function computeShareStacks(input: ChartInput): {
  groups: string[];
  stacks: Stack[];
  isTime: boolean;
} {
  const { language } = input;
  const series = buildFirstSeries(input);
  const stacks = series[0]!.points.map(({ key, label }, i) => ({
    key,
    label,
    shares: computeShares(series, i, language),
  }));
  const isTime = findTimeGrain(stacks.map(({ key }) => key)) !== undefined;
  return { groups: series.map((one) => one.label), stacks, isTime };
}

function computeShares(series: readonly Series[], i: number, language: ChartInput['language']): Share[] {
  const whole = series.reduce((sum, { points }) => sum + (points[i]!.value ?? 0), 0);
  const shares = series.map(({ points }) => (whole > 0 ? ((points[i]!.value ?? 0) / whole) * 100 : null));
  const places = stackNumbers(shares.map((share) => share ?? 0));
  return shares.map((share, group) => {
    return { group, ...places[group]!, share, text: formatPercent(share, { language }) };
  });
}
