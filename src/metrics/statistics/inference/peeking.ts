/**
 * What looking at a running test does: the chance that at least one of K evenly spaced looks, each at `alpha`,
 * calls a difference where there is none (P. Armitage, C. K. McPherson, B. C. Rowe 1969, JRSS A 132, 235–244).
 * The density of the summed z scores that passed all looks so far is carried on by Simpson's rule: no chance in it.
 */
import { normalQuantile, normalSurvival } from '../distributions.ts';

const NODES = 240;

export function computePeekingError(looks: number, alpha = 0.05): number {
  const z = normalQuantile(1 - alpha / 2);
  let error = alpha;
  let passed: PassedDensity = { edge: z, density: evaluateOnNodes(z, (s) => normalDensity(s)) };
  for (let look = 2; look <= looks; look++) {
    const edge = z * Math.sqrt(look);
    error += integrate(passed, (from) => normalSurvival(edge - from) + normalSurvival(edge + from));
    const before = passed;
    passed = {
      edge,
      density: evaluateOnNodes(edge, (s) => integrate(before, (from) => normalDensity(s - from))),
    };
  }
  return error;
}

/** Density over −edge … edge of the sums that no look has called. */
interface PassedDensity {
  edge: number;
  density: number[];
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
