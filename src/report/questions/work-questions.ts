import type { Question } from './question.ts';

/** Content, advertising, service, and the work of the team. */
export const workQuestions = [
  {
    zh: '前五内容互动占比',
    en: 'Share of the top five contents in interactions',
    entry:
      '{ metric: top_share, from: content_metrics, column: likes + comments + shares, with: { item: content_id, top: 5 } }',
    words: '爆款 集中度 头部 top five',
  },
  {
    zh: '各平台篇均阅读',
    en: 'Reads per content by platform',
    entry:
      '{ metric: mean, from: content_metrics, by: content_calendar.platform, each: { by: content_id, take: sum, column: reads }, unit: 次/篇 }',
    words: '平均 阅读量 average reads',
  },
  {
    zh: '阅读中位数',
    en: 'Median reads of a content',
    entry:
      '{ metric: median, from: content_metrics, each: { by: content_id, take: sum, column: reads }, unit: 次 }',
    words: '中值 阅读量 median',
  },
  {
    zh: '分享率',
    en: 'Shares per read',
    entry:
      '{ metric: ratio_of_sums, from: content_metrics, with: { numerator: shares, denominator: reads }, unit: "%" }',
    words: '转发率 传播 share rate',
  },
  {
    zh: '周均发布',
    en: 'Contents published per week',
    entry:
      '{ metric: mean, from: content_calendar, time: published_at, where: published_at IS NOT NULL, each: { by: week, take: count }, unit: 篇 }',
    words: '更新频率 发文 per week',
  },
  {
    zh: '按计划发布占比',
    en: 'Share of contents published on the day planned',
    entry:
      '{ metric: share, from: content_calendar, where: published_at IS NOT NULL, of: CAST(published_at AS DATE) <= CAST(planned_at AS DATE) }',
    words: '准时 延期 on time',
  },
  {
    zh: '负面占比',
    en: 'Share of negative mentions',
    entry:
      '{ metric: ratio_of_sums, from: mentions, where: NOT competitor, with: { numerator: negative, denominator: mentions }, unit: "%", direction: lower }',
    words: '舆情 口碑 负面率 negative sentiment',
  },
  {
    zh: '每周负面占比',
    en: 'Share of negative mentions by week',
    entry:
      '{ metric: ratio_of_sums, from: mentions, where: NOT competitor, with: { numerator: negative, denominator: mentions }, unit: "%", by: week }',
    words: '舆情 negative',
  },
  {
    zh: '单日负面中位',
    en: 'Median of negative mentions a day',
    entry:
      '{ metric: median, from: mentions, where: NOT competitor, each: { by: day, take: sum, column: negative }, unit: 条 }',
    words: '舆情 中值 median',
  },
  {
    zh: '声量份额',
    en: 'Share of voice',
    entry: '{ metric: share, from: mentions, column: mentions, of: NOT competitor }',
    words: '占比 竞品 声量 share of voice',
  },
  {
    zh: '各渠道投入占比',
    en: 'Share of each channel in the spend',
    entry: '{ metric: cost, from: ad_spend, by: channel, over: share }',
    words: '花费 预算 构成 spend',
  },
  {
    zh: '每周点击率',
    en: 'Click rate by week',
    entry: '{ metric: ctr, from: ad_spend, by: week }',
    words: 'CTR 点击 click',
  },
  {
    zh: '近两周点击率',
    en: 'Click rate of the last two weeks',
    entry: '{ metric: ctr, from: ad_spend, by: week, over: rolling 2 }',
    words: 'CTR 滚动 移动平均 rolling',
  },
  {
    zh: '投入以首周为百',
    en: 'Spend, the first week as 100',
    entry: '{ metric: cost, from: ad_spend, by: week, over: index }',
    words: '指数 定基 index',
  },
  {
    zh: '加权平均停留',
    en: 'Mean time spent, weighed by reads',
    entry:
      '{ metric: weighted_mean, from: content_metrics, column: avg_time_s, with: { weight: reads }, unit: 秒 }',
    words: '加权 平均 weighted',
  },
  {
    zh: '首次响应九成时长',
    en: 'Time within which nine of ten first replies come',
    entry:
      '{ metric: quantile, from: tickets, column: first_reply_at - opened_at, with: { percentile: 90 }, unit: 小时, direction: lower }',
    words: '响应时间 客服 P90 分位数 first reply',
  },
  {
    zh: '一小时内响应占比',
    en: 'Share of tickets answered within an hour',
    entry:
      '{ metric: share, from: tickets, of: "date_diff(\'minute\', opened_at, first_reply_at) <= 60", by: priority }',
    words: '响应率 客服 时限 SLA within',
  },
  {
    zh: '重开工单占比',
    en: 'Share of tickets opened again',
    entry: '{ metric: share, from: tickets, of: reopened > 0, direction: lower }',
    words: '返工 客服 reopened',
  },
  {
    zh: '各类工单每周数量',
    en: 'Tickets by week and class',
    entry: '{ metric: count, from: tickets, by: [week, class] }',
    words: '客服 类别 tickets',
  },
  {
    zh: '延期任务占比',
    en: 'Share of tasks that ended late',
    entry:
      '{ metric: share, from: tasks, where: actual_end IS NOT NULL, of: actual_end > end_date, direction: lower }',
    words: '进度 延期率 逾期 late delay',
  },
  {
    zh: '延期天数',
    en: 'Days of delay',
    entry: '{ metric: sum, from: tasks, column: actual_end - end_date, unit: 天, direction: lower }',
    words: '进度 逾期 拖延 delay',
  },
  {
    zh: '各角色投入人日',
    en: 'Person-days by role',
    entry: '{ metric: sum, from: tasks, column: effort_pd, by: members.role, unit: 人日 }',
    words: '工作量 分工 effort',
  },
  {
    zh: '行业次日留存',
    en: 'Day-1 retention of the trade',
    entry: '{ metric: lookup, from: benchmarks, column: value, where: "metric = \'次日留存率\'", unit: "%" }',
    words: '对标 基准 查值 benchmark',
  },
  {
    zh: '里程碑',
    en: 'Milestones',
    entry:
      '{ table: { from: tasks, by: phase, columns: { 任务数: { metric: count }, 最早开始: { metric: min, column: start_date, format: MM-DD }, 延期任务: { metric: count, where: actual_end > end_date }, 投入: { metric: sum, column: effort_pd } }, total: true } }',
    words: '表 进度 阶段 table milestones',
  },
  {
    zh: '各渠道一览',
    en: 'All channels in a table',
    entry:
      '{ table: { from: ad_spend, by: channel, columns: { 展示: { metric: sum, column: impressions }, 点击: { metric: sum, column: clicks }, 点击率: { metric: ctr }, 每次点击: { formula: 花 / 点击 }, 花: { metric: cost } }, order: 点击 desc, total: true } }',
    words: '表 汇总 对比 table overview',
  },
] as const satisfies readonly Question[];
