import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { CoveredPart } from '../../report/book.ts';
import { coverageWords } from '../../words/coverage-words.ts';
import type { TextRule } from '../text-rule.ts';

/**
 * A part that the course requires and the report does not have yet, or has without all that belongs in it. Where
 * nothing of a group is there, the group is told and not each of its parts.
 */
export const missingPart: TextRule = ({ book }) => {
  const { items } = book.coverage;
  const checkPart = (part: CoveredPart): Problem[] => {
    const below = items.filter((item) => item.in === part.id);
    if (part.group && !isAbsent(part, items)) return below.flatMap(checkPart);
    if (part.done) return [];
    const { id, title, lacks, place } = part;
    if (lacks.length === 0 || part.group) return [createProblem('missing-part', place, { id, title })];
    return [
      createProblem('thin-part', place, { title, lacks: lacks.join(coverageWords[book.language].and) }),
    ];
  };
  return items.filter((item) => !items.some(({ id }) => id === item.in)).flatMap(checkPart);
};

/** Neither the part nor anything below it stands in the report. */
function isAbsent(part: CoveredPart, items: readonly CoveredPart[]): boolean {
  return !part.target && items.every((item) => item.in !== part.id || isAbsent(item, items));
}
