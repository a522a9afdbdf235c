import type { Problem } from '../../base/problem.ts';
import { problem } from '../../problems/problem.ts';
import type { CoveredPart } from '../../report/book.ts';
import { lackWords } from '../../words/lacks.ts';
import type { Rule } from '../rule.ts';

/**
 * A part that the course requires and the report does not have yet, or has without all that belongs in it. Where
 * nothing of a group is there, the group is told and not each of its parts.
 */
export const missingPart: Rule = ({ book }) => {
  const { items } = book.coverage;
  const tell = (part: CoveredPart): Problem[] => {
    const below = items.filter((item) => item.in === part.id);
    if (part.group && !isAbsent(part, items)) return below.flatMap(tell);
    if (part.done) return [];
    const { id, title, lacks, place } = part;
    if (lacks.length === 0 || part.group) return [problem('missing-part', place, { id, title })];
    return [problem('thin-part', place, { title, lacks: lacks.join(lackWords[book.language].and) })];
  };
  return items.filter((item) => !items.some(({ id }) => id === item.in)).flatMap(tell);
};

/** Neither the part nor anything below it stands in the report. */
function isAbsent(part: CoveredPart, items: readonly CoveredPart[]): boolean {
  return !part.target && items.every((item) => item.in !== part.id || isAbsent(item, items));
}
