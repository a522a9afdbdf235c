import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import { dataProblems } from './data-problems.ts';
import type { ProblemDefinition } from './define-problem.ts';
import { ruleProblems } from './rule-problems.ts';
import { figureProblems } from './texts/figure-problems.ts';
import { markdownProblems } from './texts/markdown-problems.ts';
import { printProblems } from './texts/print-problems.ts';
import { privacyProblems } from './texts/privacy-problems.ts';
import { referenceProblems } from './texts/reference-problems.ts';
import { reportProblems } from './texts/report-problems.ts';
import { valueProblems } from './texts/value-problems.ts';

/** Every problem there is. An id is kebab-case and never renamed. */
export const catalog = {
  ...markdownProblems,
  ...dataProblems,
  ...valueProblems,
  ...figureProblems,
  ...reportProblems,
  ...referenceProblems,
  ...printProblems,
  ...ruleProblems,
  ...privacyProblems,
};

type ProblemId = keyof typeof catalog;
type ParamsOf<K extends ProblemId> = (typeof catalog)[K] extends ProblemDefinition<infer P> ? P : never;

/** Makes the problem `id` at `place`; the texts are filled in both languages. */
export function createProblem<K extends ProblemId>(id: K, place: Place, params: ParamsOf<K>): Problem {
  const { severity, what, cure } = catalog[id] as unknown as ProblemDefinition<ParamsOf<K>>;
  return {
    id,
    severity,
    place,
    what: { zh: what.zh(params), en: what.en(params) },
    cure: { zh: cure.zh(params), en: cure.en(params) },
  };
}
