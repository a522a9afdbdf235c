/**
 * Ordered funnels in SQL, with the semantics of ClickHouse `windowFunnel`: other events may lie between; a later
 * start opens a new chain; the window is counted from the start and includes its end; at the same instant steps
 * count in funnel order. The modes narrow that.
 */

import { quoteSqlText } from '../../../base/quoting.ts';
import type { MetricQuery } from '../../metric.ts';
import { buildConditions, enclose, nestedKeys } from '../../sql/select.ts';

export const funnelModes = [
  'default',
  'strict_order',
  'strict_deduplication',
  'strict_increase',
  'strict_once',
  'allow_reentry',
  'first_start',
] as const;
/**
 * `strict_order`: a foreign event, or a step whose turn it is not, ends a user's walk. `strict_deduplication`: a
 * repeated step after the first ends it. `strict_increase`: steps of one instant do not follow each other.
 * `strict_once`: an event that is several steps counts as one of them in a chain. `allow_reentry`: as
 * `strict_order`, but a step whose turn it is not is passed over. `first_start`: only the first start counts, a
 * later one opens no new chain.
 */
export type FunnelMode = (typeof funnelModes)[number];

export interface FunnelStep {
  event: string;
  /** Shown; the event's name by default. */
  label: string;
  /** Further SQL condition. */
  filter?: string;
}

export interface FunnelDefinition {
  steps: FunnelStep[];
  /** From the first step to the last; undefined: no limit. */
  windowSeconds?: number;
  /** Several narrow together, as those of ClickHouse do. */
  mode?: FunnelMode | readonly FunnelMode[] | undefined;
}

/** Modes as the set of those that hold. */
export function listFunnelModes(mode: FunnelDefinition['mode']): ReadonlySet<FunnelMode> {
  return new Set(mode === undefined ? [] : typeof mode === 'string' ? [mode] : mode);
}

/**
 * Steps of one instant are told apart in the lowest bits of a moment, so a funnel has fewer than 63; where an event
 * is kept as the set of its steps, at most 10: microseconds since 1970 leave no room for many more.
 */
const LOW = 2 ** 6 - 1;
export const maxStepsOnce = 10;
const SET = 2 ** maxStepsOnce - 1;

/**
 * CTEs ending in `buildReachedSql(who, …keys, level, lines)`: one row a user (and group) with an event of the funnel,
 * with the highest step reached in order (0: never began) and the rows read. Each user's moments are one sorted
 * list of integers, walked once: nothing is joined and rows are sorted only within a user.
 */
export function buildReachedSql(query: MetricQuery<unknown>, funnel: FunnelDefinition): string {
  const orders = query.keys.map((key) => `${key.alias}_order`);
  const shown = query.keys.map((key) => `any_value(${key.alias}) AS ${key.alias}`);
  const group = ['who', ...orders].join(', ');
  const modes = listFunnelModes(funnel.mode);
  const bits = getLowBits(modes);
  // Read backwards at one instant, a step never sees the one before it.
  const low = modes.has('strict_increase') ? `${bits} - step` : 'step';
  const top = funnel.steps.map((_, at) => `WHEN state.s${at + 1} IS NOT NULL THEN ${at + 1}`).reverse();
  return `hits AS (
${buildHitsSql(query, funnel)}
),
moments AS (
  SELECT ${[group, ...shown, `list_sort(list(epoch_us(ts) * ${bits + 1} + ${low})) AS moments`, 'count(*) AS lines'].join(', ')}
  FROM hits
  GROUP BY ${group}
),
reached AS (
  SELECT ${[...['who', ...nestedKeys.names(query.keys)], `CASE ${top.join(' ')} ELSE 0 END AS level`, 'lines'].join(', ')}
  FROM (SELECT *, ${buildWalkSql(funnel)} AS state FROM moments)
)`;
}

function getLowBits(modes: ReadonlySet<FunnelMode>): number {
  return modes.has('strict_once') ? SET : LOW;
}

/**
 * One walk over a user's moments. The state holds for each step the last moment at which the newest chain that
 * reached it may go on: of the chains that came to the step before, the one begun last has most time left.
 */
function buildWalkSql({ steps, windowSeconds, mode }: FunnelDefinition): string {
  const numbers = steps.map((_, at) => at + 1);
  const modes = listFunnelModes(mode);
  const low = getLowBits(modes);
  const step = modes.has('strict_increase') ? `(${low} - (e.k & ${low}))` : `(e.k & ${low})`;
  // The state is made anew from the one before: an event that is several steps never meets itself.
  const is = (number: number) =>
    modes.has('strict_once') ? `${step} & ${2 ** (number - 1)} > 0` : `${step} = ${number}`;
  const window = windowSeconds === undefined ? undefined : windowSeconds * 1_000_000 * (low + 1);
  const begun = window === undefined ? 'e.k' : `(e.k | ${low}) + ${window}`;
  const start = modes.has('first_start') ? `coalesce(s.s1, ${begun})` : begun;
  const over = buildEndCondition(modes, numbers, step);
  const going = over ? ` AND NOT (${over})` : '';
  const next = numbers.map((number) => {
    if (number === 1) return `s1: CASE WHEN ${is(1)}${going} THEN ${start} ELSE s.s1 END`;
    const inTime = window === undefined ? `s.s${number - 1} IS NOT NULL` : `e.k <= s.s${number - 1}`;
    const then = `s.s${number - 1}`;
    return `s${number}: CASE WHEN ${is(number)} AND ${inTime}${going} THEN ${then} ELSE s.s${number} END`;
  });
  const blank = (k: string) =>
    `{${[`k: ${k}`, ...numbers.map((number) => `s${number}: NULL::BIGINT`), ...(over ? ['over: false'] : [])].join(', ')}}`;
  const state = ['k: e.k', ...next, ...(over ? [`over: ${over}`] : [])].join(',\n    ');
  return `list_reduce(list_transform(moments, lambda k: ${blank('k')}), lambda s, e: {
    ${state}
  }, ${blank('0::BIGINT')})`;
}

/**
 * Whether this moment, or one before it, ends the walk; undefined: none does. Of two modes each may end it: a repeated
 * step (as `strict_deduplication`), a foreign event or a step out of turn (as `strict_order`).
 */
function buildEndCondition(
  modes: ReadonlySet<FunnelMode>,
  numbers: number[],
  step: string,
): string | undefined {
  const later = numbers.slice(1);
  const again = later.map((number) => `(${step} = ${number} AND s.s${number} IS NOT NULL)`);
  const wrong = later.map((number) => `(${step} = ${number} AND s.s${number - 1} IS NULL)`);
  const reentry = modes.has('allow_reentry');
  const strict = modes.has('strict_order') || reentry;
  const foreign = `(s.s1 IS NOT NULL AND (${[`${step} = 0`, ...(reentry ? [] : wrong)].join(' OR ')}))`;
  const ends = [...(modes.has('strict_deduplication') ? again : []), ...(strict ? [foreign] : [])];
  return ends.length > 0 ? ['s.over', ...ends].join(' OR ') : undefined;
}

/** One row an event and step it is, `step` 0 for foreign events where they matter. */
function buildHitsSql(query: MetricQuery<unknown>, { steps, mode }: FunnelDefinition): string {
  const { user, event } = query.columns;
  const base = [...buildConditions(query), `${user} IS NOT NULL`, `${query.time} IS NOT NULL`];
  const is = ({ event: name, filter }: FunnelStep) =>
    [`${event} = ${quoteSqlText(name)}`, ...(filter ? [enclose(filter)] : [])].join(' AND ');
  const select = (step: string, only: string) => {
    const chosen = [
      `${user} AS who`,
      `${query.time} AS ts`,
      `${step} AS step`,
      ...nestedKeys.define(query.keys),
    ];
    return `  SELECT ${chosen.join(', ')}\n  FROM ${query.from}\n  WHERE ${[...base, only].join(' AND ')}`;
  };
  const foreign = `coalesce(NOT (${steps.map((step) => `(${is(step)})`).join(' OR ')}), true)`;
  const modes = listFunnelModes(mode);
  const strict = modes.has('strict_order') || modes.has('allow_reentry');
  const others = strict ? [select('0', foreign)] : [];
  if (modes.has('strict_once')) {
    const set = steps.map((step, at) => `CASE WHEN ${is(step)} THEN ${2 ** at} ELSE 0 END`);
    return select(set.join(' + '), `(${steps.map((step) => `(${is(step)})`).join(' OR ')})`);
  }
  if (new Set(steps.map((step) => step.event)).size < steps.length) {
    return [...steps.map((step, at) => select(`${at + 1}`, is(step))), ...others].join('\n  UNION ALL\n');
  }
  // Steps of different events: each event is one of them at most, so one reading does.
  const which = steps.map((step, at) => `WHEN ${is(step)} THEN ${at + 1}`).join(' ');
  const any = steps.map((step) => `(${is(step)})`).join(' OR ');
  return [select(`CASE ${which} END`, `(${any})`), ...others].join('\n  UNION ALL\n');
}
