/** Which names of a report can meet in its drawings, and so the colour of each of them, once for all. */
import { assignColours, type Family } from '../../base/registry/entity-colours.ts';
import type { QueryResult } from '../../data/engine.ts';
import type { BlockTagUse } from '../../markdown/markdown-chapter.ts';
import type { BookValue } from '../book.ts';
import { splitNames } from '../manuscript/tag-props.ts';
import { collectTableFamilies, type DrawnData, mostMembers, splitDrawnValues } from './drawn-families.ts';
import { createNamer } from './name-members.ts';
import type { ReportRegistry } from './report-registry.ts';

interface Drawn extends DrawnData {
  queries: Readonly<Record<string, { result: QueryResult }>>;
  /** The figures of the report. */
  uses: readonly BlockTagUse[];
}

/** Name → 0 to 5, or 6 for grey: by what can be drawn, never by what one drawing shows. */
export async function assignReportColours(drawn: Drawn): Promise<Map<string, number>> {
  const { values, queries, registry, uses } = drawn;
  const split = await splitDrawnValues(uses, drawn);
  const found = [
    ...(await collectTableFamilies(uses, drawn)),
    ...[...Object.values(values), ...split].flatMap(collectSeriesFamilies),
    ...Object.values(queries).flatMap((query) => collectColumnFamilies(query, registry)),
  ];
  const isNames = ({ names }: Family) =>
    names.length > 1 && names.length <= mostMembers && registry.getScale(names) === 'names';
  const slots = assignColours({
    declared: registry.declared,
    values: collectValueFamilies(uses, values),
    found: mergeFamilies([...found, ...found.flatMap(collectLastParts)]).filter(isNames),
  });
  for (const name of slots.keys()) {
    const whole = listWholes(name).find((one) => slots.has(one));
    if (whole !== undefined) slots.set(name, slots.get(whole)!);
  }
  return slots;
}

/** `小红书 / 社交媒体` is a side of 小红书, `毕业季 · 小红书` what 小红书 did there: the names whose colour is theirs. */
function listWholes(name: string): string[] {
  const [head, ...rest] = name.split(' / ');
  if (rest.length > 0) return [head!];
  const parts = name.split(' · ');
  return parts.length > 1 ? [parts.at(-1)!, parts[0]!] : [];
}

/** Of names that are all composed, what each is about: a family of its own. */
function collectLastParts({ names }: Family): Family[] {
  const parts = names.map((name) => name.split(' · '));
  const isComposed = parts.length > 0 && parts.every(({ length }) => length > 1);
  return isComposed ? [{ names: [...new Set(parts.map((part) => part.at(-1)!))] }] : [];
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
