/** Buyers who buy again. */
import { z } from 'zod';
import type { MetricDefinition, MetricQuery } from '../../metric.ts';
import { days } from '../../shared-params.ts';
import {
  buildConditions,
  buildGroupBy,
  buildOwnConditions,
  buildPeriodCondition,
  buildRatio,
  buildWhere,
  nestedKeys,
} from '../../sql/select.ts';
import {
  buildOrderConditions,
  exampleOrders,
  type OrderParams,
  orderParamsShape,
  requireOrderColumns,
} from './counted-orders.ts';

interface RepurchaseParams extends OrderParams {
  step: 'order' | 'day';
}

interface RepurchaseWithinParams extends OrderParams {
  days: number;
}

const shared = {
  unit: '%',
  direction: 'higher',
  table: 'orders',
  proportion: true,
  empty: null,
  source: 'own convention',
} as const;

const example = { files: { 'orders.csv': exampleOrders }, source: 'By hand' };

const repurchaseRate: MetricDefinition<RepurchaseParams> = {
  ...shared,
  names: { zh: '复购率', en: 'Repurchase rate' },
  parts: { numerator: '人', denominator: '人' },
  definition: {
    zh: '统计期内有两个及以上不同订单的用户占购买用户的百分比。同一天的两个订单默认按两个计，step: day 时按一个。',
    en: 'Buyers with two or more different orders in the period, as a percentage of buyers. Two orders of one day are two, or one with `step: day`.',
  },
  edgeCases: {
    zh: '没有购买用户时为“—”。统计期越长越高，比较时统计期要等长。',
    en: 'Without buyers it is "—". A longer period raises it: compare periods of one length.',
  },
  example: { ...example, answer: '50%' },
  columns: requireOrderColumns('order', 'user'),
  params: z.strictObject({
    ...orderParamsShape,
    step: z.enum(['order', 'day']).default('order').meta({
      description:
        'order 按不同订单数，day 按有订单的不同日子数（count different orders, or days with orders）',
    }),
  }),
  formulaText: ({ step }) => ({
    numerator:
      step === 'day'
        ? { zh: '在两天及以上有订单的用户数', en: 'buyers with orders on two or more days' }
        : { zh: '有两个及以上订单的用户数', en: 'buyers with two or more orders' },
    denominator: { zh: '购买用户数', en: 'buyers' },
    times: '100%',
  }),
  sql: buildRepurchaseSql,
};

function buildRepurchaseSql(query: MetricQuery<RepurchaseParams>): string {
  const { user: who, order } = query.columns;
  const what = query.params.step === 'day' && query.day ? query.day : order;
  const keys = nestedKeys.outer(query.keys);
  const again = 'count(*) FILTER (orders >= 2)';
  const grouped = [who, ...query.keys.map((key) => key.order)].join(', ');
  const chosen = keys.map((key) => `${key.text} AS ${key.alias}`);
  const innerKeys = query.keys.flatMap((key) => [
    `any_value(${key.order}) AS ${key.alias}_order`,
    `any_value(${key.text}) AS ${key.alias}`,
  ]);
  const where = buildWhere([...buildConditions(query), ...buildOrderConditions(query), `${who} IS NOT NULL`]);
  return `WITH buyers AS (
  SELECT ${[...innerKeys, `count(DISTINCT ${what}) AS orders`, 'count(*) AS lines'].join(', ')}
  FROM ${query.from}${where.replaceAll('\n', '\n  ')}
  GROUP BY ${grouped}
)
SELECT ${[...chosen, `${again} AS numerator`, 'count(*) AS denominator', `${buildRatio(again, 'count(*)', 100)} AS value`, 'coalesce(sum(lines), 0) AS n'].join(', ')}
FROM buyers${buildGroupBy(keys)}`;
}

/** Orders of each buyer in turn, whatever the period: `place` 1 is the first ever. */
function buildOrderTurnsSql(query: MetricQuery<OrderParams>): string {
  const { user: who, order } = query.columns;
  const first = nestedKeys.first(query.keys, `${query.time}`);
  const where = buildWhere([
    ...buildOwnConditions(query),
    ...buildOrderConditions(query),
    `${who} IS NOT NULL`,
    `${order} IS NOT NULL`,
    `${query.time} IS NOT NULL`,
  ]);
  const chosen = [
    `${who} AS who`,
    `${order} AS what`,
    `min(${query.time}) AS first_at`,
    `min(${query.day}) AS day`,
  ];
  return `placed AS (
  SELECT ${[...chosen, ...first, 'count(*) AS lines'].join(', ')}
  FROM ${query.from}${where.replaceAll('\n', '\n  ')}
  GROUP BY ${who}, ${order}
),
turns AS (
  SELECT *, row_number() OVER turn AS place, lead(day) OVER turn AS next_day
  FROM placed
  WINDOW turn AS (PARTITION BY who ORDER BY first_at, what)
)`;
}

/** A share of the rows of \`turns\`. */
function buildTurnShareSql(query: MetricQuery<OrderParams>, some: string, only: string[]): string {
  const keys = nestedKeys.outer(query.keys);
  const over = `count(*) FILTER (${some})`;
  const period = query.period ? [buildPeriodCondition('day', query.period)] : [];
  const chosen = [
    ...keys.map((key) => `${key.text} AS ${key.alias}`),
    `${over} AS numerator`,
    'count(*) AS denominator',
    `${buildRatio(over, 'count(*)', 100)} AS value`,
    'coalesce(sum(lines), 0) AS n',
  ];
  return `WITH ${buildOrderTurnsSql(query)}
SELECT ${chosen.join(', ')}
FROM turns${buildWhere([...only, ...period])}${buildGroupBy(keys)}`;
}

/** The buyer comes back after 7 days and after 40; the last one is too young. */
const exampleSequel = {
  'orders.csv':
    'order_id,user_id,created_at,status,amount\n1,a,2026-03-02T10:00:00+08:00,paid,9\n2,a,2026-03-09T10:00:00+08:00,paid,9\n3,b,2026-03-03T10:00:00+08:00,paid,9\n4,b,2026-04-12T10:00:00+08:00,paid,9\n5,c,2026-04-11T10:00:00+08:00,paid,9\n',
};

const repurchaseWithin: MetricDefinition<RepurchaseWithinParams> = {
  ...shared,
  names: { zh: 'N 日复购率', en: 'Repurchase within N days' },
  parts: { numerator: '人', denominator: '人' },
  definition: {
    zh: '首单落在统计期内的用户中，在其后 N 个自然日内（含第 N 天）又下单的百分比。首单距数据最后一天不足 N 天的用户不计。',
    en: 'Of the buyers whose first order falls in the period, the percentage with another within N calendar days, the Nth included. Buyers whose first order is younger than that are left out.',
  },
  edgeCases: {
    zh: '没有已满 N 天的首单用户时为“—”。',
    en: 'Without first buyers who completed N days it is "—".',
  },
  example: { ...example, files: exampleSequel, query: 'with: { days: 30 }', answer: '50%' },
  columns: {
    ...requireOrderColumns('order', 'user'),
    time: { ...requireOrderColumns().time!, optional: false },
  },
  params: z.strictObject({
    ...orderParamsShape,
    days: days.min(1).default(30).meta({ description: '几天之内，常用 30、90、365（within how many days）' }),
  }),
  formulaText: ({ days: within }) => ({
    numerator: { zh: `首单后 ${within} 天内又下单的用户数`, en: `buyers back within ${within} days` },
    denominator: { zh: `首单已满 ${within} 天的用户数`, en: `first buyers who completed ${within} days` },
    times: '100%',
  }),
  sql: (query) => {
    const { days: within } = query.params;
    const mature = `day + ${within} <= (SELECT max(${query.day}) FROM ${query.from})`;
    return buildTurnShareSql(query, `next_day <= day + ${within}`, ['place = 1', mature]);
  },
};

const repeatOrders: MetricDefinition<OrderParams> = {
  ...shared,
  names: { zh: '复购订单占比', en: 'Share of repeat orders' },
  parts: { numerator: '单', denominator: '单' },
  definition: {
    zh: '统计期的订单中，不是该用户首单的订单的百分比（按订单计的复购率）。首单从全部数据里找，不只在统计期内找。',
    en: 'Of the orders of the period, the percentage that is not their buyer’s first. The first is looked for in all of the data, not in the period alone.',
  },
  edgeCases: { zh: '没有订单时为“—”。', en: 'Without orders it is "—".' },
  example: { ...example, answer: '33.33%' },
  columns: {
    ...requireOrderColumns('order', 'user'),
    time: { ...requireOrderColumns().time!, optional: false },
  },
  params: z.strictObject(orderParamsShape),
  formulaText: () => ({
    numerator: { zh: '不是首单的订单数', en: 'orders that are not the first' },
    denominator: { zh: '订单数', en: 'orders' },
    times: '100%',
  }),
  sql: (query) => buildTurnShareSql(query, 'place > 1', []),
};

export const repurchaseMetrics = {
  repurchase_rate: repurchaseRate,
  repurchase_within: repurchaseWithin,
  repeat_order_share: repeatOrders,
};
