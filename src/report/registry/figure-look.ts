/** What a figure is told of the report's registry: weeks, the scale of its groups, and the colours of the names in it. */
import type { ChartInput } from '../../charts/input.ts';
import type { ReportRegistry } from './report-registry.ts';

export interface FigureRegistry {
  registry?: ReportRegistry | undefined;
  /** Name → colour, of the whole report. */
  colours?: ReadonlyMap<string, number>;
}

/** `group`: the column that its groups come from, if that is known. */
export function withLook(
  input: ChartInput,
  group: string | undefined,
  { registry, colours = new Map() }: FigureRegistry,
): ChartInput {
  if (!registry) return input;
  const names = collectNames(input);
  const own = [...names].flatMap((name) => {
    const slot = colours.get(name);
    return slot === undefined ? [] : [[name, slot] as const];
  });
  const groups = new Set(input.values.flatMap(({ points }) => points.flatMap((point) => point.group ?? [])));
  return {
    ...input,
    training: registry.training,
    scale: registry.getScale([...groups], group),
    colours: Object.fromEntries(own),
  };
}

/** Everything in it that may have a colour. */
function collectNames({ values, table }: ChartInput): Set<string> {
  const names = new Set<string>();
  for (const { label, points } of values) {
    names.add(label);
    for (const point of points) {
      names.add(point.label);
      if (point.group !== undefined) names.add(point.group);
    }
  }
  const texts = table?.columns.filter(({ type }) => type === 'text') ?? [];
  for (const row of table?.rows ?? []) {
    for (const { name } of texts) if (typeof row[name] === 'string') names.add(row[name]);
  }
  return names;
}
