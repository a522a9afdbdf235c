import { nearest } from '../base/nearest.ts';
import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import { problem } from '../problems/problem.ts';

/** `a, b，c、d` → four names. */
export function splitNames(text: string): string[] {
  return text
    .split(/[,，、]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

export function unknownValue(name: string, known: string[], place: Place): Problem {
  return problem('unknown-value', place, { name, near: nearest(name, known), all: known.join('、') });
}
