/**
 * Ordered funnels in SQL, with the semantics of ClickHouse `windowFunnel` (default mode): other events may
 * lie between; a later start opens a new chain; the window is counted from the start and includes its end;
 * at the same instant steps count in funnel order.
 */
import type { Ask } from './metric.ts';
import { conditions, enclose, inner, quoteText } from './select.ts';

export interface Step {
  event: string;
  /** Shown; the event's name by default. */
  label: string;
  /** Further SQL condition. */
  filter?: string;
}

export interface Chain {
  steps: Step[];
  /** From the first step to the last; undefined: no limit. */
  windowSeconds?: number;
}

/**
 * CTEs ending in `reached(who, …keys, level, lines)`: one row a user (and group) who began,
 * with the highest step reached in order and the rows read.
 */
export function reached(ask: Ask<unknown>, chain: Chain): string {
  const keys = inner.names(ask.keys);
  const partition = ['who', ...ask.keys.map((key) => `${key.alias}_order`)].join(', ');
  const levels = chain.steps.slice(1).map((_, at) => level(at + 2, chain.windowSeconds));
  const top = chain.steps.map((_, at) => `WHEN max(start_${at + 1}) IS NOT NULL THEN ${at + 1}`).reverse();
  return `hits AS (
${chain.steps.map((step, at) => hits(ask, step, at + 1)).join('\n  UNION ALL\n')}
),
level_1 AS (
  SELECT *, CASE WHEN step = 1 THEN ts END AS start_1 FROM hits
),
${levels.map((body, at) => `level_${at + 2} AS (\n${body}\n  WINDOW w AS (PARTITION BY ${partition} ORDER BY ts, step ROWS UNBOUNDED PRECEDING)\n),\n`).join('')}reached AS (
  SELECT ${[...keys.map((name) => (name.endsWith('_order') ? name : `any_value(${name}) AS ${name}`)), `CASE ${top.join(' ')} ELSE 0 END AS level`, 'count(*) AS lines'].join(', ')}
  FROM level_${chain.steps.length}
  GROUP BY ${partition}
)`;
}

function hits(ask: Ask<unknown>, step: Step, number: number): string {
  const { user, event } = ask.columns;
  const all = [
    ...conditions(ask),
    `${event} = ${quoteText(step.event)}`,
    ...(step.filter ? [enclose(step.filter)] : []),
    `${user} IS NOT NULL`,
    `${ask.time} IS NOT NULL`,
  ];
  const chosen = [`${user} AS who`, `${ask.time} AS ts`, `${number} AS step`, ...inner.define(ask.keys)];
  return `  SELECT ${chosen.join(', ')}\n  FROM ${ask.from}\n  WHERE ${all.join(' AND ')}`;
}

/**
 * Of the chains that came to the step before, the one begun last is the one with most time left,
 * so its start decides: one running maximum a step, no joins.
 */
function level(step: number, windowSeconds: number | undefined): string {
  const start = `max(start_${step - 1}) OVER w`;
  const inTime = windowSeconds === undefined ? '' : ` AND ts <= ${start} + INTERVAL ${windowSeconds} SECOND`;
  return `  SELECT *, CASE WHEN step = ${step}${inTime} THEN ${start} END AS start_${step}\n  FROM level_${step - 1}`;
}
