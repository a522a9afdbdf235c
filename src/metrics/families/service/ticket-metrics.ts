/** How fast tickets are dealt with. */
import { z } from 'zod';
import { quoteSqlText } from '../../../base/quoting.ts';
import type { ColumnNeed, ExampleDefinition, MetricDefinition, MetricQuery } from '../../metric.ts';
import { type NoParams, none } from '../../shared-params.ts';
import { buildQuantileSql, type QuantileParams, quantileParams } from '../../sql/quantile-sql.ts';
import { buildAggregateSql } from '../../sql/select.ts';
import { buildHoursBetweenSql, clockParams, type WorkClock } from './work-hours.ts';

const opened = {
  names: ['opened_at', 'created_at', 'received_at'],
  meaning: { zh: '创建时间', en: 'when it was opened' },
};
const columns: Record<string, ColumnNeed> = {
  time: opened,
  closed: {
    names: ['closed_at', 'resolved_at', 'first_reply_at'],
    meaning: {
      zh: '关闭时间，未关闭留空；看首次响应时写 first_reply_at',
      en: 'when it was closed, blank while open; first_reply_at for the first reply',
    },
  },
};

const HEAD = 'ticket_id,opened_at,channel,class,priority,closed_at,reopened';

/** Tickets opened at one time and closed so many hours later; null is open. */
function buildTicketFiles(
  hours: readonly (number | null)[],
  reopened: readonly number[] = [],
): ExampleDefinition['files'] {
  const two = (x: number) => String(x).padStart(2, '0');
  const lines = hours.map((h, i) => {
    const closed = h === null ? '' : `2026-03-${two(2 + Math.floor(h / 24))}T${two(h % 24)}:00:00+08:00`;
    return `t${i},2026-03-02T00:00:00+08:00,客服,服务,P3,${closed},${reopened[i] ?? 0}`;
  });
  return { 'tickets.csv': `${HEAD}\n${lines.join('\n')}\n` };
}

/** Hours from opening to closing. */
const buildHoursSql = (query: MetricQuery<WorkClock>, end: string) =>
  buildHoursBetweenSql(query.columns.time!, end, query.params);

/** What the hours are, as a reader says it. */
const describeHours = ({ clock }: WorkClock) =>
  clock === 'workdays' ? { zh: '个工作小时', en: 'working hours' } : { zh: '小时', en: 'hours' };

/** Until when an open ticket has waited: the end of the period, else the last time in the table. */
function buildWaitingEndSql(query: MetricQuery<unknown>): string {
  if (query.period) return `(DATE ${quoteSqlText(query.period.to)} + INTERVAL 1 DAY)`;
  const { time, closed } = query.columns;
  return `(SELECT greatest(max(${time}), max(${closed})) FROM ${query.from})`;
}

/** The ask with that moment as a column: where hours are counted day by day no query may stand. */
function withWaitingEnd<P>(query: MetricQuery<P>): MetricQuery<P> {
  return { ...query, from: `(SELECT *, ${buildWaitingEndSql(query)} AS waited_until FROM ${query.from})` };
}

interface LimitParams extends WorkClock {
  hours: number;
}

const limit = z.strictObject({
  hours: z.number().positive().default(48).meta({ description: '时限，小时，默认 48（limit in hours）' }),
  ...clockParams,
});

const shared = { table: 'tickets', columns } as const;

export const slaAttainment: MetricDefinition<LimitParams> = {
  ...shared,
  names: { zh: '工单按时闭环率', en: 'Tickets closed in time' },
  unit: '%',
  parts: { numerator: '单', denominator: '单' },
  direction: 'higher',
  definition: {
    zh: '在时限（默认 48 小时）内关闭的工单，占已关闭的和未关闭但已超时的工单的百分比。仍在时限内的未关闭工单不计。',
    en: 'Tickets closed within the limit (48 hours by default) as a percentage of those closed or open beyond it. Open tickets still within the limit do not count.',
  },
  edgeCases: {
    zh: '没有应计的工单时为“—”。恰好到时限关闭算按时；等待时间算到统计期末，没有统计期时算到数据最后时刻。',
    en: 'Without such tickets it is "—". Closed exactly at the limit is in time; waiting counts to the end of the period, or to the last time in the data.',
  },
  source: 'own convention, after ITIL 4 service level management',
  example: {
    files: buildTicketFiles([24, 47, 48, 49, null]),
    query: 'during: 2026-03-01..2026-03-31',
    answer: '60%',
    source: 'By hand: 24, 47 and 48 hours of five; one late, one open beyond the limit',
  },
  params: limit,
  proportion: true,
  empty: null,
  formulaText: (params) => ({
    numerator: {
      zh: `${params.hours} ${describeHours(params).zh}内关闭的工单`,
      en: `tickets closed within ${params.hours} ${describeHours(params).en}`,
    },
    denominator: { zh: '已关闭或未关闭已超时的工单', en: 'tickets closed, or open beyond the limit' },
    times: '100%',
  }),
  sql: (query) => {
    const { closed } = query.columns;
    const inTime = `${closed} IS NOT NULL AND ${buildHoursSql(query, closed!)} <= ${query.params.hours}`;
    const due = `${closed} IS NOT NULL OR ${buildHoursSql(query, 'waited_until')} > ${query.params.hours}`;
    return buildAggregateSql(withWaitingEnd(query), {
      numerator: `count(*) FILTER (${inTime})`,
      denominator: `count(*) FILTER (${due})`,
      scale: 100,
    });
  },
};

interface PercentileParams extends WorkClock, QuantileParams {}

export const resolutionHours: MetricDefinition<PercentileParams> = {
  ...shared,
  names: { zh: '处理时长分位数', en: 'Percentile of handling time' },
  unit: '小时',
  direction: 'lower',
  definition: {
    zh: '已关闭工单从创建到关闭的小时数的分位数，默认中位数（P50）。未关闭的工单不计，所以积压多时它偏乐观。',
    en: 'A percentile of the hours from opening to closing, by default the median. Open tickets do not count, so with a backlog it flatters.',
  },
  edgeCases: { zh: '没有已关闭的工单时为“—”。', en: 'Without closed tickets it is "—".' },
  source: 'Hyndman & Fan 1996, Sample Quantiles, type 7',
  example: {
    files: buildTicketFiles([15, 20, 35, 40, 50]),
    query: 'with: { percentile: 40 }',
    answer: '29 小时',
    source: 'Wikipedia, Percentile: the 40th of 15, 20, 35, 40, 50, linear, inclusive',
  },
  params: z.strictObject({
    ...quantileParams,
    ...clockParams,
  }),
  proportion: false,
  empty: null,
  formulaText: ({ percentile }) => ({
    numerator: { zh: `处理时长的第 ${percentile} 百分位`, en: `percentile ${percentile} of the hours` },
    tex: `Q_{${percentile / 100}}(t_{\\text{closed}}-t_{\\text{opened}})`,
  }),
  sql: (query) => {
    const hours = buildHoursSql(query, query.columns.closed!);
    return buildAggregateSql(query, {
      numerator: buildQuantileSql(hours, query.params),
      only: [`${query.columns.closed} IS NOT NULL`],
    });
  },
};

export const openTickets: MetricDefinition<NoParams> = {
  ...shared,
  names: { zh: '未关闭工单', en: 'Open tickets' },
  unit: '单',
  direction: 'lower',
  definition: {
    zh: '统计期内创建、到期末仍未关闭的工单数。期末之后才关闭的算未关闭。',
    en: 'Tickets opened in the period and not closed by its end. Those closed later count as open.',
  },
  edgeCases: { zh: '没有工单时为 0。', en: 'Without tickets it is 0.' },
  source: 'own convention',
  example: {
    files: buildTicketFiles([24, null, null]),
    query: 'during: 2026-03-01..2026-03-31',
    answer: '2 单',
    source: 'By hand',
  },
  params: none,
  proportion: false,
  empty: 0,
  formulaText: () => ({ numerator: { zh: '未关闭的工单数', en: 'tickets not closed' } }),
  sql: (query) => {
    const { closed } = query.columns;
    const later = query.period ? ` OR ${closed} >= ${buildWaitingEndSql(query)}` : '';
    return buildAggregateSql(query, { numerator: `count(*) FILTER (${closed} IS NULL${later})` });
  },
};

export const overdueTickets: MetricDefinition<LimitParams> = {
  ...shared,
  names: { zh: '超时工单', en: 'Tickets beyond the limit' },
  unit: '单',
  direction: 'lower',
  definition: {
    zh: '超过时限（默认 48 小时）才关闭，或超过时限仍未关闭的工单数。仍在时限内的不计。',
    en: 'Tickets closed after the limit (48 hours by default) or open beyond it. Those still within it do not count.',
  },
  edgeCases: { zh: '没有工单时为 0。', en: 'Without tickets it is 0.' },
  source: 'own convention, after ITIL 4 service level management',
  example: {
    files: buildTicketFiles([24, 47, 48, 49, null]),
    query: 'during: 2026-03-01..2026-03-31',
    answer: '2 单',
    source: 'By hand: one closed after 49 hours, one still open',
  },
  params: limit,
  proportion: false,
  empty: 0,
  formulaText: (params) => ({
    numerator: {
      zh: `超过 ${params.hours} ${describeHours(params).zh}的工单数`,
      en: `tickets beyond ${params.hours} ${describeHours(params).en}`,
    },
  }),
  sql: (query) => {
    const end = `coalesce(${query.columns.closed}, waited_until)`;
    return buildAggregateSql(withWaitingEnd(query), {
      numerator: `count(*) FILTER (${buildHoursSql(query, end)} > ${query.params.hours})`,
    });
  },
};

export const reopenRate: MetricDefinition<NoParams> = {
  ...shared,
  names: { zh: '工单重开率', en: 'Tickets reopened' },
  unit: '%',
  parts: { numerator: '单', denominator: '单' },
  direction: 'lower',
  definition: {
    zh: '关闭后又重新打开过的工单占百分之几。重开多次的工单只计一次。',
    en: 'Tickets opened again after they were closed as a percentage. One reopened several times counts once.',
  },
  edgeCases: {
    zh: '没有工单时为“—”。空值按没有重开计。',
    en: 'Without tickets it is "—". A blank means not reopened.',
  },
  source: 'own convention',
  example: {
    files: buildTicketFiles([24, 47, 48, 49], [0, 1, 0, 2]),
    answer: '50%',
    source: 'By hand: 2 of 4',
  },
  columns: {
    time: opened,
    reopened: { names: ['reopened'], meaning: { zh: '重开次数', en: 'times reopened' } },
  },
  params: none,
  proportion: true,
  empty: null,
  formulaText: () => ({
    numerator: { zh: '重开过的工单', en: 'tickets reopened' },
    denominator: { zh: '工单', en: 'tickets' },
    times: '100%',
  }),
  sql: (query) =>
    buildAggregateSql(query, {
      numerator: `count(*) FILTER (CAST(${query.columns.reopened} AS INTEGER) > 0)`,
      denominator: 'count(*)',
      scale: 100,
    }),
};
