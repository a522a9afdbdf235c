/**
 * What looking at a running test does: the chance that at least one of K evenly spaced looks, each at `alpha`,
 * calls a difference where there is none (P. Armitage, C. K. McPherson, B. C. Rowe 1969, JRSS A 132, 235–244).
 */
import { normalQuantile } from '../distributions.ts';
import { computeCallingChance, lookAgain, startLooking } from './look-density.ts';

export function computePeekingError(looks: number, alpha = 0.05): number {
  const z = normalQuantile(1 - alpha / 2);
  let error = alpha;
  let passed = startLooking(z);
  for (let look = 2; look <= looks; look++) {
    const edge = z * Math.sqrt(look);
    error += computeCallingChance(passed, edge);
    passed = lookAgain(passed, edge);
  }
  return error;
}
