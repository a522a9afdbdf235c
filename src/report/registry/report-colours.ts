/** Which names of a report can meet in its drawings, and so the colour of each of them, once for all. */
import { assignColours, type Family } from '../../base/registry/entity-colours.ts';
import type { QueryResult } from '../../data/engine.ts';
import type { BlockTagUse } from '../../markdown/markdown-chapter.ts';
import type { BookValue } from '../book.ts';
import { splitNames } from '../manuscript/tag-props.ts';
import { createNamer } from './name-members.ts';
import type { ReportRegistry } from './report-registry.ts';

/** Columns with more members than these name things, not groups of them. */
const mostMembers = 16;

interface Drawn {
  values: Readonly<Record<string, BookValue>>;
  queries: Readonly<Record<string, { result: QueryResult }>>;
  registry: ReportRegistry;
  /** The figures of the report. */
  uses: readonly BlockTagUse[];
}

/** Name → 0 to 5, or 6 for grey: by what can be drawn, never by what one drawing shows. */
export function assignReportColours({ values, queries, registry, uses }: Drawn): Map<string, number> {
  const found = [
    ...Object.values(values).flatMap(collectSeriesFamilies),
    ...Object.values(queries).flatMap((query) => collectColumnFamilies(query, registry)),
  ];
  const isNames = ({ names }: Family) =>
    names.length > 1 && names.length <= mostMembers && registry.getScale(names) === 'names';
  const slots = assignColours({
    declared: registry.declared,
    values: collectValueFamilies(uses, values),
    found: mergeFamilies(found).filter(isNames),
  });
  // `小红书 / 社交媒体` is one of the sides of 小红书.
  for (const name of slots.keys()) {
    const whole = slots.get(name.split(' / ')[0]!);
    if (whole !== undefined) slots.set(name, whole);
  }
  return slots;
}

const isTimed = (text: string) => /^\d{4}-(W?\d{2})(-\d{2})?$/.test(text);

/** The members of a value by its dimensions, and how many observations each has. */
function collectSeriesFamilies({ points }: BookValue): Family[] {
  const families: Family[] = [];
  for (const pick of ['label', 'group'] as const) {
    const weights = new Map<string, number>();
    for (const point of points) {
      const name = point[pick];
      if (name === undefined || (pick === 'label' && isTimed(point.key))) continue;
      weights.set(name, (weights.get(name) ?? 0) + point.n);
    }
    families.push({ names: [...weights.keys()], weights: [...weights.values()] });
  }
  return families;
}

function collectColumnFamilies({ result }: { result: QueryResult }, registry: ReportRegistry): Family[] {
  return result.columns
    .filter(({ type }) => type === 'text')
    .map(({ name }) => {
      const texts = result.rows.flatMap((row) => (typeof row[name] === 'string' ? [row[name]] : []));
      const members = [...new Set(texts)].filter((text) => text !== '' && !isTimed(text));
      return { names: members.map(createNamer(members, name, registry)) };
    });
}

/** The same names in several places are one family: the heaviest that is known of each counts. */
function mergeFamilies(families: readonly Family[]): Family[] {
  const merged = Map.groupBy(families, ({ names }) => JSON.stringify(names.toSorted()));
  return [...merged.values()].map((same) => {
    const names = same[0]!.names.toSorted();
    const weights = names.map((name) =>
      Math.max(...same.map((one) => one.weights?.[one.names.indexOf(name)] ?? 1)),
    );
    return { names, weights };
  });
}

/** Values that one figure draws side by side, each family in the order of `metrics.yaml`. */
function collectValueFamilies(
  uses: readonly BlockTagUse[],
  values: Readonly<Record<string, BookValue>>,
): Family[] {
  const order = new Map(Object.keys(values).map((name, i) => [name, i]));
  const families = uses
    .filter(({ name }) => name === 'Figure')
    .map(({ props }) => splitNames(props.of ?? '').filter((name) => order.has(name)))
    .filter((names) => names.length > 0)
    .map((names) => names.toSorted((a, b) => order.get(a)! - order.get(b)!));
  const first = (names: readonly string[]) => order.get(names[0]!)!;
  return families
    .toSorted((a, b) => first(a) - first(b))
    .map((names) => ({ names: names.map((name) => values[name]!.label ?? name) }));
}
