import { nearest } from '../base/nearest.ts';
import type { Problem } from '../base/problem.ts';
import { problem } from '../problems/problem.ts';
import type { CourseFile } from '../schema/course.ts';
import type { Coverage } from './book.ts';
import type { Manuscript } from './manuscript.ts';

/** Which required parts of the course the report has: by the title of a chapter or section, or by `<Covers>`. */
export function settleCoverage(
  manuscript: Manuscript,
  required: CourseFile['required'],
): { coverage: Coverage; problems: Problem[] } {
  const ids = new Set(required.map((part) => part.id));
  const problems: Problem[] = [];
  const titles = new Set<string>();
  const claimed = new Set<string>();
  for (const chapter of manuscript.chapters) {
    titles.add(chapter.front.title);
    for (const heading of chapter.headings) titles.add(heading.text);
    for (const use of chapter.uses) {
      if (use.name !== 'Covers') continue;
      for (const id of (use.props.of ?? '').split(/[,，、]/).map((text) => text.trim())) {
        claimed.add(id);
        if (ids.has(id)) continue;
        const place = use.propPlaces.of ?? use.place;
        problems.push(
          problem('unknown-part', place, { id, near: nearest(id, ids), all: [...ids].join('、') }),
        );
      }
    }
  }
  const items = required.map(({ id, title }) => ({ id, title, done: titles.has(title) || claimed.has(id) }));
  return {
    coverage: { done: items.filter((item) => item.done).length, total: items.length, items },
    problems,
  };
}
