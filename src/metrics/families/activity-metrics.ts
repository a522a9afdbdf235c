/** How many are active on how many days. */
import { z } from 'zod';
import { quoteSqlText } from '../../base/quoting.ts';
import { defineFamily } from '../define-family.ts';
import type { MetricDefinition, MetricQuery } from '../metric.ts';
import { time, user } from '../shared-columns.ts';
import { days, type NoParams, none } from '../shared-params.ts';
import {
  buildConditions,
  buildGroupBy,
  buildOwnConditions,
  buildRatio,
  buildWhere,
  nestedKeys,
} from '../sql/select.ts';

const columns = { user, time: { ...time, optional: false } };
const source = 'GA4 Help, User stickiness';
const base = { direction: 'higher', table: 'events', columns } as const;

/** `a` on three days, `b` on one, over four days of which one has no event. */
const visits = {
  'events.csv': `${['user_id,event,ts', 'a,open,2026-03-02T00:00:00+08:00', 'a,open,2026-03-03T23:59:59+08:00', 'b,open,2026-03-03T08:00:00+08:00', 'b,open,2026-03-03T09:00:00+08:00', 'a,open,2026-03-05T08:00:00+08:00'].join('\n')}\n`,
};
const byHand = 'counted by hand from the definition of GA4 Help, User stickiness';

interface DaysParams {
  days: 'calendar' | 'active';
}

const daysParams = z.strictObject({
  days: z.enum(['calendar', 'active']).default('calendar').meta({
    description:
      'calendar 按统计期内全部自然日平均（没有行为的日子计 0），active 只按有行为的日子（mean over all days, or over days with events）',
  }),
});

/** The days asked for: those of the period, else from the first to the last of the data. */
function buildDaysSql(query: MetricQuery<unknown>): string {
  const { period } = query;
  const [from, to] = period
    ? [`DATE ${quoteSqlText(period.from)}`, `DATE ${quoteSqlText(period.to)}`]
    : // A mistyped year is not the first day: no more than a hundred years are gone through.
      ['(SELECT greatest(min(day), max(day) - INTERVAL 100 YEAR) FROM seen)', '(SELECT max(day) FROM seen)'];
  return `SELECT CAST(unnest(generate_series(${from}, ${to}, INTERVAL 1 DAY)) AS DATE) AS day`;
}

/** The key of a day of the spine, which has no row of the table. */
function replaceDayColumn(query: MetricQuery<unknown>, sql: string): string {
  return query.day === undefined ? sql : sql.replaceAll(query.day, 'day');
}

/** One row a user, day and group. */
function buildSeenSql(query: MetricQuery<unknown>): string {
  const { user: who } = query.columns;
  const where = buildWhere([...buildConditions(query), `${who} IS NOT NULL`, `${query.time} IS NOT NULL`]);
  const names = ['who', 'day', ...nestedKeys.names(query.keys)];
  const chosen = [`${who} AS who`, `${query.day} AS day`, ...nestedKeys.define(query.keys)];
  return `seen AS (
  SELECT ${names.join(', ')}, count(*) AS lines
  FROM (SELECT ${chosen.join(', ')} FROM ${query.from}${where.replaceAll('\n', '\n    ')})
  GROUP BY ALL
)`;
}

/** Users a day, and the days they are averaged over. */
function buildDailySql(
  query: MetricQuery<DaysParams>,
  under: (dates: string) => string,
  scale: number,
): string {
  const keys = nestedKeys.outer(query.keys);
  const timed = query.keys.filter((key) => key.timed);
  const spanned = timed.map((key) => `${replaceDayColumn(query, key.order)} AS ${key.alias}_span`);
  const join = timed.map((key) => `${key.alias}_span = ${key.alias}_order`).join(' AND ') || 'true';
  const number = query.params.days === 'active' ? 'count(DISTINCT day)' : 'any_value(days)';
  const value = under(number);
  const chosen = [
    ...keys.map((key) => `${key.text} AS ${key.alias}`),
    'count(*) AS numerator',
    `${value} AS denominator`,
    `${buildRatio('count(*)', value, scale)} AS value`,
    'coalesce(sum(lines), 0) AS n',
  ];
  const spans = timed.length > 0 ? ` GROUP BY ${timed.map((key) => `${key.alias}_span`).join(', ')}` : '';
  return `WITH ${buildSeenSql(query)},
spans AS (
  SELECT ${[...timed.map((key) => `${key.alias}_span`), 'count(*) AS days'].join(', ')}
  FROM (SELECT ${['day', ...spanned].join(', ')} FROM (${buildDaysSql(query)}))${spans}
)
SELECT ${chosen.join(', ')}
FROM seen JOIN spans ON ${join}${buildGroupBy(keys)}`;
}

const dau: MetricDefinition<DaysParams> = {
  ...base,
  names: { zh: '日活跃用户', en: 'Daily active users' },
  unit: '人/天',
  parts: { numerator: '人', denominator: '天' },
  definition: {
    zh: '统计期内平均每天有行为的不同用户数；按 day 分时就是每一天的日活。没有行为的日子计 0。',
    en: 'Different users with an event, as a mean of the days; by day it is the number of each day. Days without events count as 0.',
  },
  edgeCases: {
    zh: '没有行时为“—”；午夜整属于后一天。',
    en: 'Without rows it is "—"; midnight belongs to the day that begins.',
  },
  source,
  example: { files: visits, answer: '1 人/天', source: byHand },
  params: daysParams,
  proportion: false,
  empty: null,
  formulaText: ({ days: which }) => ({
    numerator: { zh: '各天活跃用户数之和', en: 'sum of the users of each day' },
    denominator:
      which === 'active' ? { zh: '有行为的天数', en: 'days with events' } : { zh: '天数', en: 'days' },
  }),
  sql: (query) => buildDailySql(query, (dates) => dates, 1),
};

const stickiness: MetricDefinition<DaysParams> = {
  ...base,
  names: { zh: '用户黏性', en: 'Stickiness' },
  unit: '%',
  parts: { numerator: '', denominator: '' },
  definition: {
    zh: '统计期内平均日活跃用户占同期活跃用户的百分比；按 month 分时就是 DAU/MAU。每天都来的用户使它趋近 100%。',
    en: 'Mean daily active users as a percentage of the active users of the same period; by month it is DAU/MAU. Users who come every day bring it towards 100 %.',
  },
  edgeCases: { zh: '没有活跃用户时为“—”。', en: 'Without active users it is "—".' },
  source,
  example: { files: visits, answer: '50%', source: byHand },
  params: daysParams,
  proportion: false,
  empty: null,
  formulaText: () => ({
    numerator: { zh: '各天活跃用户数之和', en: 'sum of the users of each day' },
    denominator: { zh: '活跃用户数 × 天数', en: 'active users × days' },
    times: '100%',
  }),
  sql: (query) => buildDailySql(query, (dates) => `(count(DISTINCT who) * ${dates})`, 100),
};

const activeDays: MetricDefinition<NoParams> = {
  ...base,
  names: { zh: '人均活跃天数', en: 'Active days per user' },
  unit: '天/人',
  parts: { numerator: '天', denominator: '人' },
  definition: {
    zh: '统计期内每位活跃用户平均有行为的天数。一天之内的多次行为只算一天。',
    en: 'Mean number of days with an event of each active user. Several events of one day are one day.',
  },
  edgeCases: { zh: '没有活跃用户时为“—”。', en: 'Without active users it is "—".' },
  source: 'Amplitude, Interpret your stickiness analysis',
  example: { files: visits, answer: '2 天/人', source: byHand },
  params: none,
  proportion: false,
  empty: null,
  formulaText: () => ({
    numerator: { zh: '各用户活跃天数之和', en: 'sum of active days' },
    denominator: { zh: '活跃用户数', en: 'active users' },
  }),
  sql: (query) => {
    const keys = nestedKeys.outer(query.keys);
    const chosen = [
      ...keys.map((key) => `${key.text} AS ${key.alias}`),
      'count(*) AS numerator',
      'count(DISTINCT who) AS denominator',
      `${buildRatio('count(*)', 'count(DISTINCT who)')} AS value`,
      'coalesce(sum(lines), 0) AS n',
    ];
    return `WITH ${buildSeenSql(query)}\nSELECT ${chosen.join(', ')}\nFROM seen${buildGroupBy(keys)}`;
  },
};

interface ActiveDaysParams {
  at_least: number;
  how: 'at_least' | 'exactly';
}

const activeDaysShare: MetricDefinition<ActiveDaysParams> = {
  ...base,
  names: { zh: '活跃天数占比', en: 'Share by active days' },
  unit: '%',
  parts: { numerator: '人', denominator: '人' },
  definition: {
    zh: '统计期内至少有 k 天有行为的用户占活跃用户的百分比，从 1 天到 at_least 天各一步；数值本身是最后一步。how: exactly 时改看恰好 k 天的。',
    en: 'Users with events on at least k days as a percentage of the active, one step for each k up to `at_least`; the value itself is the last. With `how: exactly`, on exactly k days.',
  },
  edgeCases: { zh: '没有活跃用户时为“—”。', en: 'Without active users it is "—".' },
  source: 'Amplitude, Interpret your stickiness analysis',
  example: {
    files: visits,
    query: 'with: { at_least: 3 }',
    answer: '50%',
    source: byHand,
  },
  params: z.strictObject({
    at_least: days.min(1).max(60).default(7).meta({ description: '至少几天（at least how many days）' }),
    how: z.enum(['at_least', 'exactly']).default('at_least').meta({
      description: 'at_least 至少几天（累计），exactly 恰好几天（cumulative, or exactly so many days）',
    }),
  }),
  proportion: true,
  empty: null,
  formulaText: ({ at_least: least, how }) => ({
    numerator:
      how === 'exactly'
        ? { zh: `恰好 ${least} 天有行为的用户数`, en: `users active on exactly ${least} days` }
        : { zh: `至少 ${least} 天有行为的用户数`, en: `users active on at least ${least} days` },
    denominator: { zh: '活跃用户数', en: 'active users' },
    times: '100%',
  }),
  sql: (query) => {
    const keys = query.keys.map((key) => `${key.alias}_order`);
    const keyed = nestedKeys.outer(query.keys).map((key) => `${key.text} AS ${key.alias}`);
    const group = [...keys, 'step'].join(', ');
    const exactly = query.params.how === 'exactly';
    const many = `count(*) FILTER (dates ${exactly ? '=' : '>='} step)`;
    const total = 'count(dates)';
    const join = keys.length === 0 ? 'LEFT JOIN users ON true' : 'CROSS JOIN users';
    return `WITH ${buildSeenSql(query)},
users AS (
  SELECT ${['who', ...nestedKeys.names(query.keys)].join(', ')}, count(*) AS dates, sum(lines) AS lines FROM seen GROUP BY ALL
)
SELECT ${[...keyed, 'step', "'D' || step AS event", `'${exactly ? '=' : '≥'} ' || step AS label`, `${many} AS numerator`, `${total} AS denominator`, `${buildRatio(many, total, 100)} AS value`, 'coalesce(sum(lines), 0) AS n'].join(', ')}
FROM (SELECT unnest(range(1, ${query.params.at_least + 1})) AS step) ${join}
GROUP BY ${group}
ORDER BY ${group}`;
  },
};

interface RollingParams {
  days: number;
}

const rollingUsers: MetricDefinition<RollingParams> = {
  ...base,
  names: { zh: '滚动活跃用户', en: 'Rolling active users' },
  unit: '人',
  definition: {
    zh: '截至某天的最近若干天（默认 30 天即 MAU，7 天即 WAU）内有行为的不同用户数；数值本身截至统计期最后一天，按 day 分时每天一个。',
    en: 'Different users with an event in the last days up to a day (30 by default: MAU; 7: WAU); the value itself is for the last day of the period, by day there is one for each.',
  },
  edgeCases: {
    zh: '没有行时为 0；统计期开头的几天也回看期前的数据。',
    en: 'Without rows it is 0; the first days of a period look back at the data before it.',
  },
  source,
  example: {
    files: visits,
    query: 'with: { days: 2 }',
    answer: '1 人',
    source: byHand,
  },
  params: z.strictObject({
    days: days.min(1).max(366).default(30).meta({
      description: '多少天：7 为 WAU，28 或 30 为 MAU（how many days: 7 is WAU, 28 or 30 MAU）',
    }),
  }),
  proportion: false,
  empty: 0,
  formulaText: ({ days: many }) => ({
    numerator: {
      zh: `最近 ${many} 天有行为的不同用户数`,
      en: `different users with an event in the last ${many} days`,
    },
  }),
  sql: buildRollingSql,
};

/**
 * Each active day of a user covers the days until their next one, at most so many: the number of a day is what
 * began before it less what ended. No user is joined with every day.
 */
function buildRollingSql(query: MetricQuery<RollingParams>): string {
  const { period, keys } = query;
  const whole: MetricQuery<RollingParams> = {
    ...query,
    period: undefined,
    where: period
      ? [...buildOwnConditions(query), `${query.day} <= DATE ${quoteSqlText(period.to)}`].join(' AND ')
      : query.where,
    keys: keys.filter((key) => !key.timed),
  };
  const grouped = whole.keys.map((key) => `${key.alias}_order`);
  const names = nestedKeys.names(whole.keys);
  const own = [...grouped, ''].join(', ');
  const timed = keys.filter((key) => key.timed);
  const keyed = keys.map((key) =>
    key.timed
      ? `${replaceDayColumn(query, key.text)} AS ${key.alias}`
      : `any_value(${key.alias}) AS ${key.alias}`,
  );
  const group = [...timed.map((key) => replaceDayColumn(query, key.order)), ...grouped].join(', ');
  const last = 'arg_max(users, day)';
  const groups = grouped.length > 0 ? `(SELECT DISTINCT ${names.join(', ')} FROM seen)` : '(SELECT 1 AS one)';
  const same = grouped.map((name) => ` AND changes.${name} = groups.${name}`).join('');
  return `WITH ${buildSeenSql(whole)},
covered AS (
  SELECT *, least(day + ${query.params.days}, coalesce(lead(day) OVER (PARTITION BY ${own}who ORDER BY day), day + ${query.params.days})) AS until FROM seen
),
changes AS (
  SELECT ${own}day, count(*) AS change, sum(lines) AS lines FROM covered GROUP BY ALL
  UNION ALL
  SELECT ${own}until, -count(*), 0 FROM covered GROUP BY ALL
),
spine AS (
  ${buildDaysSql({ ...query, period })}
),
counted AS (
  SELECT ${['spine.day', ...names.map((name) => `groups.${name}`)].join(', ')}, coalesce(sum(change), 0) AS users, coalesce(sum(lines), 0) AS lines
  FROM spine CROSS JOIN ${groups} AS groups LEFT JOIN changes ON changes.day <= spine.day${same}
  GROUP BY ALL
)
SELECT ${[...keyed, `${last} AS numerator`, `${last} AS value`, 'coalesce(max(lines), 0) AS n'].join(', ')}
FROM counted${group ? `\nGROUP BY ${[...new Set([...timed.map((key) => replaceDayColumn(query, key.text)), group])].join(', ')}\nORDER BY ${group}` : ''}`;
}

export const activityMetrics = defineFamily('activity', {
  dau,
  stickiness,
  active_days: activeDays,
  active_days_share: activeDaysShare,
  rolling_users: rollingUsers,
});
