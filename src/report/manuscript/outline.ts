import { findMeantName, suggestNames } from '../../base/names/suggest-names.ts';
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

/** Phases end after they begin and follow one another: each begins after the one before has begun, and after its end unless said otherwise. */
export function validatePhases(phases: CourseFile['phases'], yaml: Pick<YamlText, 'getPlace'>): Problem[] {
  const inTime = phases.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const reversed = phases.flatMap(({ title, from, to }, index) =>
    from > to
      ? [
          createProblem('period-reversed', yaml.getPlace(['phases', index, 'to']), {
            name: title,
            from,
            to,
            swapped: `from: ${to}, to: ${from}`,
          }),
        ]
      : [],
  );
  // Beside days that cannot be, order says nothing.
  if (reversed.length > 0) return reversed;
  return phases.slice(1).flatMap((phase, index) => {
    const before = phases[index]!;
    const params = { phase: phase.title, from: phase.from, before: before.title };
    const order = inTime.map(({ title }) => title).join('、');
    const turned = phase.from < before.from || phase.to < before.to;
    const place = yaml.getPlace(['phases', index + 1, phase.to < before.to ? 'to' : 'from']);
    if (turned)
      return [createProblem('phase-order', place, { ...params, to: phase.to, other: before.to, order })];
    if (phase.from > before.to || phase.overlaps) return [];
    return [createProblem('phase-overlap', place, { ...params, end: before.to })];
  });
}

/** Decimals of metrics that there are not would have no effect. */
export function validateDigits(digits: CourseFile['digits'], yaml: Pick<YamlText, 'getKeyPlace'>): Problem[] {
  const known = Object.keys(metrics);
  return Object.keys(digits)
    .filter((name) => !known.includes(name))
    .map((name) =>
      createProblem('unknown-metric', yaml.getKeyPlace(['digits', name]), {
        name,
        ...suggestNames(name, known),
      }),
    );
}

/** Weights are shares of the mark: they add to 100. */
export function validateRubric(
  rubric: CourseFile['rubric'],
  yaml: Pick<YamlText, 'getPlace' | 'getKeyPlace'>,
): Problem[] {
  const ids = rubric.map(({ id }) => id);
  const twice = rubric.flatMap(({ id }, at) =>
    ids.indexOf(id) < at
      ? [createProblem('duplicate-rubric', yaml.getPlace(['rubric', at, 'id']), { id })]
      : [],
  );
  // Tenths and hundredths of decimals do not add exactly.
  const sum = Number(rubric.reduce((all, { weight }) => all + weight, 0).toFixed(6));
  if (rubric.length === 0 || sum === 100) return twice;
  const more = String(Number(Math.abs(100 - sum).toFixed(6)));
  const weights = rubric.map(({ title, weight }) => `${title} ${weight}`).join('、');
  const params = { sum: String(sum), weights, more, tooMuch: sum > 100 };
  return [...twice, createProblem('rubric-sum', yaml.getKeyPlace(['rubric']), params)];
}
