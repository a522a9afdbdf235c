import type { Problem } from '../../base/problem.ts';

/** Thrown where a value cannot be had; the problems say why. One value's fault never stops the others. */
export class ValueError extends Error {
  readonly problems: Problem[];

  constructor(...problems: Problem[]) {
    super(problems.map((problem) => problem.what.en).join(' '));
    this.problems = problems;
  }
}
