/**
 * Ordered funnels in SQL, with the semantics of ClickHouse `windowFunnel`: other events may lie between; a later
 * start opens a new chain; the window is counted from the start and includes its end; at the same instant steps
 * count in funnel order. The modes narrow that.
 */
import type { Ask } from './metric.ts';
import { conditions, enclose, inner, quoteText } from './select.ts';

export const modes = [
  'default',
  'strict_order',
  'strict_deduplication',
  'strict_increase',
  'first_start',
] as const;
/**
 * `strict_order`: a foreign event, or a step whose turn it is not, ends a user's walk. `strict_deduplication`: a
 * repeated step after the first ends it. `strict_increase`: steps of one instant do not follow each other.
 * `first_start`: only the first start counts, a later one opens no new chain.
 */
export type Mode = (typeof modes)[number];

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
  mode?: Mode;
}

/**
 * CTEs ending in `reached(who, …keys, level, lines)`: one row a user (and group) with an event of the funnel,
 * with the highest step reached in order (0: never began) and the rows read.
 */
export function reached(ask: Ask<unknown>, chain: Chain): string {
  const keys = inner.names(ask.keys);
  const partition = ['who', ...ask.keys.map((key) => `${key.alias}_order`)].join(', ');
  // Read backwards at one instant, a step never sees the one before it.
  const order = chain.mode === 'strict_increase' ? 'ts, step DESC' : 'ts, step';
  const frame = (rows: string) => `(PARTITION BY ${partition} ORDER BY ${order} ROWS ${rows})`;
  const running = `\n  WINDOW w AS ${frame('UNBOUNDED PRECEDING')}`;
  const levels = chain.steps
    .slice(1)
    .map((_, at) => `level_${at + 2} AS (\n${level(at + 2, chain.windowSeconds)}${running}\n),\n`);
  const top = chain.steps.map((_, at) => `WHEN max(start_${at + 1}) IS NOT NULL THEN ${at + 1}`).reverse();
  const last = `level_${chain.steps.length}`;
  const offence = offenceOf(chain);
  const ended = offence
    ? `walked AS (
  SELECT *, ${offence} AS offence FROM ${last}
  WINDOW b AS ${frame('BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING')}
),
kept AS (
  SELECT * FROM walked QUALIFY NOT coalesce(bool_or(offence) OVER ${frame('UNBOUNDED PRECEDING')}, false)
),
`
    : '';
  return `hits AS (
${hits(ask, chain)}
),
level_1 AS (
  SELECT *, CASE WHEN step = 1 THEN ${firstStart(chain, partition)} END AS start_1 FROM hits
),
${levels.join('')}${ended}reached AS (
  SELECT ${[...keys.map((name) => (name.endsWith('_order') ? name : `any_value(${name}) AS ${name}`)), `CASE ${top.join(' ')} ELSE 0 END AS level`, 'count(*) AS lines'].join(', ')}
  FROM ${offence ? 'kept' : last}
  GROUP BY ${partition}
)`;
}

function firstStart({ mode }: Chain, partition: string): string {
  return mode === 'first_start' ? `min(ts) FILTER (step = 1) OVER (PARTITION BY ${partition})` : 'ts';
}

/** Whether this event ends the walk, from what the events before it have reached; undefined: none does. */
function offenceOf({ mode, steps }: Chain): string | undefined {
  const before = (step: number) => `max(start_${step}) OVER b`;
  const later = steps.slice(1).map((_, at) => at + 2);
  if (mode === 'strict_deduplication') {
    return `CASE step ${later.map((step) => `WHEN ${step} THEN ${before(step)} IS NOT NULL`).join(' ')} ELSE false END`;
  }
  if (mode !== 'strict_order') return undefined;
  const missing = later.map((step) => `WHEN ${step} THEN ${before(step - 1)} IS NULL`);
  return `${before(1)} IS NOT NULL AND CASE step WHEN 0 THEN true ${missing.join(' ')} ELSE false END`;
}

/** One row an event and step it is, `step` 0 for foreign events where they matter. */
function hits(ask: Ask<unknown>, { steps, mode }: Chain): string {
  const { user, event } = ask.columns;
  const base = [...conditions(ask), `${user} IS NOT NULL`, `${ask.time} IS NOT NULL`];
  const is = ({ event: name, filter }: Step) =>
    [`${event} = ${quoteText(name)}`, ...(filter ? [enclose(filter)] : [])].join(' AND ');
  const select = (step: string, only: string) => {
    const chosen = [`${user} AS who`, `${ask.time} AS ts`, `${step} AS step`, ...inner.define(ask.keys)];
    return `  SELECT ${chosen.join(', ')}\n  FROM ${ask.from}\n  WHERE ${[...base, only].join(' AND ')}`;
  };
  const foreign = `coalesce(NOT (${steps.map((step) => `(${is(step)})`).join(' OR ')}), true)`;
  const others = mode === 'strict_order' ? [select('0', foreign)] : [];
  if (new Set(steps.map((step) => step.event)).size < steps.length) {
    return [...steps.map((step, at) => select(`${at + 1}`, is(step))), ...others].join('\n  UNION ALL\n');
  }
  // Steps of different events: each event is one of them at most, so one reading does.
  const which = steps.map((step, at) => `WHEN ${is(step)} THEN ${at + 1}`).join(' ');
  const any = steps.map((step) => `(${is(step)})`).join(' OR ');
  return [select(`CASE ${which} END`, `(${any})`), ...others].join('\n  UNION ALL\n');
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
