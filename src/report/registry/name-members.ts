/** The members of a value's series by the names that a report has for them. */
import type { Point } from '../../base/value-series.ts';
import type { BookValue } from '../book.ts';
import type { ReportRegistry } from './report-registry.ts';

/** `by`: the dimensions of the series, where they are known. */
export function nameMembers(
  value: BookValue,
  by: readonly string[] | undefined,
  registry: ReportRegistry,
): BookValue {
  const { points } = value;
  if (points.length === 0) return value;
  const groups = points.flatMap((point) => point.group ?? []);
  // The steps of a funnel are no dimension: its only one are the groups.
  const [ofKey, ofGroup] = by?.length === 1 && groups.length > 0 ? [undefined, by[0]] : (by ?? []);
  const labels = points.map((point) => point.label);
  const nameKey = createNamer(labels, ofKey, registry);
  const nameGroup = createNamer(groups, ofGroup, registry);
  return { ...value, points: points.map((point) => namePoint(point, nameKey, nameGroup)) };
}

type Namer = (text: string) => string;

function namePoint(point: Point, nameKey: Namer, nameGroup: Namer): Point {
  const { label, group } = point;
  const named = { ...point, label: nameKey(label) };
  if (group === undefined) return named;
  const shown = nameGroup(group);
  return { ...named, group: shown, ...(shown !== group && { groupCode: group }) };
}

/** Names of texts; where two of them would be called the same, each with its code. */
export function createNamer(
  texts: readonly string[],
  column: string | undefined,
  registry: ReportRegistry,
): Namer {
  const names = new Map<string, string>();
  for (const text of new Set(texts)) {
    // A period that is not over yet is marked.
    const [, bare = text, mark = ''] = /^(\d{4}-W\d{2})(\*)$/.exec(text) ?? [];
    names.set(text, `${registry.nameMember(bare, column)}${mark}`);
  }
  const counts = Map.groupBy(names.values(), (name) => name);
  const [open, close] = registry.language === 'zh' ? ['（', '）'] : [' (', ')'];
  return (text) => {
    const name = names.get(text) ?? registry.nameMember(text, column);
    return name !== text && (counts.get(name)?.length ?? 0) > 1 ? `${name}${open}${text}${close}` : name;
  };
}
