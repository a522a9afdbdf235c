/** How many users come back. */
import { z } from 'zod';
import { defineFamily } from '../../define-family.ts';
import { type MetricDefinition, type MetricQuery, ParameterError } from '../../metric.ts';
import { event, time, user } from '../../shared-columns.ts';
import { days, eventName } from '../../shared-params.ts';
import { buildGroupBy, buildRatio, nestedKeys } from '../../sql/select.ts';
import { buildCohortsSql, COHORT_UNITS, type RetentionParams } from './cohort-sql.ts';

interface RetentionDayParams extends RetentionParams {
  day: number;
  to?: number | undefined;
}

interface RetentionCurveParams extends RetentionParams {
  days: number[];
  mode: 'on' | 'on_or_after';
}

const COHORT_NAMES = {
  first: { zh: '首次用户', en: 'first-time users' },
  active: { zh: '活跃用户', en: 'active users' },
} as const;

const shared = {
  cohort: z.enum(['first', 'active']).default('first').meta({
    description:
      'first 只算首次行为在统计期内的新用户；active 算统计期内有过行为的全部用户，各期从该期的第一次行为起算（users whose first event ever falls in the period, or all who have one in it, from their first of each period）',
  }),
  step: z.enum(['day', 'week', 'month']).default('day').meta({
    description:
      '按天、周或月数：自然日、周一起的周、自然月；clock 为 hours 时是 24 小时、7 天、30 天（count days, weeks from Monday or calendar months; with hours, 24 hours, 7 or 30 days）',
  }),
  clock: z.enum(['calendar', 'hours']).default('calendar').meta({
    description:
      'calendar 按报告时区的自然日，hours 按距首次行为的 24 小时（时刻向下取整到小时）（calendar days, or 24 hours from the first event, rounded down to the hour）',
  }),
  start: eventName
    .optional()
    .meta({ description: '进入群组的事件，默认任何事件（event that starts the cohort）' }),
  back: eventName
    .optional()
    .meta({ description: '算作回访的事件，默认任何事件（event that counts as a return）' }),
};

const base = {
  unit: '%',
  parts: { numerator: '人', denominator: '人' },
  direction: 'higher',
  edgeCases: {
    zh: '没有已满 N 天的用户时为“—”；群组尚未全部满 N 天的一期标 *，只计其中已满的用户。',
    en: 'Without users who have completed day N it is "—"; a cohort not all of whom have is marked *, and counts those who have.',
  },
  source: 'Amplitude, How the Retention Analysis chart calculates retention',
  table: 'events',
  columns: { user, event_column: { ...event, optional: true }, time: { ...time, optional: false } },
  proportion: true,
  empty: null,
} as const satisfies Partial<MetricDefinition>;

export const retention: MetricDefinition<RetentionDayParams> = {
  ...base,
  names: { zh: '留存率', en: 'Retention' },
  definition: {
    zh: '首次行为落在统计期内的用户中，在其后第 N 天又有行为的百分比；cohort: active 时看统计期内的全部活跃用户。第 N 天晚于数据最后一天的用户不计入分母。',
    en: 'Of the users whose first event falls in the period (with `cohort: active`, of all who are active in it), the percentage with an event N days later. Users whose day N lies after the last day of the data are left out.',
  },
  example: {
    files: {
      'events.csv': 'user_id,event,ts\na,open,2025-12-01T17:59:00+08:00\na,open,2025-12-02T17:00:00+08:00\n',
    },
    query: 'with: { day: 1 }',
    answer: '100%',
    source: 'Amplitude, How time works in a retention analysis',
  },
  params: z.strictObject({
    day: days.min(1).default(1).meta({ description: '第几天，次日为 1（which day; the next day is 1）' }),
    to: days
      .min(1)
      .optional()
      .meta({ description: '区间的最后一天，用于 bracket（last day of the bracket）' }),
    mode: z.enum(['on', 'on_or_after', 'bracket']).default('on').meta({
      description:
        'on 当天回访，on_or_after 当天或以后回访，bracket 在第 day 至 to 天之间回访（return on that day, on it or later, or from `day` to `to`）',
    }),
    ...shared,
  }),
  formulaText: ({ day, to, mode, step, cohort }) => {
    const { zh } = COHORT_UNITS[step];
    return {
      numerator: {
        zh: `第 ${day} ${zh}${{ on: '', on_or_after: '或以后', bracket: `至第 ${to ?? day} ${zh}` }[mode]}回访的用户数`,
        en: `users back on ${step} ${day}${{ on: '', on_or_after: ' or later', bracket: ` to ${to ?? day}` }[mode]}`,
      },
      denominator: {
        zh: `已满 ${to ?? day} ${zh}的${COHORT_NAMES[cohort].zh}数`,
        en: `${COHORT_NAMES[cohort].en} who completed ${step} ${to ?? day}`,
      },
      times: '100%',
    };
  },
  sql: (query) => {
    const { day, to = day, mode } = query.params;
    if (mode !== 'bracket' && query.params.to !== undefined) throw createBracketError();
    if (to < day) throw createBracketError();
    const last = mode === 'on_or_after' ? undefined : to;
    return `WITH ${buildCohortsSql(query, [{ from: day, to: last }])}
SELECT ${buildCountColumns(query, 'back_0', `complete >= ${to}`).join(', ')}
FROM returned${buildGroupBy(nestedKeys.outer(query.keys))}`;
  },
};

export const retentionCurve: MetricDefinition<RetentionCurveParams> = {
  ...base,
  names: { zh: '留存曲线', en: 'Retention curve' },
  definition: {
    zh: '同一批首次用户在若干天（默认第 1、7、30 天）的留存率，数值本身是最后一个。每一天只计已满该天的用户；还有用户未满的那一天标 *。',
    en: 'Retention of the same first-time users on several days (1, 7 and 30 by default); the value itself is the last. Each day counts the users who completed it; one that some have not is marked *.',
  },
  example: {
    files: {
      'events.csv': 'user_id,event,ts\na,open,2025-12-01T17:59:00+08:00\na,open,2025-12-02T17:00:00+08:00\n',
    },
    query: 'with: { days: [1], clock: hours }',
    answer: '100%',
    source: 'Amplitude, How time works in a retention analysis',
  },
  params: z.strictObject({
    days: z
      .array(days.min(1))
      .min(1)
      .max(60)
      .default([1, 7, 30])
      .meta({ description: '哪些天（which days）：[1, 7, 30]' }),
    mode: z.enum(['on', 'on_or_after']).default('on').meta({
      description: 'on 当天回访，on_or_after 当天或以后回访（return on that day, or on it or later）',
    }),
    ...shared,
  }),
  formulaText: ({ days: all, step, cohort }) => ({
    numerator: {
      zh: `第 ${all.join('、')} ${COHORT_UNITS[step].zh}回访的用户数`,
      en: `users back on ${step} ${all.join(', ')}`,
    },
    denominator: {
      zh: `已满该${COHORT_UNITS[step].zh.replace('个', '')}的${COHORT_NAMES[cohort].zh}数`,
      en: `${COHORT_NAMES[cohort].en} who completed that ${step}`,
    },
    times: '100%',
  }),
  sql: buildCurveSql,
};

function buildCurveSql(query: MetricQuery<RetentionCurveParams>): string {
  const { days: all, mode } = query.params;
  const spans = all.map((day) => ({ from: day, to: mode === 'on' ? day : undefined }));
  const group = query.keys.map((key) => `${key.alias}_order`);
  const by = group.length > 0 ? `\n  GROUP BY ${group.join(', ')}` : '';
  const one = (day: number, at: number) => `  SELECT ${[
    ...group,
    `${at + 1} AS step`,
    `'${COHORT_UNITS[query.params.step].letter}${day}' AS event`,
    `${buildStepLabelSql(query, day)} AS label`,
    ...buildCountColumns(query, `back_${at}`, `complete >= ${day}`),
  ].join(', ')}
  FROM returned${by}`;
  const order = [...group, 'step'].join(', ');
  return `WITH ${buildCohortsSql(query, spans)}
SELECT * FROM (
${all.map(one).join('\n  UNION ALL\n')}
)
ORDER BY ${order}`;
}

/** A step that not all of the cohort have completed is marked; of several cohorts they share their labels. */
function buildStepLabelSql(query: MetricQuery<RetentionCurveParams>, day: number): string {
  const name = `${COHORT_UNITS[query.params.step].letter}${day}`;
  return query.keys.length > 0
    ? `'${name}'`
    : `CASE WHEN coalesce(bool_and(complete >= ${day}), true) THEN '${name}' ELSE '${name}*' END`;
}

/** The columns of an answer over `returned`. A series marks the cohorts that are still open. */
function buildCountColumns(query: MetricQuery<unknown>, back: string, complete: string): string[] {
  const numerator = `count(*) FILTER (${complete} AND ${back})`;
  const denominator = `count(*) FILTER (${complete})`;
  return [
    ...nestedKeys.outer(query.keys).map((key) => `${key.text} AS ${key.alias}`),
    `${numerator} AS numerator`,
    `${denominator} AS denominator`,
    `${buildRatio(numerator, denominator, 100)} AS value`,
    `${denominator} AS n`,
    ...(query.keys.length > 0 ? [`NOT bool_and(${complete}) AS open`] : []),
  ];
}

function createBracketError(): ParameterError {
  return new ParameterError('to', {
    zh: 'to 只与 mode: bracket 同写，且不早于 day',
    en: '`to` goes with `mode: bracket` only, and lies not before `day`',
  });
}

export const retentionMetrics = defineFamily('retention', {
  retention,
  retention_curve: retentionCurve,
});
