/** Cohorts of users and their returns, in SQL. */

import { quoteSqlText } from '../../../base/quoting.ts';
import type { MetricQuery } from '../../metric.ts';
import { buildOwnConditions, buildPeriodCondition, buildWhere, nestedKeys } from '../../sql/select.ts';

type ReturnMode = 'on' | 'on_or_after' | 'bracket';

type CohortUnit = 'day' | 'week' | 'month';

/** What every retention metric asks. */
export interface RetentionParams {
  mode: ReturnMode;
  cohort: 'first' | 'active';
  step: CohortUnit;
  clock: 'calendar' | 'hours';
  start?: string | undefined;
  back?: string | undefined;
}

/** Calendar periods counted from any fixed one, and what their numbers are called. */
export const COHORT_UNITS: Record<
  CohortUnit,
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
export function buildCohortsSql(
  query: MetricQuery<RetentionParams>,
  spans: { from: number; to: number | undefined }[],
): string {
  const { user: who, event_column: what } = query.columns;
  const { start, back, clock } = query.params;
  const unit = COHORT_UNITS[query.params.step];
  const hours = clock === 'hours';
  const at = hours ? `epoch_ms(${query.time}) // 3600000` : unit.index(query.day!);
  const units = hours ? `(moment - first_moment) // ${unit.hours}` : '(moment - first_moment)';
  const is = (name: string | undefined) => (name && what ? [`${what} = ${quoteSqlText(name)}`] : []);
  const only = [...buildOwnConditions(query), `${who} IS NOT NULL`, `${query.time} IS NOT NULL`];
  const names = nestedKeys.names(query.keys).map((name) => `any_value(${name}) AS ${name}`);
  const came = spans.map(({ from, to }, index) => {
    const span = to === undefined ? `>= ${from}` : `BETWEEN ${from} AND ${to}`;
    return `coalesce(bool_or(${units} ${span}), false) AS back_${index}`;
  });
  const latest = hours ? `max(${at})` : `${unit.index(`max(${query.day}) + 1`)} - 1`;
  const group =
    query.params.cohort === 'active' ? query.keys.map((key) => `, ${key.alias}_order`).join('') : '';
  return `visits AS (
  SELECT DISTINCT ${who} AS who, ${at} AS moment
  FROM ${query.from}${buildWhere([...only, ...is(back)]).replaceAll('\n', '\n  ')}
),
cohort AS (
  ${buildCohortMembersSql(query, at, [...only, ...is(start)])}
),
latest AS (
  SELECT ${latest} AS moment FROM (SELECT max(${query.time}) AS ${query.time} FROM ${query.from})
),
returned AS (
  SELECT ${[
    'cohort.who',
    ...names,
    `any_value(${units.replace('moment - ', '(SELECT moment FROM latest) - ')}) AS complete`,
    ...came,
  ].join(', ')}
  FROM cohort LEFT JOIN visits ON visits.who = cohort.who AND visits.moment > first_moment${buildPeriodFilter(query)}
  GROUP BY cohort.who${group}
)`;
}

/** Who is watched, and from which moment on. */
function buildCohortMembersSql(query: MetricQuery<RetentionParams>, at: string, only: string[]): string {
  const { user: who } = query.columns;
  if (query.params.cohort === 'active') {
    const own = [...only, ...(query.period ? [buildPeriodCondition(query.day!, query.period)] : [])];
    const chosen = ['who', ...nestedKeys.names(query.keys), 'min(moment) AS first_moment'];
    const read = [`${who} AS who`, `${at} AS moment`, ...nestedKeys.define(query.keys)];
    return `SELECT ${chosen.join(', ')}
  FROM (SELECT ${read.join(', ')} FROM ${query.from}${buildWhere(own).replaceAll('\n', '\n    ')})
  GROUP BY ${['who', ...nestedKeys.names(query.keys)].join(', ')}`;
  }
  const { start, back } = query.params;
  const first = nestedKeys.first(query.keys, `${query.time}`);
  const same = first.length === 0 && start === undefined && back === undefined && !query.period;
  if (same) return 'SELECT who, min(moment) AS first_moment FROM visits GROUP BY who';
  const firstDay = `min(${query.day}) AS first_day`;
  return `SELECT ${[`${who} AS who`, `min(${at}) AS first_moment`, firstDay, ...first].join(', ')}
  FROM ${query.from}${buildWhere(only).replaceAll('\n', '\n  ')}
  GROUP BY ${who}`;
}

/** New users are those whose first event lies in the period, so it is asked of the cohort found. */
function buildPeriodFilter(query: MetricQuery<RetentionParams>): string {
  if (!query.period || query.params.cohort === 'active') return '';
  return `\n  WHERE ${buildPeriodCondition('first_day', query.period)}`;
}
