import { suggestNames } from '../../base/names/suggest-names.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { BookValue } from '../book.ts';

/** Where names of values are looked up. */
export interface KnownValues {
  values: Record<string, BookValue>;
  /** Written in metrics.yaml but without a value: a problem that is reported there. */
  broken: readonly string[];
}

/** The problem of a name that is no value; none when the value is broken, which is reported where it is defined. */
export function createUnknownValueProblems(
  name: string,
  { values, broken }: KnownValues,
  place: Place,
): Problem[] {
  if (name === '' || broken.includes(name)) return [];
  const known = Object.keys(values);
  return [
    createProblem('unknown-value', place, {
      name,
      ...suggestNames(name, known),
    }),
  ];
}
