import type { Bilingual } from '../base/language.ts';
import type { Severity } from '../base/problem.ts';

/** A line with a problem, from a fixture, and what is told of it. */
export interface ProblemExample {
  /** Name of the fixture. */
  case: string;
  severity: Severity;
  /** Path from the course root; `line` from 1, 0 where it is told of the file. */
  file: string;
  line: number;
  /** The line as written; empty where no line of text has it. */
  wrong: string;
  what: Bilingual;
  cure: Bilingual;
  /** Of a rule: what holds where it is kept, and why it is wanted. */
  title?: Bilingual;
  why?: Bilingual;
}
