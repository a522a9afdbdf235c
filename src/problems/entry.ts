import type { Language } from '../base/language.ts';
import type { Severity } from '../base/problem.ts';

type Text<P> = Record<Language, (params: P) => string>;

/** One kind of problem: what happened and what to do, in both languages. */
export interface Entry<P> {
  severity: Severity;
  what: Text<P>;
  cure: Text<P>;
}

/** Fixes the parameters of an entry: `entry<{ name: string }>({ … })`. */
export function entry<P = Record<never, never>>(given: Entry<P>): Entry<P> {
  return given;
}
