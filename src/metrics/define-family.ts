import type { Example, ExampleDefinition, Family, Metric, MetricDefinition, MetricQuery } from './metric.ts';
import { enclose } from './sql/select.ts';

/** A metric whose parameters have been forgotten by the types; `params` still checks them. */
export type AnyMetric = Metric<unknown>;

/**
 * The metrics of a family by id, in the order of the handbook. What a metric file leaves out follows from the
 * record: the id is the key, and the worked example asks for that id.
 */
export function defineFamily<Id extends string>(
  family: Family,
  definitions: Record<Id, MetricDefinition<unknown>>,
): Record<Id, AnyMetric> {
  const metrics = {} as Record<Id, AnyMetric>;
  for (const id of Object.keys(definitions) as Id[]) {
    const { example, ...rest } = definitions[id];
    const whole = { ...rest, id, family, example: completeExample(id, example) };
    metrics[id] = withParsedParams(whole);
  }
  return metrics;
}

/**
 * Each metric parses what it is given with its own `params` before it sees it, so a record may hold metrics of
 * any parameters.
 */
function withParsedParams(metric: AnyMetric): AnyMetric {
  const parseParams = (params: unknown) => metric.params.parse(params);
  const { lookup, solve, joined } = metric;
  return {
    ...metric,
    formulaText: (params, found, columns) => metric.formulaText(parseParams(params), found, columns),
    lookup: lookup && ((params, tables) => lookup(parseParams(params), tables)),
    joined: joined && { ...joined, of: (params) => joined.of(parseParams(params)) },
    ...(metric.paired && { paired: (params) => metric.paired!(parseParams(params)) }),
    sql: (query) => {
      const params = parseParams(query.params);
      return metric.sql({ ...withPairedRows(query, metric.paired?.(params) ?? []), params });
    },
    solve: solve && ((rows, params, preRows) => solve(rows, parseParams(params), preRows)),
  };
}

/** A row with one side of a ratio only is in neither sum. */
function withPairedRows(query: MetricQuery<unknown>, paired: readonly string[]): MetricQuery<unknown> {
  const held = paired.flatMap((key) => query.columns[key] ?? []).map((column) => `${column} IS NOT NULL`);
  if (held.length === 0) return query;
  return { ...query, where: [...(query.where ? [enclose(query.where)] : []), ...held].join(' AND ') };
}

function completeExample(id: string, { files, query, answer, source }: ExampleDefinition): Example {
  const yaml = query === undefined ? `{ metric: ${id} }` : `{ metric: ${id}, ${query} }`;
  return { files, yaml, answer, source };
}
