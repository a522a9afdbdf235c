/** Cohorts of users and their returns, in SQL. */
import type { Ask } from './metric.ts';
import { enclose, inner, quoteText, whereClause, within } from './select.ts';

export type Mode = 'on' | 'on_or_after' | 'bracket';

export type Each = 'day' | 'week' | 'month';

/** What every retention metric asks. */
export interface Back {
  mode: Mode;
  cohort: 'first' | 'active';
  each: Each;
  clock: 'calendar' | 'hours';
  start?: string | undefined;
  back?: string | undefined;
}

/** Calendar periods counted from any fixed one, and what their numbers are called. */
export const EACH: Record<
  Each,
  { index: (day: string) => string; hours: number; zh: string; letter: string }
> = {
  day: { index: (day) => `${day}`, hours: 24, zh: '天', letter: 'D' },
  // The first day of 1970 was a Thursday: weeks begin on Mondays.
  week: {
    index: (day) => `(date_diff('day', DATE '1969-12-29', ${day}) // 7)`,
    hours: 168,
    zh: '周',
    letter: 'W',
  },
  month: { index: (day) => `(12 * year(${day}) + month(${day}))`, hours: 720, zh: '个月', letter: 'M' },
};

/**
 * CTEs ending in `returned(who, …keys, complete, back_0, …)`: one row a user of the period (of each group, for
 * active users), `complete` the last day, week or month of theirs that the data have seen to its end, `back_n`
 * whether they came back within the nth span. Distinct users and days are found once; all else works on those few
 * rows.
 */
export function cohorts(ask: Ask<Back>, spans: { from: number; to: number | undefined }[]): string {
  const { user: who, event_column: what } = ask.columns;
  const { start, back, clock } = ask.params;
  const each = EACH[ask.params.each];
  const hours = clock === 'hours';
  const at = hours ? `epoch_ms(${ask.time}) // 3600000` : each.index(ask.day!);
  const units = hours ? `(moment - first_moment) // ${each.hours}` : '(moment - first_moment)';
  const is = (name: string | undefined) => (name && what ? [`${what} = ${quoteText(name)}`] : []);
  const only = [...(ask.where ? [enclose(ask.where)] : []), `${who} IS NOT NULL`, `${ask.time} IS NOT NULL`];
  const names = inner.names(ask.keys).map((name) => `any_value(${name}) AS ${name}`);
  const came = spans.map(({ from, to }, index) => {
    const span = to === undefined ? `>= ${from}` : `BETWEEN ${from} AND ${to}`;
    return `coalesce(bool_or(${units} ${span}), false) AS back_${index}`;
  });
  const latest = hours ? `max(${at})` : `${each.index(`max(${ask.day}) + 1`)} - 1`;
  const group = ask.params.cohort === 'active' ? ask.keys.map((key) => `, ${key.alias}_order`).join('') : '';
  return `visits AS (
  SELECT DISTINCT ${who} AS who, ${at} AS moment
  FROM ${ask.from}${whereClause([...only, ...is(back)]).replaceAll('\n', '\n  ')}
),
cohort AS (
  ${cohortSql(ask, at, [...only, ...is(start)])}
),
latest AS (
  SELECT ${latest} AS moment FROM (SELECT max(${ask.time}) AS ${ask.time} FROM ${ask.from})
),
returned AS (
  SELECT ${[
    'cohort.who',
    ...names,
    `any_value(${units.replace('moment - ', '(SELECT moment FROM latest) - ')}) AS complete`,
    ...came,
  ].join(', ')}
  FROM cohort LEFT JOIN visits ON visits.who = cohort.who AND visits.moment > first_moment${inPeriod(ask)}
  GROUP BY cohort.who${group}
)`;
}

/** Who is watched, and from which moment on. */
function cohortSql(ask: Ask<Back>, at: string, only: string[]): string {
  const { user: who } = ask.columns;
  if (ask.params.cohort === 'active') {
    const own = [...only, ...(ask.period ? [within(ask.day!, ask.period)] : [])];
    const chosen = ['who', ...inner.names(ask.keys), 'min(moment) AS first_moment'];
    const read = [`${who} AS who`, `${at} AS moment`, ...inner.define(ask.keys)];
    return `SELECT ${chosen.join(', ')}
  FROM (SELECT ${read.join(', ')} FROM ${ask.from}${whereClause(own).replaceAll('\n', '\n    ')})
  GROUP BY ${['who', ...inner.names(ask.keys)].join(', ')}`;
  }
  const { start, back } = ask.params;
  const first = ask.keys.flatMap((key) => [
    `arg_min(${key.order}, ${ask.time}) AS ${key.alias}_order`,
    `arg_min(${key.text}, ${ask.time}) AS ${key.alias}`,
  ]);
  const same = first.length === 0 && start === undefined && back === undefined && !ask.period;
  if (same) return 'SELECT who, min(moment) AS first_moment FROM visits GROUP BY who';
  const firstDay = `min(${ask.day}) AS first_day`;
  return `SELECT ${[`${who} AS who`, `min(${at}) AS first_moment`, firstDay, ...first].join(', ')}
  FROM ${ask.from}${whereClause(only).replaceAll('\n', '\n  ')}
  GROUP BY ${who}`;
}

/** New users are those whose first event lies in the period, so it is asked of the cohort found. */
function inPeriod(ask: Ask<Back>): string {
  if (!ask.period || ask.params.cohort === 'active') return '';
  return `\n  WHERE ${within('first_day', ask.period)}`;
}
