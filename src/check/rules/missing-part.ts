import { problem } from '../../problems/problem.ts';
import { lackWords } from '../../words/lacks.ts';
import type { Rule } from '../rule.ts';

/** A part that the course requires and the report does not have yet, or has without all that belongs in it. */
export const missingPart: Rule = ({ book }) =>
  book.coverage.items
    .filter((part) => !part.done && !part.group)
    .map(({ id, title, lacks, place }) =>
      lacks.length > 0
        ? problem('thin-part', place, { title, lacks: lacks.join(lackWords[book.language].and) })
        : problem('missing-part', place, { id, title }),
    );
