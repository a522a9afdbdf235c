/** What users have brought by day N, as it happened. */
import { z } from 'zod';
import type { MetricDefinition, MetricQuery } from '../../metric.ts';
import { time, user } from '../../shared-columns.ts';
import { days } from '../../shared-params.ts';
import {
  buildGroupBy,
  buildOwnConditions,
  buildPeriodCondition,
  buildRatio,
  buildWhere,
  nestedKeys,
} from '../../sql/select.ts';

interface HistoricParams {
  day: number;
}

export const historicLtv: MetricDefinition<HistoricParams> = {
  names: { zh: 'N 日累计价值', en: 'N-day lifetime value' },
  unit: '元/人',
  parts: { numerator: '元', denominator: '人' },
  direction: 'higher',
  definition: {
    zh: '首次行为落在统计期内的用户，从首日到第 N 个自然日的人均累计收入，含首日。第 N 天晚于数据最后一天的用户不计。',
    en: 'Of the users whose first event falls in the period, revenue per user from the first day to calendar day N, both included. Users whose day N lies after the last day of the data are left out.',
  },
  edgeCases: {
    zh: '没有已满 N 天的用户时为“—”。越年轻的用户越早退出分母，所以不同 N 的值不可直接相减。',
    en: 'Without users who have completed day N it is "—". Young users leave the denominator first, so values of different N must not be subtracted.',
  },
  source: 'Amplitude, Revenue LTV',
  example: {
    files: {
      'orders.csv':
        'order_id,user_id,created_at,status,amount\n1,a,2026-03-02T09:00:00+08:00,paid,30\n2,a,2026-03-07T23:00:00+08:00,paid,20\n3,a,2026-03-08T09:00:00+08:00,paid,99\n4,b,2026-03-03T09:00:00+08:00,paid,10\n5,c,2026-03-08T09:00:00+08:00,paid,70\n',
    },
    query: 'with: { day: 5 }',
    answer: '30.00 元/人',
    source: 'own arithmetic: (30 + 20 + 10) / 2; the third user is too young',
  },
  table: 'orders',
  columns: {
    user,
    amount: { names: ['amount', 'value', 'amount_元'], meaning: { zh: '金额', en: 'amount' } },
    time: { ...time, names: ['created_at', 'paid_at', ...time.names], optional: false },
  },
  params: z.strictObject({
    day: days.default(30).meta({ description: '到第几天为止，首日为 0（up to which day; the first is 0）' }),
  }),
  proportion: false,
  empty: null,
  formulaText: ({ day }) => ({
    numerator: { zh: `首日至第 ${day} 天的收入`, en: `revenue up to day ${day}` },
    denominator: { zh: `已满 ${day} 天的首次用户数`, en: `first-time users who completed day ${day}` },
  }),
  sql: buildHistoricSql,
};

function buildHistoricSql(query: MetricQuery<HistoricParams>): string {
  const { user: who, amount } = query.columns;
  const { day } = query.params;
  const first = nestedKeys.first(query.keys, `${query.time}`);
  const keys = nestedKeys.outer(query.keys);
  const base = buildWhere([...buildOwnConditions(query), `${who} IS NOT NULL`]);
  const period = query.period ? [buildPeriodCondition('first_day', query.period)] : [];
  const mature = `first_day + ${day} <= (SELECT max(${query.day}) FROM ${query.from})`;
  const chosen = [
    ...keys.map((key) => `${key.text} AS ${key.alias}`),
    'coalesce(sum(brought), 0) AS numerator',
    'count(*) AS denominator',
    `${buildRatio('coalesce(sum(brought), 0)', 'count(*)')} AS value`,
    'coalesce(sum(lines), 0) AS n',
  ];
  return `WITH
spent AS (
  SELECT ${who} AS who, ${query.day} AS day, sum(${amount}) AS amount, count(*) AS lines
  FROM ${query.from}${base.replaceAll('\n', '\n  ')}
  GROUP BY who, day
),
cohort AS (
  SELECT ${[`${who} AS who`, `min(${query.day}) AS first_day`, ...first].join(', ')}
  FROM ${query.from}${base.replaceAll('\n', '\n  ')}
  GROUP BY ${who}
),
mature AS (
  SELECT cohort.*, brought, lines
  FROM cohort JOIN (
    SELECT spent.who, sum(amount) AS brought, sum(lines) AS lines
    FROM spent JOIN cohort ON spent.who = cohort.who AND spent.day <= first_day + ${day}
    GROUP BY spent.who
  ) AS sums ON sums.who = cohort.who${buildWhere([...period, mature]).replaceAll('\n', '\n  ')}
)
SELECT ${chosen.join(', ')}
FROM mature${buildGroupBy(keys)}`;
}
