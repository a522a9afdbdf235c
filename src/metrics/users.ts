/** People: new, active, returning. */
import { z } from 'zod';
import { event, time, user } from './column.ts';
import type { Ask, Metric } from './metric.ts';
import { days, eventName, none } from './params.ts';
import { aggregate, enclose, groupAndOrder, inner, quoteText, ratio, whereClause, within } from './select.ts';

type None = Record<string, never>;

const isTest = {
  names: ['is_test'],
  meaning: { zh: '测试账号', en: 'test account' },
  optional: true,
};

/** Test accounts are nobody's users. */
function onlyReal(ask: Ask<unknown>): string[] {
  const column = ask.columns.is_test;
  return column ? [`NOT coalesce(${column}, false)`] : [];
}

export const newUsers: Metric<None> = {
  id: 'new_users',
  family: 'users',
  names: { zh: '新增用户', en: 'New users' },
  unit: '人',
  direction: 'higher',
  definition: {
    zh: '统计期内首次注册的不同用户数。测试账号（is_test 为真）不计。',
    en: 'Different users who registered in the period. Test accounts (is_test true) do not count.',
  },
  edges: { zh: '没有行时为 0。', en: 'Without rows it is 0.' },
  source: 'own convention',
  table: 'users',
  columns: { user, time: { ...time, names: ['registered_at', ...time.names] }, is_test: isTest },
  params: none,
  proportion: false,
  empty: 0,
  reading: () => ({ numerator: { zh: '注册的不同用户数', en: 'different registered users' } }),
  sql: (ask) => aggregate(ask, { numerator: `count(DISTINCT ${ask.columns.user})`, only: onlyReal(ask) }),
};

export const activeUsers: Metric<{ event?: string | undefined }> = {
  id: 'active_users',
  family: 'users',
  names: { zh: '活跃用户', en: 'Active users' },
  unit: '人',
  direction: 'higher',
  definition: {
    zh: '统计期内有过行为的不同用户数；可用 event 限定为某一种行为。各期相加大于总数，因为同一用户可在多期活跃。',
    en: 'Different users with an event in the period; `event` limits it to one kind. Periods add up to more than the total.',
  },
  edges: { zh: '没有行时为 0。', en: 'Without rows it is 0.' },
  source: 'GA4 Help, User stickiness',
  table: 'events',
  columns: { user, event_column: { ...event, optional: true }, time },
  params: z.strictObject({
    event: eventName.optional().meta({ description: '只计这种事件（only this event）' }),
  }),
  proportion: false,
  empty: 0,
  reading: ({ event: only }) => ({
    numerator: only
      ? { zh: `有“${only}”行为的不同用户数`, en: `different users with “${only}”` }
      : { zh: '有行为的不同用户数', en: 'different users with an event' },
  }),
  sql: (ask) =>
    aggregate(ask, {
      numerator: `count(DISTINCT ${ask.columns.user})`,
      only: ask.params.event ? [`${ask.columns.event_column} = ${quoteText(ask.params.event)}`] : [],
    }),
};

interface Retention {
  day: number;
  mode: 'on' | 'on_or_after';
  start?: string | undefined;
  back?: string | undefined;
}

const retentionParams = z.strictObject({
  day: days.min(1).default(1).meta({ description: '第几天，次日为 1（which day; the next day is 1）' }),
  mode: z.enum(['on', 'on_or_after']).default('on').meta({
    description: 'on 当天回访，on_or_after 当天或以后回访（return on that day, or on it or later）',
  }),
  start: eventName
    .optional()
    .meta({ description: '进入群组的事件，默认任何事件（event that starts the cohort）' }),
  back: eventName
    .optional()
    .meta({ description: '算作回访的事件，默认任何事件（event that counts as a return）' }),
});

export const retention: Metric<Retention> = {
  id: 'retention',
  family: 'users',
  names: { zh: '留存率', en: 'Retention' },
  unit: '%',
  parts: { numerator: '人', denominator: '人' },
  direction: 'higher',
  definition: {
    zh: '首次行为落在统计期内的用户中，在其后第 N 个自然日又有行为的百分比。第 N 天晚于数据最后一天的用户不计入分母。',
    en: 'Of the users whose first event falls in the period, the percentage with an event N calendar days later. Users whose day N lies after the last day of the data are left out.',
  },
  edges: {
    zh: '没有已满 N 天的用户时为“—”。',
    en: 'Without users who have completed day N it is "—".',
  },
  source: 'Amplitude, How the Retention Analysis chart calculates retention',
  example: {
    files: {
      'events.csv': 'user_id,event,ts\na,open,2025-12-01T17:59:00+08:00\na,open,2025-12-02T17:00:00+08:00\n',
    },
    yaml: '{ metric: retention, with: { day: 1 } }',
    answer: '100%',
    source: 'Amplitude, How time works in a retention analysis',
  },
  table: 'events',
  columns: { user, event_column: { ...event, optional: true }, time: { ...time, optional: false } },
  params: retentionParams,
  proportion: true,
  empty: null,
  reading: ({ day, mode }) => ({
    numerator: {
      zh: mode === 'on' ? `第 ${day} 天回访的用户数` : `第 ${day} 天或以后回访的用户数`,
      en: mode === 'on' ? `users back on day ${day}` : `users back on day ${day} or later`,
    },
    denominator: { zh: `已满 ${day} 天的首次用户数`, en: `first-time users who completed day ${day}` },
    times: '100%',
  }),
  sql: retentionSql,
};

function retentionSql(ask: Ask<Retention>): string {
  const { user: who, event_column: what } = ask.columns;
  const { day, mode, start, back } = ask.params;
  const is = (name: string | undefined) => (name && what ? [`${what} = ${quoteText(name)}`] : []);
  const base = ask.where ? [enclose(ask.where)] : [];
  const first = ask.keys.flatMap((key) => [
    `arg_min(${key.order}, ${ask.time}) AS ${key.alias}_order`,
    `arg_min(${key.text}, ${ask.time}) AS ${key.alias}`,
  ]);
  const keys = inner.outer(ask.keys);
  const chosen = keys.map((key) => `${key.text} AS ${key.alias}`);
  const counts = ['count(*) FILTER (back) AS numerator', 'count(*) AS denominator'];
  const value = `${ratio('count(*) FILTER (back)', 'count(*)', 100)} AS value`;
  const period = ask.period ? [within('first_day', ask.period)] : [];
  return `WITH
visits AS (
  SELECT ${who} AS who, ${ask.day} AS day
  FROM ${ask.from}${whereClause([...base, ...is(back)]).replaceAll('\n', '\n  ')}
),
cohort AS (
  SELECT ${[`${who} AS who`, `min(${ask.day}) AS first_day`, ...first].join(', ')}
  FROM ${ask.from}${whereClause([...base, ...is(start)]).replaceAll('\n', '\n  ')}
  GROUP BY ${who}
),
mature AS (
  SELECT *, EXISTS (
    SELECT 1 FROM visits
    WHERE visits.who = cohort.who AND visits.day ${mode === 'on' ? '=' : '>='} first_day + ${day}
  ) AS back
  FROM cohort${whereClause([...period, `first_day + ${day} <= (SELECT max(${ask.day}) FROM ${ask.from})`]).replaceAll('\n', '\n  ')}
)
SELECT ${[...chosen, ...counts, value, 'count(*) AS n'].join(', ')}
FROM mature${groupAndOrder(keys)}`;
}
