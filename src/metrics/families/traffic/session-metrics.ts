/** Visits told apart by their session number, from single events. */
import { z } from 'zod';
import { quoteSqlText } from '../../../base/quoting.ts';
import type { ExampleDefinition, FormulaText, MetricDefinition, MetricQuery } from '../../metric.ts';
import { event, time, user } from '../../shared-columns.ts';
import { eventName } from '../../shared-params.ts';
import { buildPeopleSql } from '../../sql/clustered-ratio.ts';
import { buildConditions, buildGroupBy, buildRatio, buildWhere, nestedKeys } from '../../sql/select.ts';

interface SessionParams {
  key_events: string[];
  view_events: string[];
  engaged_seconds: number;
}

const params = z.strictObject({
  key_events: z.array(eventName).default([]).meta({
    description:
      '关键事件：有其一即为互动会话（key events: one of them makes a session engaged）：[register, pay]',
  }),
  view_events: z
    .array(eventName)
    .min(1)
    .default(['page_view', 'screen_view', 'pageview', 'view', 'visit', '浏览', '访问'])
    .meta({
      description:
        '算作页面或屏幕浏览的事件，一次会话有两个即为互动会话；没有事件列时每一行算一次浏览（events that are a view of a page or screen: two of them make a session engaged; without a column of events every row is one）',
    }),
  engaged_seconds: z.number().min(0).max(3600).default(10).meta({
    description: '时长超过多少秒即为互动会话（a session longer than this is engaged）',
  }),
});

const columns = {
  session: { names: ['session_id', 'session'], meaning: { zh: '会话编号', en: 'session' } },
  event_column: { ...event, optional: true },
  seconds: {
    names: ['duration_s', 'engagement_s', 'seconds'],
    meaning: { zh: '停留秒数', en: 'seconds spent' },
    optional: true,
  },
  user: { ...user, optional: true },
  time: { ...time, optional: false },
};

interface SessionMeasure {
  sql: string;
  name: { zh: string; en: string };
  unit: string;
}

const all: SessionMeasure = { sql: 'count(*)', name: { zh: '会话数', en: 'sessions' }, unit: '次' };
const engaged = 'seconds > limit_s OR views >= 2 OR keyed';

interface SessionMetricOptions {
  names: { zh: string; en: string };
  definition: { zh: string; en: string };
  unit: string;
  direction?: 'higher' | 'lower';
  over: SessionMeasure;
  under?: SessionMeasure;
  percent?: boolean;
  source: string;
  example: ExampleDefinition;
}

/** A figure over sessions: one row a session is made first, then counted. */
function createSessionMetric(given: SessionMetricOptions): MetricDefinition<SessionParams> {
  const { over, under, percent = false, direction = 'higher', ...rest } = given;
  const reading: FormulaText = {
    numerator: over.name,
    ...(under && { denominator: under.name }),
    ...(percent && { times: '100%' }),
  };
  return {
    ...rest,
    ...(under && { parts: { numerator: over.unit, denominator: under.unit } }),
    direction,
    edgeCases: under
      ? {
          zh: '没有会话时为“—”。没有会话编号的行不计。',
          en: 'Without sessions it is "—". Rows without a session do not count.',
        }
      : {
          zh: '没有会话时为 0。没有会话编号的行不计。',
          en: 'Without sessions it is 0. Rows without a session do not count.',
        },
    table: 'events',
    columns,
    params,
    proportion: percent,
    repeats: percent,
    empty: under ? null : 0,
    formulaText: () => reading,
    sql: (query) => buildSessionSql(query, over.sql, under?.sql, percent ? 100 : 1),
  };
}

function buildSessionSql(
  query: MetricQuery<SessionParams>,
  over: string,
  under: string | undefined,
  scale: number,
): string {
  const { session, event_column: what, seconds, user } = query.columns;
  const { key_events: keyed, view_events: views, engaged_seconds: limit } = query.params;
  const keys = nestedKeys.outer(query.keys);
  const begun = nestedKeys.first(query.keys, `${query.time}`);
  const elapsed = `date_diff('millisecond', min(${query.time}), max(${query.time})) / 1000`;
  const isKey =
    what && keyed.length > 0 ? `bool_or(${what} IN (${keyed.map(quoteSqlText).join(', ')}))` : 'false';
  const inside = [
    ...begun,
    'count(*) AS events',
    `${what ? `count(*) FILTER (${what} IN (${views.map(quoteSqlText).join(', ')}))` : 'count(*)'} AS views`,
    ...(user ? [`arg_min(${user}, ${query.time}) AS who`] : []),
    `${seconds ? `coalesce(sum(${seconds}), 0)` : elapsed} AS seconds`,
    `coalesce(${isKey}, false) AS keyed`,
    `${limit} AS limit_s`,
  ];
  const where = buildWhere([
    ...buildConditions(query),
    `${session} IS NOT NULL`,
    `${query.time} IS NOT NULL`,
  ]);
  const chosen = [
    ...keys.map((key) => `${key.text} AS ${key.alias}`),
    `${over} AS numerator`,
    ...(under ? [`${under} AS denominator`] : []),
    `${under ? buildRatio(over, under, scale) : over} AS value`,
    'coalesce(sum(events), 0) AS n',
  ];
  const visits = `WITH visits AS (
  SELECT ${inside.join(', ')}
  FROM ${query.from}${where.replaceAll('\n', '\n  ')}
  GROUP BY ${session}
)`;
  if (user && under && scale === 100) {
    const names = nestedKeys.names(query.keys);
    const read = [...names, `${over} AS y`, `${under} AS x`, 'sum(events) AS lines'];
    return `${visits},
people AS (
  SELECT ${['who', ...read].join(', ')}
  FROM visits
  GROUP BY ${['who', ...names].join(', ')}
)
${buildPeopleSql(query, scale)}`;
  }
  return `${visits}
SELECT ${chosen.join(', ')}
FROM visits${buildGroupBy(keys)}`;
}

/** Five visits: 1 event 3 s; 1 event 12 s; 2 events 2 s; 1 event 1 s that pays; 3 events 60 s. */
const visits = {
  'events.csv': `${['session_id,user_id,event,ts,duration_s', 'a,u,view,2026-03-02T10:00:00+08:00,3', 'b,u,view,2026-03-02T11:00:00+08:00,12', 'c,u,view,2026-03-02T12:00:00+08:00,1', 'c,u,view,2026-03-02T12:00:01+08:00,1', 'd,v,pay,2026-03-02T13:00:00+08:00,1', 'e,v,view,2026-03-02T14:00:00+08:00,20', 'e,v,view,2026-03-02T14:00:20+08:00,20', 'e,v,view,2026-03-02T14:00:40+08:00,20'].join('\n')}\n`,
};
const ga4 = 'GA4 Help, Engagement rate and bounce rate';
const buildCountSql = (condition: string) => `count(*) FILTER (${condition})`;

const visitCount = createSessionMetric({
  names: { zh: '访问次数', en: 'Visits' },
  unit: '次',
  definition: {
    zh: '不同会话编号的个数。跨过午夜的会话计入它开始的那一天。',
    en: 'Number of different sessions. One that runs over midnight counts on the day it began.',
  },
  over: all,
  source: 'GA4 Help, Sessions',
  example: { files: visits, answer: '5 次', source: ga4 },
});

const singlePage = createSessionMetric({
  names: { zh: '单事件跳出率', en: 'Single-event bounce rate' },
  unit: '%',
  direction: 'lower',
  definition: {
    zh: '只有一个事件的会话占全部会话的百分比，即 Universal Analytics 的跳出率。与 GA4 的跳出率不同。',
    en: 'Sessions of a single event as a percentage of all, the bounce rate of Universal Analytics. That of GA4 differs.',
  },
  over: {
    sql: buildCountSql('events = 1'),
    name: { zh: '只有一个事件的会话数', en: 'sessions of one event' },
    unit: '次',
  },
  under: all,
  percent: true,
  source: 'Universal Analytics Help, Bounce rate',
  example: {
    files: visits,
    answer: '60%',
    source: 'Universal Analytics Help, Bounce rate',
  },
});

const engagedRate = createSessionMetric({
  names: { zh: '互动会话率', en: 'Engagement rate' },
  unit: '%',
  definition: {
    zh: '互动会话占全部会话的百分比。互动会话是时长超过 10 秒、或有两次及以上页面浏览、或有关键事件的会话；一人有多次会话，区间因此按用户合并。',
    en: 'Engaged sessions as a percentage of all. A session is engaged when it lasts over 10 seconds, has two or more views of a page or screen, or a key event; users have several, so the interval goes by user.',
  },
  over: { sql: buildCountSql(engaged), name: { zh: '互动会话数', en: 'engaged sessions' }, unit: '次' },
  under: all,
  percent: true,
  source: ga4,
  example: {
    files: visits,
    query: 'with: { key_events: [pay] }',
    answer: '80%',
    source: ga4,
  },
});

const bounce = createSessionMetric({
  names: { zh: '跳出率（GA4）', en: 'Bounce rate (GA4)' },
  unit: '%',
  direction: 'lower',
  definition: {
    zh: '不是互动会话的会话占全部会话的百分比，等于 100% 减互动会话率。比单事件跳出率低。',
    en: 'Sessions that are not engaged as a percentage of all: 100 % less the engagement rate. It is lower than the single-event rate.',
  },
  over: {
    sql: buildCountSql(`NOT (${engaged})`),
    name: { zh: '非互动会话数', en: 'sessions not engaged' },
    unit: '次',
  },
  under: all,
  percent: true,
  source: ga4,
  example: {
    files: visits,
    query: 'with: { key_events: [pay] }',
    answer: '20%',
    source: ga4,
  },
});

const duration = createSessionMetric({
  names: { zh: '平均会话时长', en: 'Mean session duration' },
  unit: '秒/次',
  definition: {
    zh: '每次会话的平均秒数。有停留秒数列时取其和，否则取最后一个事件与第一个事件相距的时间。',
    en: 'Mean seconds of a session. They are the sum of seconds spent where the table has them, else from the first event to the last.',
  },
  over: { sql: 'sum(seconds)', name: { zh: '会话时长之和', en: 'sum of durations' }, unit: '秒' },
  under: all,
  source: 'GA4 Help, Average session duration',
  example: {
    files: visits,
    answer: '15.6 秒/次',
    source: 'GA4 Help, Average session duration',
  },
});

const depth = createSessionMetric({
  names: { zh: '平均访问深度', en: 'Events per session' },
  unit: '条/次',
  definition: {
    zh: '每次会话的平均事件数；用 where 只留浏览事件时就是每次会话的页数。会话数与事件数先各自合计。',
    en: 'Mean number of events of a session; with a `where` that keeps views only, pages per session. Both are summed first.',
  },
  over: { sql: 'sum(events)', name: { zh: '事件数', en: 'events' }, unit: '条' },
  under: all,
  source: 'GA4 Help, Views per session',
  example: {
    files: visits,
    answer: '1.6 条/次',
    source: 'GA4 Help, Views per session',
  },
});

/** Metrics of the family traffic that are counted from single events. */
export const sessionMetrics = {
  visits: visitCount,
  single_event_rate: singlePage,
  engagement_rate: engagedRate,
  ga4_bounce_rate: bounce,
  session_seconds: duration,
  events_per_session: depth,
};
