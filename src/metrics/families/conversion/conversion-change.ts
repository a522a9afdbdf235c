/** A conversion rate of two periods: the difference, with the users who were there in both taken together. */
import { z } from 'zod';
import type { Period } from '../../../base/calendar-days.ts';
import { type MetricDefinition, type MetricQuery, ParameterError, type Solution } from '../../metric.ts';
import { resolvePreviousPeriod } from '../../previous-period.ts';
import { event, time, user } from '../../shared-columns.ts';
import { eventName } from '../../shared-params.ts';
import { type Row, toNumber } from '../../sql/observations.ts';
import { buildGroupBy, nestedKeys } from '../../sql/select.ts';
import { compareClusteredRatios } from '../../statistics/inference/clustered-ratios.ts';
import { refuseTimedKeys } from '../../timed-keys.ts';
import { buildFunnelLookupSql, type FunnelParams, resolveFunnel, stepParams } from './funnel-params.ts';
import { buildReachedSql } from './window-funnel.ts';

interface ConversionChangeParams extends FunnelParams {
  previous: string;
}

export const conversionChange: MetricDefinition<ConversionChangeParams> = {
  names: { zh: '两期转化率之差', en: 'Change of a conversion rate' },
  unit: '个百分点',
  direction: 'higher',
  definition: {
    zh: '本期的用户转化率减去对照期的，两期各按 conversion_rate 的口径计。区间是差的 95% 置信区间：两期都来过的用户合在一起算，不当成两个互不相干的人。',
    en: 'User conversion rate of the period less that of another, each as conversion_rate has it. The 95 % interval is that of the difference: users who came in both periods are taken together, not as two strangers.',
  },
  edgeCases: {
    zh: '任一期没有起始用户时为“—”。',
    en: 'Where either period has no users who started it is "—".',
  },
  source: 'Deng, Knoblich & Lu 2018 (KDD), eq. 6; Cameron & Miller 2015, J. Human Resources 50, 317–372',
  example: {
    files: {
      'events.csv': `user_id,event,ts\n${[
        'a,visit,2026-03-02T10:00',
        'a,visit,2026-03-10T10:00',
        'a,pay,2026-03-10T11:00',
        'b,visit,2026-03-02T10:00',
        'b,pay,2026-03-02T11:00',
        'b,visit,2026-03-10T10:00',
        'b,pay,2026-03-10T11:00',
        'c,visit,2026-03-03T10:00',
        'd,visit,2026-03-11T10:00',
      ]
        .map((line) => `${line}:00+08:00\n`)
        .join('')}`,
    },
    query:
      'during: 2026-03-09..2026-03-15, with: { start: visit, finish: pay, previous: last-period }, digits: 1',
    answer: '33.3 个百分点',
    source: 'By hand: 2 of 3 less 1 of 3',
  },
  table: 'events',
  columns: { user, event, time: { ...time, optional: false } },
  params: z.strictObject({
    start: eventName.optional().meta({ description: '起始事件（event that starts）：visit' }),
    finish: eventName.optional().meta({ description: '完成事件（event that finishes）：pay' }),
    ...stepParams,
    previous: z.string().default('last-period').meta({
      description:
        '对照期：last-period 上期，last-year 去年同期，或 2026-03-02..2026-03-29（period to compare with）',
    }),
  }),
  proportion: false,
  empty: null,
  formulaText: () => ({
    numerator: { zh: '本期转化率 − 对照期转化率', en: 'rate of the period − rate of the other' },
    tex: '\\hat p_1 - \\hat p_0',
  }),
  lookup: buildFunnelLookupSql,
  sql: buildChangeSql,
  solve: solveChange,
};

function buildChangeSql(query: MetricQuery<ConversionChangeParams>): string {
  const { period, keys, params, preRows } = query;
  if (!period) {
    throw new ParameterError('during', {
      zh: '两期转化率之差要写 during（本期）',
      en: 'conversion_change needs `during`',
    });
  }
  refuseTimedKeys(keys, {
    zh: '两期转化率之差只能按列分，不能按 day、week、month 分：它比较的是两个时段',
    en: 'conversion_change goes by columns only, not by day, week or month: it compares two periods',
  });
  const previous = resolvePreviousPeriod(period, params.previous);
  if (previous.from <= period.to && period.from <= previous.to) {
    throw new ParameterError('previous', {
      zh: '对照期与本期不能有共同的日子',
      en: 'the two periods cannot share days',
    });
  }
  const { previous: _, ...steps } = params;
  const chain = resolveFunnel(steps, preRows);
  const orders = keys.map((key) => `${key.alias}_order`);
  const reach = (when: Period) =>
    `WITH ${buildReachedSql({ ...query, period: when }, chain)}
  SELECT * FROM reached`;
  const by = keys.map(({ alias }) =>
    [
      `coalesce(b.${alias}_order, a.${alias}_order) AS ${alias}_order`,
      `coalesce(b.${alias}, a.${alias}) AS ${alias}`,
    ].join(', '),
  );
  const last = chain.steps.length;
  const marks = ['a', 'b'].flatMap((side) => [
    `coalesce(${side}.level >= 1, false)::INT AS x${side}`,
    `coalesce(${side}.level >= ${last}, false)::INT AS y${side}`,
  ]);
  const match = ['who', ...orders].map((name) => `a.${name} IS NOT DISTINCT FROM b.${name}`).join(' AND ');
  const sums = ['xa', 'ya', 'xb', 'yb', 'xa*xb', 'xa*yb', 'ya*xb', 'ya*yb'].map(
    (product) => `coalesce(sum(${product}), 0) AS ${product.replace('*', '_')}`,
  );
  return `WITH earlier AS (
  ${reach(previous)}
),
later AS (
  ${reach(period)}
),
people AS (
  SELECT ${[...by, ...marks, 'coalesce(a.lines, 0) + coalesce(b.lines, 0) AS lines'].join(', ')}
  FROM earlier a FULL JOIN later b ON ${match}
)
SELECT ${[
    ...nestedKeys.outer(keys).map((key) => `${key.text} AS ${key.alias}`),
    'count(*) FILTER (xa + xb > 0) AS units',
    ...sums,
    'coalesce(sum(lines), 0) AS n',
  ].join(', ')}
FROM people${buildGroupBy(nestedKeys.outer(keys))}`;
}

/** Whether a user started, and whether they finished, is 0 or 1: squares and products within a side are those sums. */
function solveChange(rows: readonly Row[]): Solution {
  const of = (name: string) => toNumber(rows[0]?.[name]) ?? 0;
  const [xa, ya, xb, yb] = [of('xa'), of('ya'), of('xb'), of('yb')];
  const found = compareClusteredRatios(
    { n: xa, y: ya, x: xa, yy: ya, xx: xa, xy: ya },
    { n: xb, y: yb, x: xb, yy: yb, xx: xb, xy: yb },
    { units: of('units'), cross: { xx: of('xa_xb'), xy: of('xa_yb'), yx: of('ya_xb'), yy: of('ya_yb') } },
  );
  if (!found) return { value: null, n: of('n') };
  const both = of('xa_xb');
  const p = found.p === undefined ? '—' : found.p < 0.0001 ? '< 0.0001' : `= ${found.p.toFixed(4)}`;
  return {
    value: 100 * found.difference,
    n: of('n'),
    interval: { low: 100 * found.low, high: 100 * found.high, level: 0.95, method: 'delta' },
    note: {
      zh: `对照期 ${ya}/${xa}，本期 ${yb}/${xb}，两期都来过的 ${both} 人合在一起算；p ${p}。`,
      en: `${ya}/${xa} before, ${yb}/${xb} in the period; the ${both} users of both are taken together; p ${p}.`,
    },
  };
}
