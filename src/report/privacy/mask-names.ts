import type { Problem } from '../../base/problem.ts';
import type { Cell, RowContent, SourceTable } from '../../base/source-table.ts';
import type { SourceText } from '../../base/source-text.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { ReportSource } from '../../source/read-course.ts';

/** A member's name → what is published of it: the family name, and a number where two would be alike. */
type Masks = ReadonlyMap<string, string>;

/** The members named in the table `members`. */
export function buildMasks(tables: readonly SourceTable[]): Masks {
  const members = tables.find((table) => table.known && table.name === 'members');
  const at = members?.columns.findIndex(({ name }) => name === 'name') ?? -1;
  const masks = new Map<string, string>();
  if (members?.content.kind !== 'rows' || at < 0) return masks;
  const seen = new Map<string, number>();
  for (const row of members.content.rows) {
    const name = String(row[at] ?? '').trim();
    if (name === '' || masks.has(name)) continue;
    const short = abbreviateName(name);
    const count = (seen.get(short) ?? 0) + 1;
    seen.set(short, count);
    masks.set(name, count === 1 ? short : `${short}（${count}）`);
  }
  return masks;
}

/** 林知遥 → 林××; Ann Lee → A. */
function abbreviateName(name: string): string {
  const [first = '', ...rest] = [...name];
  return /\p{Script=Han}/u.test(first) ? `${first}${'×'.repeat(rest.length)}` : `${first}.`;
}

/** The tables with members' names masked wherever a text has them: as a cell, in a list, or in a sentence. */
export function maskNames(tables: readonly SourceTable[], masks: Masks): SourceTable[] {
  if (masks.size === 0) return [...tables];
  return tables.map((table) => {
    const { content, columns } = table;
    if (content.kind !== 'rows') return table;
    const texts = columns.map(({ type }) => type === 'text');
    const rows = content.rows.map((row) =>
      row.map(
        (cell, column): Cell => (texts[column] && typeof cell === 'string' ? maskText(cell, masks) : cell),
      ),
    );
    const masking: RowContent = { kind: 'rows', rows, getPlace: content.getPlace };
    return { ...table, content: masking };
  });
}

/** A name of two characters may be a word as well (陈述): it counts only where it stands alone. */
export function maskText(text: string, masks: Masks): string {
  const whole = masks.get(text.trim());
  if (whole !== undefined) return whole;
  let result = text
    .split(/([;；,，、/|\s]+)/)
    .map((part) => masks.get(part) ?? part)
    .join('');
  for (const [name, mask] of masks) if (isUnambiguousName(name)) result = result.replaceAll(name, mask);
  return result;
}

/** Whether a name can be nothing but a name. */
function isUnambiguousName(name: string): boolean {
  return [...name].length >= 3 && (/^\p{Script=Han}+$/u.test(name) || /\s/.test(name));
}

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
