import { nearest } from '../base/nearest.ts';
import type { Problem } from '../base/problem.ts';
import type { YamlText } from '../base/yaml-text.ts';
import { kinds } from '../charts/kinds/index.ts';
import { metrics } from '../metrics/library.ts';
import { problem } from '../problems/problem.ts';
import type { CourseFile } from '../schema/course.ts';

/** What an outline asks for has to exist, or no report could ever cover it. */
export function outlineProblems(
  required: CourseFile['required'],
  { placeOf }: Pick<YamlText, 'placeOf'>,
): Problem[] {
  const ids = required.map(({ id }) => id);
  const known = {
    kinds: [...Object.keys(kinds), 'chart', 'table'],
    metrics: Object.keys(metrics),
  };
  return required.flatMap((part, at) => {
    const found: Problem[] = [];
    const tell = (key: string, name: string, among: readonly string[]) => {
      const params = { part: part.title, key, name, near: nearest(name, among) };
      found.push(problem('unknown-requirement', placeOf(['required', at, key]), params));
    };
    if (ids.indexOf(part.id) < at)
      found.push(problem('duplicate-part', placeOf(['required', at]), { id: part.id }));
    if (part.in !== undefined && !ids.slice(0, at).includes(part.in)) tell('in', part.in, ids.slice(0, at));
    for (const key of ['kinds', 'metrics'] as const) {
      for (const name of part[key].flat()) if (!known[key].includes(name)) tell(key, name, known[key]);
    }
    return found;
  });
}
