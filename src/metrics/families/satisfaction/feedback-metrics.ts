/** How many complain, how many answer, and whether two groups recommend alike. */
import { z } from 'zod';
import type { ExampleDefinition, MetricDefinition } from '../../metric.ts';
import { time } from '../../shared-columns.ts';
import { createTableParams } from '../../shared-params.ts';
import { buildJoinedRatioSql } from '../../sql/joined-ratio.ts';
import { buildObservationsSql, type Row, toNumber, toText } from '../../sql/observations.ts';
import { computeTwoSidedP, normalQuantile } from '../../statistics/distributions.ts';
import { computeNetPromoterScore } from './net-promoter-score.ts';

interface ComplaintParams {
  orders: string;
  orders_where?: string | undefined;
}

const ordersTable = createTableParams('orders', '订单', 'orders');
const when = { ...time, names: ['opened_at', ...time.names] };

/** Two tickets, one of them a complaint, for 500 orders. */
const complaints: ExampleDefinition['files'] = {
  'tickets.csv':
    'ticket_id,opened_at,channel,class,priority,tag1\nt1,2026-03-03T09:00:00+08:00,客服,服务,P3,投诉\nt2,2026-03-04T09:00:00+08:00,客服,建议,P4,建议\n',
  'orders.csv': `order_id,user_id,created_at,status,amount\n${Array.from({ length: 500 }, (_, at) => `o${at},u${at},2026-03-02T10:00:00+08:00,paid,10\n`).join('')}`,
};

export const complaintRate: MetricDefinition<ComplaintParams> = {
  names: { zh: '万单投诉率', en: 'Complaints per 10 000 orders' },
  unit: '单/万单',
  parts: { numerator: '单', denominator: '单' },
  direction: 'lower',
  definition: {
    zh: '同期每一万个不同订单对应的投诉工单数。哪些工单算投诉由 where 写明；不写时全部工单都算。',
    en: 'Tickets of complaint for every 10 000 different orders of the same period. `where` says which tickets are complaints; without it all are.',
  },
  edgeCases: {
    zh: '没有订单时为“—”。工单按创建时间、订单按下单时间归期，投诉往往晚于订单。',
    en: 'Without orders it is "—". Tickets go by when they were opened, orders by when they were placed: complaints come later.',
  },
  source: 'own convention',
  example: {
    files: complaints,
    query: `where: "tag1 = '投诉'"`,
    answer: '20 单/万单',
    source: 'By hand: one complaint in 500 orders',
  },
  table: 'tickets',
  columns: { time: when },
  joined: {
    columns: {
      order: { names: ['order_id'], meaning: { zh: '订单号', en: 'order' } },
      time: { ...time, names: ['created_at', 'paid_at', ...time.names] },
    },
    of: ({ orders, orders_where }) => ({ param: 'orders', table: orders, where: orders_where }),
  },
  params: z.strictObject({ orders: ordersTable.table, orders_where: ordersTable.where }),
  proportion: false,
  empty: null,
  formulaText: () => ({
    numerator: { zh: '投诉工单数', en: 'tickets of complaint' },
    denominator: { zh: '订单数', en: 'orders' },
    tex: '10\\,000 \\times \\frac{N_{\\text{complaints}}}{N_{\\text{orders}}}',
  }),
  sql: (query) =>
    buildJoinedRatioSql(
      query,
      { value: 'count(*)' },
      { value: `count(DISTINCT ${query.joined!.columns.order})` },
      10_000,
    ),
};

interface ResponseParams {
  sent: string;
  sent_where?: string | undefined;
}

const sentTable = createTableParams('outreach', '发出的邀请', 'invitations sent');

export const responseRate: MetricDefinition<ResponseParams> = {
  names: { zh: '问卷回收率', en: 'Response rate' },
  unit: '%',
  parts: { numerator: '份', denominator: '份' },
  direction: 'higher',
  definition: {
    zh: '收到的答卷数占发出的邀请数的百分比。满意度与净推荐值要连同它一起报告：回收率低时，答的人未必代表没答的人。',
    en: 'Answers received as a percentage of invitations sent. Report satisfaction and NPS together with it: where few answer, they need not stand for the rest.',
  },
  edgeCases: {
    zh: '没有发出邀请时为“—”。where 筛答卷，sent_where 筛邀请。',
    en: 'Without invitations sent it is "—". `where` is for the answers, `sent_where` for the invitations.',
  },
  source: 'AAPOR, Standard Definitions: response rate 1, every invitation counted as eligible',
  example: {
    files: {
      'nps.csv':
        'resp_id,ts,score,csat\nr1,2026-03-10T10:00:00+08:00,9,5\nr2,2026-03-11T10:00:00+08:00,7,4\n',
      'outreach.csv': `msg_id,user_id,segment,channel,journey,sent_at\n${[1, 2, 3, 4, 5, 6, 7, 8].map((at) => `${at},u${at},全部,邮件,${at < 6 ? '满意度' : '召回'},2026-03-09T10:00:00+08:00\n`).join('')}`,
    },
    query: `with: { sent_where: "journey = '满意度'" }`,
    answer: '40%',
    source: 'By hand: two answers to five invitations',
  },
  table: 'nps',
  columns: {
    answer: { names: ['score', 'csat', 'answer'], meaning: { zh: '回答', en: 'answer' } },
    time: { ...time, names: ['ts', ...time.names] },
  },
  joined: {
    columns: { time: { ...time, names: ['sent_at', ...time.names] } },
    of: ({ sent, sent_where }) => ({ param: 'sent', table: sent, where: sent_where }),
  },
  params: z.strictObject({ sent: sentTable.table, sent_where: sentTable.where }),
  proportion: false,
  empty: null,
  formulaText: () => ({
    numerator: { zh: '收到的答卷数', en: 'answers received' },
    denominator: { zh: '发出的邀请数', en: 'invitations sent' },
    times: '100%',
  }),
  sql: (query) =>
    buildJoinedRatioSql(query, { value: `count(${query.columns.answer})` }, { value: 'count(*)' }, 100),
};

interface GroupParams {
  control: string;
  variant: string;
}

const buildAnswerLines = (context: string, scores: number[], from: number) =>
  scores.map((score, at) => `r${from + at},2026-03-10T10:00:00+08:00,${score},5,${context}\n`).join('');

export const npsDifference: MetricDefinition<GroupParams> = {
  names: { zh: '净推荐值之差', en: 'Difference of net promoter scores' },
  unit: '分',
  digits: 1,
  direction: 'higher',
  definition: {
    zh: '两组净推荐值之差（variant 减 control）。区间是正态近似的 95% 置信区间，不含 0 才算有差别；两组答卷互相独立。',
    en: 'Net promoter score of one group less that of another (variant minus control). Its 95 % interval is normal; without 0 in it they differ. The answers of the groups are independent.',
  },
  edgeCases: {
    zh: '任一组没有答卷时为“—”。答卷少时区间很宽。',
    en: 'Without answers in a group it is "—". With few answers the interval is wide.',
  },
  source: 'Rocks 2016, Interval Estimation for the Net Promoter Score; variance: R package NPS',
  example: {
    files: {
      'nps.csv': `resp_id,ts,score,csat,context\n${buildAnswerLines('产品', [10, 9, 9, 8, 7, 3], 1)}${buildAnswerLines('工单', [9, 8, 5, 2], 11)}`,
    },
    query: 'with: { control: 工单, variant: 产品 }',
    answer: '58.3 分',
    source: 'By hand: ⅓ − (−¼) of 100',
  },
  table: 'nps',
  columns: {
    score: { names: ['score', 'nps'], meaning: { zh: '推荐分 0–10', en: 'likely to recommend, 0 to 10' } },
    group: { names: ['context', 'group', 'arm'], meaning: { zh: '分组', en: 'group' } },
    time: { ...time, names: ['ts', ...time.names] },
  },
  params: z.strictObject({
    control: z.string().trim().min(1).meta({ description: '作基准的一组（group compared with）' }),
    variant: z.string().trim().min(1).meta({ description: '要比较的一组（group compared）' }),
  }),
  proportion: false,
  empty: null,
  formulaText: ({ control, variant }) => ({
    numerator: {
      zh: `“${variant}”的净推荐值 − “${control}”的`,
      en: `score of “${variant}” − that of “${control}”`,
    },
    tex: '\\mathrm{NPS}_1 - \\mathrm{NPS}_0',
  }),
  sql: (query) => {
    const { score, group } = query.columns;
    const of = (condition: string) => `count(*) FILTER (${condition})`;
    return buildObservationsSql(query, {
      by: { one: `CAST(${group} AS VARCHAR)` },
      read: {
        promoters: of(`${score} >= 9`),
        passives: of(`${score} BETWEEN 7 AND 8`),
        detractors: of(`${score} <= 6`),
      },
      only: [`${score} BETWEEN 0 AND 10`],
    });
  },
  solve: (rows, { control, variant }) => {
    const of = (name: string) => findNetScore(rows.find((row) => toText(row.one) === name));
    const [first, second] = [of(control), of(variant)];
    if (!first || !second) return { value: null, n: (first?.n ?? 0) + (second?.n ?? 0) };
    const difference = second.score - first.score;
    const error = Math.sqrt(first.variance / first.n + second.variance / second.n);
    const half = normalQuantile(0.975) * error;
    const z = difference / error;
    return {
      value: 100 * difference,
      n: first.n + second.n,
      interval: {
        low: 100 * (difference - half),
        high: 100 * (difference + half),
        level: 0.95,
        method: 'normal',
      },
      ...(error > 0 && {
        note: {
          zh: `z 检验：z = ${z.toFixed(2)}，p = ${computeTwoSidedP(z).toFixed(4)}。`,
          en: `z test: z = ${z.toFixed(2)}, p = ${computeTwoSidedP(z).toFixed(4)}.`,
        },
      }),
    };
  },
};

function findNetScore(row: Row | undefined) {
  const of = (name: string) => toNumber(row?.[name]) ?? 0;
  return computeNetPromoterScore({
    promoters: of('promoters'),
    passives: of('passives'),
    detractors: of('detractors'),
  });
}
