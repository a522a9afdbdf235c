import type { Metric } from './metric.ts';

/** A metric whose parameters have been forgotten by the types; `params` still checks them. */
export type AnyMetric = Metric<unknown>;

/**
 * Each metric parses what it is given with its own `params` before it sees it,
 * so the type of its parameters may be dropped here.
 */
export function forget<P>(metric: Metric<P>): AnyMetric {
  const parsed = (params: unknown) => metric.params.parse(params);
  const { lookup, solve, beside } = metric;
  return {
    ...metric,
    params: metric.params,
    reading: (params, found, columns) => metric.reading(parsed(params), found, columns),
    lookup: lookup && ((params) => lookup(parsed(params))),
    beside: beside && { ...beside, of: (params) => beside.of(parsed(params)) },
    sql: (ask) => metric.sql({ ...ask, params: parsed(ask.params) }),
    solve: solve && ((rows, params) => solve(rows, parsed(params))),
  };
}
