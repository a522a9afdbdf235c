/**
 * The sum of normal scores of a test that is looked at several times, one more a look, as long as no look has called a
 * difference (P. Armitage, C. K. McPherson & B. C. Rowe 1969, JRSS A 132, 235–244). Its density is carried from look to
 * look by Simpson's rule: no chance in it.
 */
import { normalSurvival } from '../distributions.ts';

const NODES = 240;

/** Density over −edge … edge of the sums that no look has called. */
export interface PassedDensity {
  edge: number;
  density: number[];
}

/** After the first look, which calls beyond ±edge. */
export function startLooking(edge: number): PassedDensity {
  return { edge, density: evaluateOnNodes(edge, normalDensity) };
}

/** After one more look, which calls beyond ±edge. */
export function lookAgain(before: PassedDensity, edge: number): PassedDensity {
  return {
    edge,
    density: evaluateOnNodes(edge, (s) => integrate(before, (from) => normalDensity(s - from))),
  };
}

/** Chance that the next look is the first to call, with its limits at ±edge. */
export function computeCallingChance(before: PassedDensity, edge: number): number {
  return integrate(before, (from) => normalSurvival(edge - from) + normalSurvival(edge + from));
}

/** How fast that chance falls as the limits move out. */
export function computeCallingDensity(before: PassedDensity, edge: number): number {
  return integrate(before, (from) => normalDensity(edge - from) + normalDensity(edge + from));
}

function evaluateOnNodes(edge: number, density: (s: number) => number): number[] {
  return Array.from({ length: NODES + 1 }, (_, i) => density(-edge + (2 * edge * i) / NODES));
}

function integrate({ edge, density }: PassedDensity, weight: (s: number) => number): number {
  let sum = 0;
  for (let i = 0; i <= NODES; i++) {
    const simpson = i === 0 || i === NODES ? 1 : i % 2 === 1 ? 4 : 2;
    sum += simpson * density[i]! * weight(-edge + (2 * edge * i) / NODES);
  }
  return (sum * 2 * edge) / NODES / 3;
}

function normalDensity(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}
