/**
 * Limits of a test that is looked at K times, evenly spaced, and errs with chance alpha in all: the error is spent look by
 * look (K. K. G. Lan & D. L. DeMets 1983, Biometrika 70, 659–663), each side half of it, by the functions that come near
 * the limits of O'Brien & Fleming 1979 and of Pocock 1977.
 */
import { memoizeAnswers } from '../../../base/memoize.ts';
import { normalQuantile, normalSurvival } from '../distributions.ts';
import {
  computeCallingChance,
  computeCallingDensity,
  lookAgain,
  type PassedDensity,
  startLooking,
} from './look-density.ts';

export const spendingKinds = ['obrien_fleming', 'pocock'] as const;
export type Spending = (typeof spendingKinds)[number];

/** Error spent by both sides when a share `t` of the sample is there. */
const spend: Readonly<Record<Spending, (t: number, alpha: number) => number>> = {
  obrien_fleming: (t, alpha) => 4 * normalSurvival(-normalQuantile(alpha / 4) / Math.sqrt(t)),
  pocock: (t, alpha) => alpha * Math.log(1 + (Math.E - 1) * t),
};

export const mostLooks = 20;

/** z score beyond which each look calls a difference. */
export function computeLookLimits(looks: number, alpha: number, kind: Spending): number[] {
  const limits: number[] = [];
  let passed: PassedDensity | undefined;
  let spent = 0;
  for (let look = 1; look <= looks; look++) {
    const whole = spend[kind](look / looks, alpha);
    const limit = findLimit(passed, look, whole - spent);
    limits.push(limit);
    spent = whole;
    const edge = limit * Math.sqrt(look);
    passed = passed ? lookAgain(passed, edge) : startLooking(edge);
  }
  return limits;
}

/** By Newton's method on logarithms, from the limit of a test with this one look, which is never inside. */
function findLimit(before: PassedDensity | undefined, look: number, chance: number): number {
  let z = -normalQuantile(chance / 2);
  if (!before) return z;
  for (let step = 0; step < 30; step++) {
    const edge = z * Math.sqrt(look);
    const reached = computeCallingChance(before, edge);
    const slope = (computeCallingDensity(before, edge) * Math.sqrt(look)) / reached;
    const move = Math.log(reached / chance) / slope;
    if (!Number.isFinite(move)) break;
    z += move;
    if (Math.abs(move) < 1e-10) break;
  }
  return z;
}

/** Level at which the last look must call alone, so that all looks err with chance `alpha`. */
export function computeLastLevel(looks: number, alpha: number, kind: Spending): number {
  return 2 * normalSurvival(computeLookLimits(looks, alpha, kind).at(-1)!);
}

/**
 * The p value that answers for all looks: the smallest error at which the last look would call (C. Jennison &
 * B. W. Turnbull 2000, Group Sequential Methods, § 9.4, repeated p values). It takes a hundredth of a second, and a preview
 * asks it again for every save.
 */
export const computeRepeatedP = memoizeAnswers(findRepeatedP);

function findRepeatedP(p: number, looks: number, kind: Spending): number {
  if (looks <= 1 || !(p > 1e-12) || p >= 0.5) return p;
  const miss = (at: number) => Math.log(computeLastLevel(looks, Math.exp(at), kind) / p);
  // Secant method on logarithms: the level of the last look grows with the error, nearly in proportion.
  let [before, at] = [Math.log(p), Math.log(Math.min(0.9, 1.2 * p))];
  let missBefore = miss(before);
  for (let step = 0; step < 30; step++) {
    const missNow = miss(at);
    if (Math.abs(missNow) < 1e-9 || missNow === missBefore) break;
    const next = Math.min(-1e-3, at - (missNow * (at - before)) / (missNow - missBefore));
    [before, missBefore, at] = [at, missNow, next];
  }
  return Math.max(p, Math.exp(at));
}
