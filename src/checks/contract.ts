import type { Bilingual } from '../base/language.ts';
import type { Problem } from '../base/problem.ts';

/**
 * A rule: it looks at its subject, changes and prints nothing, and gives the problems it finds. Rules between tables look
 * at the facts of a report while the engine is open (`data/`), rules of the text at a built report (`text/`). What cannot
 * be true is an error; what is true and unwelcome is a finding, a result about the project that never fails a build.
 * A rule has the id of its problem, its file has the same name, and the record of its folder holds it.
 */
export interface Rule<Subject, Found = Problem[]> {
  /** What holds where it is kept: 每周一次评审. */
  title: Bilingual;
  /** Why it is wanted, in a sentence. */
  why: Bilingual;
  find(subject: Subject): Found;
}
