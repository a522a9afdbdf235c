/** Who has left, after how long a silence one may say so, and who is worth keeping. */
import { z } from 'zod';
import { addDays } from '../../../base/calendar-days.ts';
import { quoteSqlText } from '../../../base/quoting.ts';
import type { MetricDefinition, MetricQuery } from '../../metric.ts';
import { amount, order, time, user } from '../../shared-columns.ts';
import { days, type NoParams, none } from '../../shared-params.ts';
import { type Row, toNumber } from '../../sql/observations.ts';
import {
  buildAggregateSql,
  buildConditions,
  buildGroupBy,
  buildRatio,
  buildWhere,
  nestedKeys,
} from '../../sql/select.ts';

export const churnRate: MetricDefinition<NoParams> = {
  names: { zh: '流失率', en: 'Churn rate' },
  unit: '%',
  parts: { numerator: '人', denominator: '人' },
  direction: 'lower',
  definition: {
    zh: '标记为流失的用户占全部用户的百分比。流失的定义（如 30 天没有行为）由数据的标记列决定，要在报告中写明。',
    en: 'Users marked as gone as a percentage of all. What gone means, such as 30 days without an event, is decided by the column and belongs in the report.',
  },
  edgeCases: {
    zh: '没有用户时为“—”。没有标记的用户不计。',
    en: 'Without users it is "—". Users without a mark do not count.',
  },
  source: 'own convention',
  example: {
    files: {
      'churn_scores.csv':
        'user_id,as_of,label\na,2026-05-01,1\nb,2026-05-01,0\nc,2026-05-01,0\nd,2026-05-01,0\n',
    },
    answer: '25%',
    source: 'By hand: 1 of 4',
  },
  table: 'churn_scores',
  columns: {
    label: {
      names: ['label', 'churned'],
      meaning: { zh: '是否流失（0/1 或真假）', en: 'whether gone (0/1 or true/false)' },
    },
    time,
  },
  params: none,
  proportion: true,
  empty: null,
  formulaText: () => ({
    numerator: { zh: '流失用户数', en: 'users gone' },
    denominator: { zh: '用户数', en: 'users' },
    times: '100%',
  }),
  sql: (query) =>
    buildAggregateSql(query, {
      numerator: `sum(CAST(${query.columns.label} AS INTEGER))`,
      denominator: `count(${query.columns.label})`,
      scale: 100,
    }),
};

export const inactiveRate: MetricDefinition<{ days: number }> = {
  names: { zh: '沉默流失率', en: 'Share of users fallen silent' },
  unit: '%',
  parts: { numerator: '人', denominator: '人' },
  direction: 'lower',
  definition: {
    zh: '有过行为的用户中，最后一次行为距截止日已满给定天数（默认 30 天）的百分比。截止日是统计期末，没有统计期时是数据最后一天。',
    en: 'Of the users with an event, the percentage whose last one lies at least so many days (30 by default) back. Days count to the end of the period, or else of the data.',
  },
  edgeCases: { zh: '没有用户时为“—”。', en: 'Without users it is "—".' },
  source: 'own convention',
  example: {
    files: {
      'events.csv':
        'event_id,user_id,event,ts\n1,a,visit,2026-03-02T10:00:00+08:00\n2,b,visit,2026-03-02T10:00:00+08:00\n3,b,visit,2026-04-20T10:00:00+08:00\n4,c,visit,2026-04-30T10:00:00+08:00\n',
    },
    query: 'during: 2026-03-01..2026-04-30',
    answer: '33.33%',
    source: 'By hand: a is silent for 59 days, 1 of 3',
  },
  table: 'events',
  columns: { user, time: { ...time, optional: false } },
  params: z.strictObject({
    days: days.min(1).default(30).meta({ description: '满多少天没有行为算流失，默认 30（days of silence）' }),
  }),
  proportion: true,
  empty: null,
  formulaText: ({ days: limit }) => ({
    numerator: { zh: `满 ${limit} 天没有行为的用户数`, en: `users silent for ${limit} days or more` },
    denominator: { zh: '有过行为的用户数', en: 'users with an event' },
    times: '100%',
  }),
  sql: buildInactiveSql,
};

function buildInactiveSql(query: MetricQuery<{ days: number }>): string {
  const { user: who } = query.columns;
  const end = query.period ? `DATE ${quoteSqlText(query.period.to)}` : 'max(last) OVER ()';
  const where = buildWhere([...buildConditions(query), `${who} IS NOT NULL`]);
  const define = query.keys.flatMap((key) => [
    `${key.order} AS ${key.alias}_order`,
    `${key.text} AS ${key.alias}`,
  ]);
  const groups = query.keys.flatMap((key) => [key.order, key.text]);
  const keys = nestedKeys.outer(query.keys);
  const silent = `count(*) FILTER (silent >= ${query.params.days})`;
  return `WITH users AS (
  SELECT ${[...define, `max(${query.day}) AS last`, 'count(*) AS lines'].join(', ')}
  FROM ${query.from}${where.replaceAll('\n', '\n  ')}
  GROUP BY ${[...groups, who].join(', ')}
), silences AS (
  SELECT *, date_diff('day', last, ${end}) AS silent FROM users
)
SELECT ${[...keys.map((key) => `${key.text} AS ${key.alias}`), `${silent} AS numerator`, 'count(*) AS denominator', `${buildRatio(silent, 'count(*)', 100)} AS value`, 'coalesce(sum(lines), 0) AS n'].join(', ')}
FROM silences${buildGroupBy(keys)}`;
}

export const silenceThreshold: MetricDefinition<{ percentile: number }> = {
  names: { zh: '流失判定天数', en: 'Days of silence that mean leaving' },
  unit: '天',
  direction: 'none',
  definition: {
    zh: '同一用户相邻两次有行为（或下单）的日子相隔天数的分位数，默认第 90 百分位。超过它仍没有回来的用户，可以判为流失。',
    en: 'A percentile (the 90th by default) of the days between two neighbouring days with an event of one user. Who is silent for longer may be called gone.',
  },
  edgeCases: {
    zh: '没有人来过两天时为“—”。同一天多次算一次。',
    en: 'Where nobody came on two days it is "—". A day counts once.',
  },
  source: 'own convention; percentile: R type 7',
  example: {
    files: {
      'events.csv': `event_id,user_id,event,ts\n${[0, 15, 35, 70, 110, 160]
        .map((day, i) => `${i},a,visit,${addDays('2026-01-01', day)}T10:00:00+08:00`)
        .join('\n')}\n`,
    },
    query: 'with: { percentile: 40 }',
    answer: '29 天',
    source: 'Wikipedia, Percentile: gaps 15, 20, 35, 40, 50, the 40th is 29',
  },
  table: 'events',
  columns: { user, time: { ...time, optional: false } },
  params: z.strictObject({
    percentile: z
      .number()
      .gt(0)
      .lt(100)
      .default(90)
      .meta({ description: '第几百分位，默认 90（percentile）' }),
  }),
  proportion: false,
  empty: null,
  formulaText: ({ percentile }) => ({
    numerator: {
      zh: `相隔天数的第 ${percentile} 百分位`,
      en: `percentile ${percentile} of the gaps in days`,
    },
    tex: `Q_{${percentile / 100}}(d_{i+1}-d_i)`,
  }),
  sql: (query) => {
    const { user: who } = query.columns;
    const define = nestedKeys.define(query.keys);
    const names = nestedKeys.names(query.keys);
    const where = buildWhere([...buildConditions(query), `${who} IS NOT NULL`]);
    const keys = nestedKeys.outer(query.keys);
    return `WITH days AS (
  SELECT DISTINCT ${[...define, `${who} AS who`, `${query.day} AS day`].join(', ')}
  FROM ${query.from}${where.replaceAll('\n', '\n  ')}
), gaps AS (
  SELECT ${[...names, `date_diff('day', lag(day) OVER (PARTITION BY ${['who', ...names].join(', ')} ORDER BY day), day) AS gap`].join(', ')}
  FROM days
)
SELECT ${[...keys.map((key) => `${key.text} AS ${key.alias}`), `quantile_cont(gap, ${query.params.percentile / 100}) AS value`, 'count(gap) AS n'].join(', ')}
FROM gaps${buildGroupBy(keys)}`;
  },
};

interface RfmClass {
  key: string;
  zh: string;
  en: string;
}

/** By R, F and M above (1) or at most (0) the middle score of 3. */
const RFM_CLASSES: RfmClass[] = [
  { key: '111', zh: '重要价值', en: 'champions' },
  { key: '011', zh: '重要唤回', en: 'win back' },
  { key: '101', zh: '重要深耕', en: 'to deepen' },
  { key: '001', zh: '重要挽留', en: 'to hold' },
  { key: '110', zh: '潜力', en: 'promising' },
  { key: '100', zh: '新客', en: 'new' },
  { key: '010', zh: '一般维持', en: 'to keep up' },
  { key: '000', zh: '流失', en: 'lost' },
];

export const rfmChampions: MetricDefinition<NoParams> = {
  names: { zh: '重要价值用户（RFM）', en: 'Champions by RFM' },
  unit: '人',
  direction: 'higher',
  definition: {
    zh: '最近一次购买、购买次数、购买金额三项得分都高于 3 的用户数；八类人数一并列出。得分按排名分五档（1–5），相同的值得分相同。',
    en: 'Users who score above 3 in recency, frequency and money; all eight classes are listed. Scores are fifths of the ranks (1 to 5), equal values score equally.',
  },
  edgeCases: {
    zh: '没有购买用户时为 0。人数不足 5 时档位有空缺。',
    en: 'Without buyers it is 0. With fewer than 5 some scores are empty.',
  },
  source: 'Hughes 1994, Strategic Database Marketing; Miglautsch 2000',
  example: {
    files: {
      'orders.csv': `order_id,user_id,created_at,amount\n${[1, 2, 3, 4, 5]
        .flatMap((u) =>
          Array.from({ length: u }, (_, i) => `o${u}${i},u${u},2026-03-0${u}T10:00:00+08:00,${10 * u}`),
        )
        .join('\n')}\n`,
    },
    answer: '2 人',
    source: 'By hand: of five users in the same order by R, F and M those with scores 4 and 5',
  },
  table: 'orders',
  columns: {
    user,
    order,
    amount,
    time: { ...time, names: ['created_at', 'paid_at', ...time.names], optional: false },
  },
  params: none,
  proportion: false,
  empty: 0,
  formulaText: () => ({
    numerator: { zh: 'R、F、M 得分都高于 3 的用户数', en: 'users scoring above 3 in R, F and M' },
    tex: '\\#\\{u : R_u>3,\\;F_u>3,\\;M_u>3\\}',
  }),
  sql: buildRfmSql,
  solve: (rows) => {
    const counts = new Map(rows.map((row: Row) => [String(row.class), toNumber(row.users) ?? 0]));
    const n = rows.reduce((sum, row) => sum + (toNumber(row.users) ?? 0), 0);
    return {
      value: counts.get('111') ?? 0,
      n,
      points: RFM_CLASSES.map(({ key, zh, en }) => ({ key, label: { zh, en }, value: counts.get(key) ?? 0 })),
    };
  },
};

function buildRfmSql(query: MetricQuery<NoParams>): string {
  const { user: who, order: what, amount: much } = query.columns;
  const names = nestedKeys.names(query.keys);
  const groups = query.keys.flatMap((key) => [key.order, key.text]);
  const define = nestedKeys.define(query.keys);
  const where = buildWhere([...buildConditions(query), `${who} IS NOT NULL`]);
  const partition = names.length > 0 ? `PARTITION BY ${names.join(', ')} ` : '';
  const high = (by: string) => `CAST(percent_rank() OVER (${partition}ORDER BY ${by}) >= 0.6 AS INTEGER)`;
  const keys = query.keys.map((key) => key.alias);
  const order = [...names, 'class'].join(', ');
  return `WITH buyers AS (
  SELECT ${[...define, `max(${query.day}) AS recent`, `count(DISTINCT ${what}) AS often`, `sum(${much}) AS much`].join(', ')}
  FROM ${query.from}${where.replaceAll('\n', '\n  ')}
  GROUP BY ${[...groups, who].join(', ')}
), scored AS (
  SELECT ${[...names, `concat(${high('recent')}, ${high('often')}, ${high('much')}) AS class`].join(', ')}
  FROM buyers
)
SELECT ${[...keys, 'class', 'count(*) AS users'].join(', ')}
FROM scored
GROUP BY ${order}
ORDER BY ${order}`;
}
