/** How many come from one step to the next. */
import { z } from 'zod';
import { quoteSqlText } from '../../../base/quoting.ts';
import { defineFamily } from '../../define-family.ts';
import type { ExampleDefinition, MetricDefinition, MetricQuery } from '../../metric.ts';
import { event, time, user } from '../../shared-columns.ts';
import { eventName } from '../../shared-params.ts';
import { buildRatio, nestedKeys } from '../../sql/select.ts';
import { conversionChange } from './conversion-change.ts';
import { buildFunnelLookupSql, type FunnelParams, resolveFunnel, stepParams } from './funnel-params.ts';
import { buildReachedSql } from './window-funnel.ts';

/** Rows of the documentation of `window_funnel`. */
const STARROCKS: ExampleDefinition['files'] = {
  'events.csv': `user_id,event,ts\n${[
    '1 浏览 11:00, 1 点击 11:10, 1 下单 11:20, 1 支付 11:30, 1 浏览 11:00, 2 下单 11:00, 2 支付 11:10, 3 浏览 11:20',
    '3 点击 12:00, 4 浏览 11:50, 4 点击 12:00, 5 浏览 11:50, 5 点击 12:00, 5 下单 11:10, 6 浏览 11:50, 6 点击 12:00',
    '6 下单 12:10',
  ]
    .flatMap((line) => line.split(', '))
    .map((row) => {
      const [user, name, at] = row.split(' ');
      return `${user},${name},2026-03-02T${at}:00+08:00\n`;
    })
    .join('')}`,
};
const documented = 'StarRocks documentation, window_funnel: levels 4, 0, 1, 2, 2, 3 of six users';

const needs = { user, event, time: { ...time, optional: false } };

const conversionRate: MetricDefinition<FunnelParams> = {
  names: { zh: '用户转化率', en: 'User conversion rate' },
  unit: '%',
  parts: { numerator: '人', denominator: '人' },
  direction: 'higher',
  definition: {
    zh: '统计期内做了起始事件的用户中，其后（含同一时刻）又做了完成事件的百分比。每个用户只计一次，开始与完成都须在统计期内。',
    en: 'Of the users with the start event in the period, the percentage who then (or at the same instant) did the finish event. A user counts once; both lie in the period.',
  },
  edgeCases: { zh: '没有起始用户时为“—”。', en: 'Without users who started it is "—".' },
  source: 'ClickHouse, Parametric Aggregate Functions: windowFunnel',
  example: {
    files: STARROCKS,
    query: 'with: { start: 浏览, finish: 支付 }',
    answer: '20%',
    source: documented,
  },
  table: 'events',
  columns: needs,
  params: z.strictObject({
    start: eventName.optional().meta({ description: '起始事件（event that starts）：visit' }),
    finish: eventName.optional().meta({ description: '完成事件（event that finishes）：pay' }),
    ...stepParams,
  }),
  proportion: true,
  empty: null,
  formulaText: (params, found) => {
    const { steps } = resolveFunnel(params, found);
    return {
      numerator: {
        zh: `其后完成“${steps.at(-1)!.label}”的用户数`,
        en: `users who went on to “${steps.at(-1)!.label}”`,
      },
      denominator: { zh: `有“${steps[0]!.label}”的用户数`, en: `users with “${steps[0]!.label}”` },
      times: '100%',
    };
  },
  lookup: buildFunnelLookupSql,
  sql: (query) => {
    const chain = resolveFunnel(query.params, query.preRows);
    const [first, last] = [
      'count(*) FILTER (level >= 1)',
      `count(*) FILTER (level >= ${chain.steps.length})`,
    ];
    const keys = nestedKeys.outer(query.keys);
    const chosen = [
      ...keys.map((key) => `${key.text} AS ${key.alias}`),
      `${last} AS numerator`,
      `${first} AS denominator`,
      `${buildRatio(last, first, 100)} AS value`,
      'coalesce(sum(lines), 0) AS n',
    ];
    const group = keys.map((key) => key.order).join(', ');
    const tail = group ? `\nGROUP BY ${group}\nORDER BY ${group}` : '';
    return `WITH ${buildReachedSql(query, chain)}\nSELECT ${chosen.join(', ')}\nFROM reached${tail}`;
  },
};

const funnel: MetricDefinition<FunnelParams> = {
  names: { zh: '转化漏斗', en: 'Funnel' },
  unit: '人',
  direction: 'higher',
  definition: {
    zh: '按先后依次做到每一步的不同用户数；数值本身是做到最后一步的用户数。两步之间可以有其他行为，全程须在时限内。',
    en: 'Different users who did the steps in order; the value itself is those who came to the last. Other events may lie between; all within the window.',
  },
  edgeCases: { zh: '没有人开始时各步为 0。', en: 'When nobody began every step is 0.' },
  source: 'ClickHouse, Parametric Aggregate Functions: windowFunnel',
  example: {
    files: STARROCKS,
    query: 'with: { steps: [浏览, 点击, 下单, 支付] }',
    answer: '1 人',
    source: documented,
  },
  table: 'events',
  columns: needs,
  params: z.strictObject(stepParams),
  proportion: false,
  empty: 0,
  formulaText: (params, found) => {
    const names = resolveFunnel(params, found).steps.map((step) => step.label);
    return {
      numerator: {
        zh: `依次做到“${names.join(' → ')}”的用户数`,
        en: `users who did “${names.join(' → ')}” in order`,
      },
    };
  },
  lookup: buildFunnelLookupSql,
  sql: buildFunnelSql,
};

/** One row a step, in every group; without `key` the caller takes the last step as the value. */
function buildFunnelSql(query: MetricQuery<FunnelParams>): string {
  const chain = resolveFunnel(query.params, query.preRows);
  const keys = nestedKeys.outer(query.keys);
  const numbers = chain.steps
    .map((step, at) => `(${at + 1}, ${quoteSqlText(step.event)}, ${quoteSqlText(step.label)})`)
    .join(', ');
  const chosen = [
    ...keys.map((key) => `${key.text} AS ${key.alias}`),
    'number AS step',
    'any_value(event) AS event',
    'any_value(label) AS label',
    'count(*) FILTER (level >= number) AS numerator',
    'count(*) FILTER (level >= number) AS value',
    'coalesce(sum(lines), 0) AS n',
  ];
  const group = [...keys.map((key) => key.order), 'number'].join(', ');
  const join = keys.length === 0 ? 'LEFT JOIN reached ON true' : 'CROSS JOIN reached';
  return `WITH ${buildReachedSql(query, chain)}
SELECT ${chosen.join(', ')}
FROM (VALUES ${numbers}) AS steps(number, event, label) ${join}
GROUP BY ${group}
ORDER BY ${group}`;
}

export const conversionMetrics = defineFamily('conversion', {
  conversion_rate: conversionRate,
  conversion_change: conversionChange,
  funnel,
});
