import { findMeantName } from '../../base/names/suggest-names.ts';
import type { Problem } from '../../base/problem.ts';
import type { YamlText } from '../../base/yaml-text.ts';
import { kinds } from '../../charts/kinds/kinds.ts';
import { metrics } from '../../metrics/library.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { CourseFile } from '../../schema/course-file.ts';

/** What an outline requires has to exist, or no report could ever cover it. */
export function validateOutline(
  required: CourseFile['required'],
  { getPlace }: Pick<YamlText, 'getPlace'>,
): Problem[] {
  const ids = required.map(({ id }) => id);
  const known = {
    kinds: [...Object.keys(kinds), 'chart', 'table'],
    metrics: Object.keys(metrics),
  };
  return required.flatMap((part, at) => {
    const found: Problem[] = [];
    const addProblem = (key: string, name: string, among: readonly string[]) => {
      const params = { part: part.title, key, name, near: findMeantName(name, among) };
      found.push(createProblem('unknown-requirement', getPlace(['required', at, key]), params));
    };
    if (ids.indexOf(part.id) < at)
      found.push(createProblem('duplicate-part', getPlace(['required', at]), { id: part.id }));
    if (part.in !== undefined && !ids.slice(0, at).includes(part.in))
      addProblem('in', part.in, ids.slice(0, at));
    for (const key of ['kinds', 'metrics'] as const) {
      for (const name of part[key].flat()) if (!known[key].includes(name)) addProblem(key, name, known[key]);
    }
    return found;
  });
}

/** Phases follow one another: each begins after the one before has begun, and after its end unless said otherwise. */
export function validatePhases(phases: CourseFile['phases'], yaml: Pick<YamlText, 'getPlace'>): Problem[] {
  return phases.slice(1).flatMap((phase, index) => {
    const before = phases[index]!;
    const params = { phase: phase.title, from: phase.from, before: before.title };
    const turned = phase.from < before.from || phase.to < before.to;
    const place = yaml.getPlace(['phases', index + 1, phase.to < before.to ? 'to' : 'from']);
    if (turned) return [createProblem('phase-order', place, { ...params, to: phase.to, other: before.to })];
    if (phase.from > before.to || phase.overlaps) return [];
    return [createProblem('phase-overlap', place, { ...params, end: before.to })];
  });
}
