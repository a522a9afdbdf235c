import type { Problem } from '../../base/problem.ts';
import type { SourceText } from '../../base/source-text.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { ReportSource } from '../../source/read-course.ts';
import { isUnambiguousName, type Masks } from './mask-names.ts';

/**
 * Where a report whose members are masked writes a name itself: in its text, which would publish it, or in a
 * condition, which would publish it and find nothing. Every name once a file.
 */
export function findNamedMembers(
  { index, chapters, metrics, charts }: ReportSource,
  masks: Masks,
): Problem[] {
  const names = [...masks].filter(([name]) => isUnambiguousName(name));
  const conditions = [...(metrics ? [metrics] : []), ...charts];
  return names.flatMap(([name, shown]) => [
    ...[...(index ? [index] : []), ...chapters].flatMap((file) => findMemberName(file, name, shown, false)),
    ...conditions.flatMap((file) => findMemberName(file, name, shown, true)),
  ]);
}

function findMemberName(
  { file, text }: SourceText,
  name: string,
  shown: string,
  condition: boolean,
): Problem[] {
  const at = text.indexOf(name);
  if (at < 0) return [];
  const before = text.slice(0, at).split('\n');
  const place = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  const isFilter = condition || /\b(?:where|order)="[^"]*$/.test(before.at(-1) ?? '');
  return [createProblem(isFilter ? 'member-filtered' : 'member-named', place, { shown })];
}
