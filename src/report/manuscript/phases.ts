import type { Problem } from '../../base/problem.ts';
import type { YamlText } from '../../base/yaml-text.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { CourseFile } from '../../schema/course-file.ts';

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
