import type { Bilingual } from './language.ts';
import type { Place } from './place.ts';

/** error: cannot be true or shown · warning: probably a mistake · finding: a result about the project, never fails a build. */
export type Severity = 'error' | 'warning' | 'finding';

/** Problems of one kind that are told one by one; the rest is counted. */
export const sampleLimit = 5;

/** Something an author is told. Made by `problem()` of `problems/`, which holds all texts. */
export interface Problem {
  /** Kebab-case, never renamed. */
  id: string;
  severity: Severity;
  place: Place;
  /** What happened. */
  what: Bilingual;
  /** What to do. */
  cure: Bilingual;
}
