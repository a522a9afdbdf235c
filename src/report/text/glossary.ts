import type { Language } from '../../base/language.ts';
import { metrics } from '../../metrics/library.ts';
import type { CourseFile } from '../../schema/course-file.ts';

/** Terms that `<Term>` knows: the course's own first, then the names of the metrics library. */
export function buildGlossary(course: CourseFile, language: Language): Map<string, string> {
  const terms = new Map<string, string>();
  for (const metric of Object.values(metrics)) terms.set(metric.names[language], metric.definition[language]);
  for (const [term, definition] of Object.entries(course.glossary)) terms.set(term, definition);
  return terms;
}
