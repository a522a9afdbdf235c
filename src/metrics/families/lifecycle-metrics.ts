/** Where the active users of a period come from, and where those of the period before went. */
import { getPreviousPeriod } from '../../base/calendar-days.ts';
import { defineFamily } from '../define-family.ts';
import { type MetricDefinition, type MetricQuery, ParameterError } from '../metric.ts';
import { time, user } from '../shared-columns.ts';
import { type NoParams, none } from '../shared-params.ts';
import {
  buildGroupBy,
  buildOwnConditions,
  buildPeriodCondition,
  buildWhere,
  nestedKeys,
} from '../sql/select.ts';
import { refuseTimedKeys } from '../timed-keys.ts';

const states = {
  new: 'now AND NOT before AND NOT earlier',
  current: 'now AND before',
  resurrected: 'now AND NOT before AND earlier',
  dormant: 'before AND NOT now',
} as const;

/** Four users over two weeks: `n` new, `c` in both, `r` back after a gap, `d` gone. */
const visits = {
  'events.csv': `${['user_id,event,ts', 'r,open,2026-02-20T10:00:00+08:00', 'c,open,2026-03-03T10:00:00+08:00', 'd,open,2026-03-04T10:00:00+08:00', 'c,open,2026-03-10T10:00:00+08:00', 'r,open,2026-03-11T10:00:00+08:00', 'n,open,2026-03-15T23:59:59+08:00'].join('\n')}\n`,
};
const source = 'Amplitude, Lifecycle';

function createLifecycleMetric(given: {
  state: keyof typeof states;
  names: { zh: string; en: string };
  direction: 'higher' | 'lower';
  definition: { zh: string; en: string };
  reading: { zh: string; en: string };
}): MetricDefinition<NoParams> {
  const { state, reading, ...rest } = given;
  return {
    ...rest,
    unit: '人',
    edgeCases: {
      zh: '没有行时为 0；上期是紧邻的等长时段，数据要覆盖它。',
      en: 'Without rows it is 0; the period before is as long and directly before, and the data must cover it.',
    },
    source,
    example: {
      files: visits,
      query: 'during: 2026-03-09..2026-03-15',
      answer: '1 人',
      source: 'Amplitude, Lifecycle, counted by hand',
    },
    table: 'events',
    columns: { user, time: { ...time, optional: false } },
    params: none,
    proportion: false,
    empty: 0,
    formulaText: () => ({ numerator: reading }),
    sql: (query) => buildLifecycleSql(query, states[state]),
  };
}

function buildLifecycleSql(query: MetricQuery<NoParams>, state: string): string {
  const { period, day, keys } = query;
  if (!period || !day) {
    throw new ParameterError('during', { zh: '生命周期要写 during（本期）', en: 'lifecycle needs `during`' });
  }
  refuseTimedKeys(keys, {
    zh: '生命周期只能按列分，不能按 day、week、month 分：它比较的是两个时段',
    en: 'lifecycle goes by columns only, not by day, week or month: it compares two periods',
  });
  const before = getPreviousPeriod(period);
  const { user: who } = query.columns;
  const until = `${day} <= DATE '${period.to}'`;
  const where = buildWhere([...buildOwnConditions(query), `${who} IS NOT NULL`, until]);
  const outer = nestedKeys.outer(keys);
  const count = `count(*) FILTER (${state})`;
  return `WITH people AS (
  SELECT ${['who', ...nestedKeys.names(keys), `bool_or(${buildPeriodCondition('day', period)}) AS now`, `bool_or(${buildPeriodCondition('day', before)}) AS before`, `bool_or(day < DATE '${before.from}') AS earlier`, 'count(*) AS lines'].join(', ')}
  FROM (SELECT ${[`${who} AS who`, `${day} AS day`, ...nestedKeys.define(keys)].join(', ')} FROM ${query.from}${where.replaceAll('\n', '\n    ')})
  GROUP BY ALL
)
SELECT ${[...outer.map((key) => `${key.text} AS ${key.alias}`), `${count} AS numerator`, `${count} AS value`, 'coalesce(sum(lines), 0) AS n'].join(', ')}
FROM people${buildGroupBy(outer)}`;
}

export const lifecycleMetrics = defineFamily('lifecycle', {
  lifecycle_new: createLifecycleMetric({
    state: 'new',
    names: { zh: '首次活跃用户', en: 'First-time active users' },
    direction: 'higher',
    definition: {
      zh: '本期有行为、此前从未有过行为的用户数。与注册无关，只看行为。',
      en: 'Users with an event in the period and none before it. Registration plays no part.',
    },
    reading: { zh: '本期首次有行为的用户数', en: 'users whose first event lies in the period' },
  }),
  lifecycle_current: createLifecycleMetric({
    state: 'current',
    names: { zh: '持续活跃用户', en: 'Current users' },
    direction: 'higher',
    definition: {
      zh: '上期与本期都有行为的用户数。持续活跃加沉睡等于上期活跃。',
      en: 'Users with an event in the period and in the one before. Current and dormant users are together the active users of the period before.',
    },
    reading: { zh: '两期都有行为的用户数', en: 'users active in both periods' },
  }),
  lifecycle_resurrected: createLifecycleMetric({
    state: 'resurrected',
    names: { zh: '回流用户', en: 'Resurrected users' },
    direction: 'higher',
    definition: {
      zh: '本期有行为、上期没有、更早有过行为的用户数。首次活跃、持续活跃与回流之和等于本期活跃。',
      en: 'Users active in the period, not in the one before, but earlier. First-time, current and resurrected users are together the active users.',
    },
    reading: { zh: '上期没有、更早有过行为的本期用户数', en: 'users back after a period without events' },
  }),
  lifecycle_dormant: createLifecycleMetric({
    state: 'dormant',
    names: { zh: '沉睡用户', en: 'Dormant users' },
    direction: 'lower',
    definition: {
      zh: '上期有行为、本期没有的用户数。只看紧邻的两期，更早就沉睡的不计。',
      en: 'Users active in the period before and not in this one. Those dormant for longer do not count.',
    },
    reading: {
      zh: '上期有、本期没有行为的用户数',
      en: 'users of the period before without an event in this one',
    },
  }),
});
