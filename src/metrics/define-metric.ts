import type { Metric } from './metric.ts';

/** A metric whose parameters have been forgotten by the types; `params` still checks them. */
export type AnyMetric = Metric<unknown>;

/**
 * Each metric parses what it is given with its own `params` before it sees it,
 * so the type of its parameters may be dropped here.
 */
export function defineMetric<P>(metric: Metric<P>): AnyMetric {
  const parseParams = (params: unknown) => metric.params.parse(params);
  const { lookup, solve, joined } = metric;
  return {
    ...metric,
    params: metric.params,
    formulaText: (params, found, columns) => metric.formulaText(parseParams(params), found, columns),
    lookup: lookup && ((params) => lookup(parseParams(params))),
    joined: joined && { ...joined, of: (params) => joined.of(parseParams(params)) },
    sql: (query) => metric.sql({ ...query, params: parseParams(query.params) }),
    solve: solve && ((rows, params) => solve(rows, parseParams(params))),
  };
}
