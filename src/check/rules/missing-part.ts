import { problem } from '../../problems/problem.ts';
import type { Rule } from '../rule.ts';

/** A part that the course requires and the report does not have yet. */
export const missingPart: Rule = ({ book, source }) =>
  book.coverage.items
    .filter((part) => !part.done)
    .map(({ id, title }) =>
      problem('missing-part', { file: `${source.folder}/index.mdx`, line: 1, column: 1 }, { id, title }),
    );
