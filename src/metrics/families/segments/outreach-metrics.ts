/** Messages sent to users: how many, how often, and what users make of them. */
import { z } from 'zod';
import type { Bilingual } from '../../../base/language.ts';
import type {
  ColumnNeed,
  ExampleDefinition,
  FormulaText,
  MetricDefinition,
  MetricQuery,
} from '../../metric.ts';
import { createRatioMetric } from '../../ratio-metric.ts';
import { time, user } from '../../shared-columns.ts';
import { type NoParams, none } from '../../shared-params.ts';
import { buildConditions, buildGroupBy, buildRatio, buildWhere, nestedKeys } from '../../sql/select.ts';

const columns = {
  user,
  delivered: { names: ['delivered'], meaning: { zh: '是否送达', en: 'whether delivered' }, optional: true },
  opened: { names: ['opened_at', 'opened'], meaning: { zh: '打开时间', en: 'when it was opened' } },
  converted: {
    names: ['converted_at', 'converted'],
    meaning: { zh: '转化时间', en: 'when it converted' },
  },
  out: { names: ['opt_out'], meaning: { zh: '是否退订', en: 'whether the user opted out' } },
  time: { ...time, names: ['sent_at', ...time.names] },
} satisfies Record<string, ColumnNeed>;

/** Four messages to `a` within a week, one to `b`, who opts out; one never arrives. */
const files: ExampleDefinition['files'] = {
  'outreach.csv': `msg_id,user_id,segment,channel,journey,sent_at,delivered,opened_at,converted_at,opt_out\n${[
    '1,a,沉默,push,召回,2026-03-02T10:00:00+08:00,true,2026-03-02T11:00:00+08:00,,',
    '2,a,沉默,push,召回,2026-03-03T10:00:00+08:00,true,,,',
    '3,a,沉默,push,召回,2026-03-05T10:00:00+08:00,false,,,',
    '4,a,沉默,push,召回,2026-03-08T10:00:00+08:00,true,2026-03-08T12:00:00+08:00,2026-03-08T12:30:00+08:00,',
    '5,b,沉默,短信,召回,2026-03-02T10:00:00+08:00,true,,,true',
  ].join('\n')}\n`,
};

const shared = { table: 'outreach', empty: null } as const;
const buildDeliveredCondition = (query: MetricQuery<unknown>) =>
  query.columns.delivered ? `coalesce(${query.columns.delivered}, false)` : 'true';
const users: Bilingual = { zh: '触达过的用户数', en: 'users written to' };
const arrived: Bilingual = { zh: '送达的消息数', en: 'messages delivered' };

interface RateOptions {
  names: Bilingual;
  unit: string;
  parts: { numerator: string; denominator: string };
  direction: 'higher' | 'lower' | 'none';
  definition: Bilingual;
  formulaText: FormulaText & { denominator: Bilingual };
  needs: Record<string, ColumnNeed>;
  proportion: boolean;
  repeats?: boolean;
  answer: string;
  source: string;
  over: (query: MetricQuery<NoParams>) => string;
  under: (query: MetricQuery<NoParams>) => string;
}

function createRateMetric({ needs, answer, ...rest }: RateOptions): MetricDefinition<NoParams> {
  const { denominator } = rest.formulaText;
  return createRatioMetric({
    ...shared,
    ...rest,
    edgeCases: { zh: `${denominator.zh}为 0 时为“—”。`, en: `With no ${denominator.en} it is "—".` },
    example: { files, answer, source: 'By hand' },
    columns: { ...needs, time: columns.time },
    params: none,
  });
}

export const messagesPerUser = createRateMetric({
  names: { zh: '人均触达次数', en: 'Messages per user' },
  unit: '条/人',
  parts: { numerator: '条', denominator: '人' },
  direction: 'none',
  definition: {
    zh: '统计期内发出的消息数除以触达过的用户数。按 week 分时就是每周人均几条。',
    en: 'Messages sent in the period divided by the users written to. By week it is messages per user and week.',
  },
  formulaText: { numerator: { zh: '发出的消息数', en: 'messages sent' }, denominator: users },
  needs: { user },
  proportion: false,
  answer: '2.5 条/人',
  source: 'own convention',
  over: () => 'count(*)',
  under: ({ columns: { user: who } }) => `count(DISTINCT ${who})`,
});

export const openRate = createRateMetric({
  names: { zh: '消息打开率', en: 'Open rate of messages' },
  unit: '%',
  parts: { numerator: '条', denominator: '条' },
  direction: 'higher',
  definition: {
    zh: '送达的消息中被打开的百分比。没有送达的不计入分母；一人收到多条，区间因此按用户合并。',
    en: 'Messages delivered that were opened, as a percentage. Those not delivered do not count; users get several, so the interval goes by user.',
  },
  formulaText: {
    numerator: { zh: '被打开的消息数', en: 'messages opened' },
    denominator: arrived,
    times: '100%',
  },
  needs: { user: { ...user, optional: true }, delivered: columns.delivered, opened: columns.opened },
  proportion: true,
  repeats: true,
  answer: '50%',
  source: 'own convention',
  over: (query) =>
    `count(*) FILTER (${buildDeliveredCondition(query)} AND ${query.columns.opened} IS NOT NULL)`,
  under: (query) => `count(*) FILTER (${buildDeliveredCondition(query)})`,
});

export const messageConversion = createRateMetric({
  names: { zh: '消息转化率', en: 'Conversion of messages' },
  unit: '%',
  parts: { numerator: '条', denominator: '条' },
  direction: 'higher',
  definition: {
    zh: '送达的消息中带来转化的百分比。一人收到多条，区间因此按用户合并；转化与消息的因果要靠对照组才说得清。',
    en: 'Messages delivered that led to a conversion, as a percentage. Users get several, so the interval goes by user; whether they caused it only a control group can tell.',
  },
  formulaText: {
    numerator: { zh: '带来转化的消息数', en: 'messages that converted' },
    denominator: arrived,
    times: '100%',
  },
  needs: {
    user: { ...user, optional: true },
    delivered: columns.delivered,
    converted: columns.converted,
  },
  proportion: true,
  repeats: true,
  answer: '25%',
  source: 'own convention',
  over: (query) =>
    `count(*) FILTER (${buildDeliveredCondition(query)} AND ${query.columns.converted} IS NOT NULL)`,
  under: (query) => `count(*) FILTER (${buildDeliveredCondition(query)})`,
});

export const optOutRate = createRateMetric({
  names: { zh: '退订率', en: 'Opt-out rate' },
  unit: '%',
  parts: { numerator: '人', denominator: '人' },
  direction: 'lower',
  definition: {
    zh: '触达过的用户中退订了的百分比。按人计，一人退订几个渠道也只计一次。',
    en: 'Users written to who opted out, as a percentage. Users count once, whatever the number of channels.',
  },
  formulaText: {
    numerator: { zh: '退订的用户数', en: 'users who opted out' },
    denominator: users,
    times: '100%',
  },
  needs: { user, out: columns.out },
  proportion: true,
  answer: '50%',
  source: 'own convention',
  over: ({ columns: { user: who, out } }) => `count(DISTINCT ${who}) FILTER (coalesce(${out}, false))`,
  under: ({ columns: { user: who } }) => `count(DISTINCT ${who})`,
});

interface CapParams {
  cap: number;
  days: number;
}

export const overCapShare: MetricDefinition<CapParams> = {
  ...shared,
  names: { zh: '超频触达占比', en: 'Share of users written to too often' },
  unit: '%',
  parts: { numerator: '人', denominator: '人' },
  direction: 'lower',
  definition: {
    zh: '触达过的用户中，曾在任意连续几天（默认 7 天）内收到多于上限（默认 3 条）的百分比。各渠道一起数；只看一个渠道时用 where。',
    en: 'Users written to who within any days in a row (7 by default) got more messages than the cap (3 by default), as a percentage. All channels count together; narrow with `where`.',
  },
  edgeCases: {
    zh: '没有触达过的用户时为“—”。统计期开头几天不回看期前的消息。',
    en: 'Without users written to it is "—". The first days of a period do not look back before it.',
  },
  source: 'own convention',
  example: {
    files,
    answer: '50%',
    source: 'By hand: four to a in seven days',
  },
  columns: { user, time: { ...columns.time, optional: false } },
  params: z.strictObject({
    cap: z.number().int().min(0).max(1000).default(3).meta({ description: '上限，几条（most messages）' }),
    days: z
      .number()
      .int()
      .min(1)
      .max(366)
      .default(7)
      .meta({ description: '连续几天之内（within how many days）' }),
  }),
  proportion: true,
  formulaText: ({ cap, days }) => ({
    numerator: {
      zh: `曾在 ${days} 天内收到多于 ${cap} 条的用户数`,
      en: `users with more than ${cap} messages in ${days} days`,
    },
    denominator: users,
    times: '100%',
  }),
  sql: (query) => {
    const { user: who } = query.columns;
    const { cap, days } = query.params;
    const keys = nestedKeys.outer(query.keys);
    const orders = query.keys.map((key) => `, ${key.alias}_order`).join('');
    const where = buildWhere([...buildConditions(query), `${who} IS NOT NULL`, `${query.day} IS NOT NULL`]);
    const over = 'count(DISTINCT who) FILTER (messages > cap)';
    const chosen = [
      ...keys.map((key) => `${key.text} AS ${key.alias}`),
      `${over} AS numerator`,
      'count(DISTINCT who) AS denominator',
      `${buildRatio(over, 'count(DISTINCT who)', 100)} AS value`,
      'count(*) AS n',
    ];
    return `WITH sent AS (
  SELECT ${[`${who} AS who`, `${query.day} AS day`, ...nestedKeys.define(query.keys)].join(', ')}
  FROM ${query.from}${where.replaceAll('\n', '\n  ')}
),
counted AS (
  SELECT *, ${cap} AS cap, count(*) OVER (PARTITION BY who${orders} ORDER BY day RANGE BETWEEN INTERVAL ${days - 1} DAY PRECEDING AND CURRENT ROW) AS messages
  FROM sent
)
SELECT ${chosen.join(', ')}
FROM counted${buildGroupBy(keys)}`;
  },
};
