import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import { dataProblems } from './data.ts';
import { dialectProblems } from './dialect.ts';
import type { Entry } from './entry.ts';
import { figuresProblems } from './figures.ts';
import { printProblems } from './print.ts';
import { privacyProblems } from './privacy.ts';
import { referencesProblems } from './references.ts';
import { reportProblems } from './report.ts';
import { ruleProblems } from './rules.ts';
import { valuesProblems } from './values.ts';

/** Every problem there is. An id is kebab-case and never renamed. */
export const catalog = {
  ...dialectProblems,
  ...dataProblems,
  ...valuesProblems,
  ...figuresProblems,
  ...reportProblems,
  ...referencesProblems,
  ...printProblems,
  ...ruleProblems,
  ...privacyProblems,
};

export type ProblemId = keyof typeof catalog;
type ParamsOf<K extends ProblemId> = (typeof catalog)[K] extends Entry<infer P> ? P : never;

/** Makes the problem `id` at `place`; the texts are filled in both languages. */
export function problem<K extends ProblemId>(id: K, place: Place, params: ParamsOf<K>): Problem {
  const { severity, what, cure } = catalog[id] as unknown as Entry<ParamsOf<K>>;
  return {
    id,
    severity,
    place,
    what: { zh: what.zh(params), en: what.en(params) },
    cure: { zh: cure.zh(params), en: cure.en(params) },
  };
}
