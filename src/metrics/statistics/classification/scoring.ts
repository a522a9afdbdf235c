/** How good scores are at telling what then happened. Outcomes are 0 or 1. */
import { wilsonInterval } from '../../../base/wilson-interval.ts';

export interface Scored {
  score: number;
  outcome: number;
}

/** Of a positive and a negative case the chance that the positive scores higher, ties half. Undefined without both. */
export function computeAuc(all: readonly Scored[]): number | undefined {
  const positives = all.filter(({ outcome }) => outcome === 1).length;
  const negatives = all.length - positives;
  if (positives === 0 || negatives === 0) return undefined;
  let ranks = 0;
  let before = 0;
  for (const group of groupByScore(all, (a, b) => a - b)) {
    ranks += group.filter(({ outcome }) => outcome === 1).length * (before + (group.length + 1) / 2);
    before += group.length;
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** Mean of precision over the recalls reached, as scikit-learn counts it: no interpolation. */
export function computeAveragePrecision(all: readonly Scored[]): number | undefined {
  const positives = all.filter(({ outcome }) => outcome === 1).length;
  if (positives === 0) return undefined;
  let [seen, hits, sum] = [0, 0, 0];
  for (const group of groupByScore(all, (a, b) => b - a)) {
    const found = group.filter(({ outcome }) => outcome === 1).length;
    seen += group.length;
    hits += found;
    sum += (found / positives) * (hits / seen);
  }
  return sum;
}

/** Mean squared distance of probability and outcome (G. W. Brier 1950); undefined without cases. */
export function computeBrierScore(all: readonly Scored[]): number | undefined {
  if (all.length === 0) return undefined;
  return all.reduce((sum, { score, outcome }) => sum + (score - outcome) ** 2, 0) / all.length;
}

/** Rate among the `share` with the highest scores ÷ rate of all. Equal scores at the border count by their mean rate. */
export function computeLift(all: readonly Scored[], share = 0.1): number | undefined {
  const rate = all.reduce((sum, { outcome }) => sum + outcome, 0) / all.length;
  if (!(rate > 0)) return undefined;
  const room = Math.max(1, Math.round(all.length * share));
  let [left, hits] = [room, 0];
  for (const group of groupByScore(all, (a, b) => b - a)) {
    const taken = Math.min(left, group.length);
    hits += (taken * group.filter(({ outcome }) => outcome === 1).length) / group.length;
    left -= taken;
    if (left === 0) break;
  }
  return hits / room / rate;
}

interface CalibrationBin {
  n: number;
  /** Mean of the scores, share of the outcomes, and its Wilson interval. */
  predicted: number;
  observed: number;
  low: number;
  high: number;
}

/** Probabilities in bins of equal width against what happened; empty bins are left out. */
export function computeCalibration(all: readonly Scored[], bins = 10): CalibrationBin[] {
  const groups = Array.from({ length: bins }, () => [] as Scored[]);
  for (const one of all) groups[Math.min(bins - 1, Math.floor(one.score * bins))]!.push(one);
  return groups
    .filter((group) => group.length > 0)
    .map((group) => {
      const n = group.length;
      const hits = group.reduce((sum, { outcome }) => sum + outcome, 0);
      const predicted = group.reduce((sum, { score }) => sum + score, 0) / n;
      return { n, predicted, observed: hits / n, ...wilsonInterval(hits, n)! };
    });
}

/** Mean distance of predicted and observed over the bins, weighted by their cases (ECE). */
export function computeCalibrationError(all: readonly Scored[], bins = 10): number | undefined {
  if (all.length === 0) return undefined;
  return computeCalibration(all, bins).reduce(
    (sum, { n, predicted, observed }) => sum + (n / all.length) * Math.abs(predicted - observed),
    0,
  );
}

/** Groups of equal scores, in order. */
export function groupByScore(all: readonly Scored[], by: (a: number, b: number) => number): Scored[][] {
  const groups: Scored[][] = [];
  for (const one of all.toSorted((a, b) => by(a.score, b.score))) {
    const last = groups.at(-1);
    if (last && last[0]!.score === one.score) last.push(one);
    else groups.push([one]);
  }
  return groups;
}
