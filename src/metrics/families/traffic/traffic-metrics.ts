/** Visits to the site, and the search interest in a brand. */

import { defineFamily } from '../../define-family.ts';
import type { MetricDefinition } from '../../metric.ts';
import { time } from '../../shared-columns.ts';
import { type NoParams, none } from '../../shared-params.ts';
import { buildAggregateSql, buildSumSql } from '../../sql/select.ts';
import { sessionMetrics } from './session-metrics.ts';

const sessionsColumn = { names: ['sessions'], meaning: { zh: '会话数', en: 'sessions' } };
const bounces = { names: ['bounces'], meaning: { zh: '跳出数', en: 'bounces' } };
const index = { names: ['index', 'search_index', 'value'], meaning: { zh: '搜索指数', en: 'search index' } };

const sessions: MetricDefinition<NoParams> = {
  names: { zh: '会话数', en: 'Sessions' },
  unit: '次',
  direction: 'higher',
  definition: {
    zh: '会话次数之和。同一用户的多次访问各计一次。',
    en: 'Sum of sessions. Each visit of a user counts.',
  },
  edgeCases: { zh: '没有行时为 0。', en: 'Without rows it is 0.' },
  source: 'GA4 Help, Sessions',
  example: {
    files: {
      'traffic.csv': 'date,channel,sessions,bounces\n2026-03-02,SEO,300,120\n2026-03-03,SEO,100,60\n',
    },
    answer: '400 次',
    source: 'By hand',
  },
  table: 'traffic',
  columns: { sessions: sessionsColumn, time },
  params: none,
  proportion: false,
  empty: 0,
  formulaText: () => ({ numerator: { zh: '会话数之和', en: 'sum of sessions' } }),
  sql: (query) => buildAggregateSql(query, { numerator: buildSumSql(query.columns.sessions!) }),
};

const bounceRate: MetricDefinition<NoParams> = {
  names: { zh: '跳出率', en: 'Bounce rate' },
  unit: '%',
  parts: { numerator: '次', denominator: '次' },
  direction: 'lower',
  definition: {
    zh: '只有一次互动就离开的会话占全部会话的百分比。两者先各自合计再相除；与 GA4 的定义不同。',
    en: 'Sessions with a single interaction as a percentage of all. Both are summed first; GA4 defines it differently.',
  },
  edgeCases: { zh: '会话数为 0 时为“—”。', en: 'Without sessions it is "—".' },
  source: 'Universal Analytics Help, Bounce rate',
  example: {
    files: {
      'traffic.csv': 'date,channel,sessions,bounces\n2026-03-02,SEO,300,120\n2026-03-03,SEO,100,60\n',
    },
    answer: '45%',
    source: 'By hand',
  },
  table: 'traffic',
  columns: { bounces, sessions: sessionsColumn, time },
  paired: () => ['bounces', 'sessions'],
  params: none,
  proportion: true,
  empty: null,
  formulaText: () => ({
    numerator: bounces.meaning,
    denominator: sessionsColumn.meaning,
    times: '100%',
  }),
  sql: (query) =>
    buildAggregateSql(query, {
      numerator: `sum(${query.columns.bounces})`,
      denominator: `sum(${query.columns.sessions})`,
      scale: 100,
    }),
};

const searchIndex: MetricDefinition<NoParams> = {
  names: { zh: '平均搜索指数', en: 'Mean search index' },
  unit: '',
  parts: { numerator: '', denominator: '' },
  direction: 'higher',
  definition: {
    zh: '统计期内搜索指数的平均值。只能与同一工具、同一关键词、同一地区的指数比较。',
    en: 'Mean of the search index in the period. It compares only with the same tool, term and region.',
  },
  edgeCases: { zh: '没有行时为“—”。', en: 'Without rows it is "—".' },
  source: 'own convention',
  example: {
    files: {
      'search_index.csv': 'week,term,tool,index\n2026-W10,品牌词,百度指数,80\n2026-W11,品牌词,百度指数,120\n',
    },
    answer: '100',
    source: 'By hand',
  },
  table: 'search_index',
  columns: { index, time },
  params: none,
  proportion: false,
  empty: null,
  formulaText: () => ({
    numerator: { zh: '搜索指数之和', en: 'sum of the search index' },
    denominator: { zh: '期数', en: 'number of readings' },
  }),
  sql: (query) =>
    buildAggregateSql(query, {
      numerator: `sum(${query.columns.index})`,
      denominator: `count(${query.columns.index})`,
    }),
};

export const trafficMetrics = defineFamily('traffic', {
  ...sessionMetrics,
  sessions,
  bounce_rate: bounceRate,
  search_index: searchIndex,
});
