import type { Language } from '../base/language.ts';
import type { Severity } from '../base/problem.ts';

type ProblemText<P> = Record<Language, (params: P) => string>;

/** One kind of problem: what happened and what to do, in both languages. */
export interface ProblemDefinition<P> {
  severity: Severity;
  what: ProblemText<P>;
  cure: ProblemText<P>;
}

/** Fixes the parameters of an entry: `entry<{ name: string }>({ … })`. */
export function defineProblem<P = Record<never, never>>(given: ProblemDefinition<P>): ProblemDefinition<P> {
  return given;
}
