import type { Book, CoveredPart } from '../../report/book.ts';

interface UnmetParts {
  /** Not in the report at all. */
  missing: CoveredPart[];
  /** There, without all that belongs in them. */
  thin: CoveredPart[];
}

/** The parts that the course requires and the report does not cover. Where nothing of a group is there, the group stands for its parts. */
export function listUnmetParts({ coverage: { items } }: Book): UnmetParts {
  const unmet: UnmetParts = { missing: [], thin: [] };
  const sortPart = (part: CoveredPart): void => {
    const below = items.filter((item) => item.in === part.id);
    if (part.group && !isAbsent(part, items)) below.forEach(sortPart);
    else if (part.done) return;
    else if (part.lacks.length === 0 || part.group) unmet.missing.push(part);
    else unmet.thin.push(part);
  };
  items.filter((item) => !items.some(({ id }) => id === item.in)).forEach(sortPart);
  return unmet;
}

/** Neither the part nor anything below it stands in the report. */
function isAbsent(part: CoveredPart, items: readonly CoveredPart[]): boolean {
  return !part.target && items.every((item) => item.in !== part.id || isAbsent(item, items));
}
