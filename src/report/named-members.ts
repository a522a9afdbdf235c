import type { Problem } from '../base/problem.ts';
import type { SourceText } from '../base/source-text.ts';
import { problem } from '../problems/problem.ts';
import type { ReportSource } from '../source/course.ts';
import { isPlain, type Masks } from './mask-names.ts';

/**
 * Where a report whose members are masked writes a name itself: in its text, which would publish it, or in a
 * condition, which would publish it and find nothing. Every name once a file.
 */
export function namedMembers({ index, chapters, metrics, charts }: ReportSource, masks: Masks): Problem[] {
  const names = [...masks].filter(([name]) => isPlain(name));
  const conditions = [...(metrics ? [metrics] : []), ...charts];
  return names.flatMap(([name, shown]) => [
    ...[...(index ? [index] : []), ...chapters].flatMap((file) => namedIn(file, name, shown, false)),
    ...conditions.flatMap((file) => namedIn(file, name, shown, true)),
  ]);
}

function namedIn({ file, text }: SourceText, name: string, shown: string, condition: boolean): Problem[] {
  const at = text.indexOf(name);
  if (at < 0) return [];
  const before = text.slice(0, at).split('\n');
  const place = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  const asked = condition || /\b(?:where|order)="[^"]*$/.test(before.at(-1) ?? '');
  return [problem(asked ? 'member-filtered' : 'member-named', place, { shown })];
}
