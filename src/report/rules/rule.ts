import type { Bilingual } from '../../base/language.ts';
import type { Problem } from '../../base/problem.ts';
import type { KnownTable } from '../../schema/tables/registry.ts';
import type { Facts } from './facts.ts';

/** Columns by table. */
export type Needs = Partial<Record<KnownTable, readonly string[]>>;

/**
 * A rule between tables. It looks at the rows while the engine is open and changes nothing. What cannot be true is
 * an error; what is true and unwelcome is a finding, a result about the project that never fails a build.
 */
export interface DataRule {
  /** What holds where it is kept: 每周一次评审. */
  title: Bilingual;
  /** Why it is asked, in a sentence. */
  why: Bilingual;
  /** What it cannot do without; a report that has not all of it is not asked. */
  needs: Needs;
  find(facts: Facts): Promise<Problem[]>;
}
