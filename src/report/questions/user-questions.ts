import type { Question } from './question.ts';

/** Who comes, stays, and comes back. */
export const userQuestions = [
  {
    zh: '次日留存按渠道',
    en: 'Day-1 retention by channel',
    entry: '{ metric: retention, from: events, by: users.channel, with: { day: 1 } }',
    words: '留存率 次留 retention',
  },
  {
    zh: '累计新增用户',
    en: 'New users so far',
    entry: '{ metric: new_users, from: users, by: week, over: cumulative }',
    words: '累积 拉新 注册 cumulative running total',
  },
  {
    zh: '近七日活跃用户',
    en: 'Active users of the last 7 days',
    entry: '{ metric: count_distinct, from: events, column: user_id, by: day, over: rolling 7, unit: 人 }',
    words: '日活 周活 WAU 滚动 移动 rolling',
  },
  {
    zh: '近七日活跃按渠道',
    en: 'Active users of the last 7 days by channel',
    entry:
      '{ metric: count_distinct, from: events, column: user_id, by: [day, users.channel], over: rolling 7, unit: 人 }',
    words: '滚动 rolling WAU',
  },
  {
    zh: '各渠道新增占比',
    en: 'Share of each channel in new users',
    entry: '{ metric: new_users, from: users, by: channel, over: share }',
    words: '构成 比例 来源 share',
  },
  {
    zh: '各渠道新增名次',
    en: 'Rank of the channels by new users',
    entry: '{ metric: new_users, from: users, by: channel, over: rank }',
    words: '排名 排行 rank',
  },
  {
    zh: '按年龄分段的用户数',
    en: 'Users by age group',
    entry: '{ metric: count, from: users, where: NOT is_test, by: { age: [18, 22, 26] }, unit: 人 }',
    words: '年龄段 画像 分组 bins histogram',
  },
  {
    zh: '用户平均年龄',
    en: 'Mean age of users',
    entry: '{ metric: mean, from: users, column: age, where: NOT is_test, unit: 岁 }',
    words: '均值 平均 average',
  },
  {
    zh: '晚间访问占比',
    en: 'Share of visits in the evening',
    entry: '{ metric: share, from: events, where: "event = \'visit\'", of: hour(ts) BETWEEN 19 AND 22 }',
    words: '比例 时段 夜间 share',
  },
  {
    zh: '晚间访问占比按渠道',
    en: 'Share of visits in the evening by channel',
    entry:
      '{ metric: share, from: events, where: "event = \'visit\'", of: hour(ts) BETWEEN 19 AND 22, by: users.channel }',
    words: '比例 时段 share',
  },
  {
    zh: '高峰时段',
    en: 'Busiest hours',
    entry: '{ metric: count, from: events, where: "event = \'visit\'", by: hour }',
    words: '小时 活跃时间 什么时候 hour peak',
  },
  {
    zh: '周末访问占比',
    en: 'Share of visits at weekends',
    entry: '{ metric: share, from: events, where: "event = \'visit\'", of: isodow(ts) >= 6 }',
    words: '周末与工作日 星期 weekend',
  },
  {
    zh: '一周各天的访问',
    en: 'Visits by day of the week',
    entry: '{ metric: count, from: events, where: "event = \'visit\'", by: weekday }',
    words: '星期 周几 weekday',
  },
  {
    zh: '新老用户访问贡献',
    en: 'Visits of new and old users',
    entry:
      "{ metric: count, from: events, where: \"event = 'visit'\", by: \"CASE WHEN ts < users.registered_at + INTERVAL 7 DAY THEN '新' ELSE '老' END\" }",
    words: '新用户 老用户 回访 new returning',
  },
  {
    zh: '只来过一天的用户占比',
    en: 'Share of users who came on one day only',
    entry:
      '{ metric: share, from: events, each: { by: user_id, take: count_distinct, column: day }, of: value = 1 }',
    words: '一次性 流失 share',
  },
  {
    zh: '人均访问天数',
    en: 'Days per user',
    entry:
      '{ metric: mean, from: events, each: { by: user_id, take: count_distinct, column: day }, unit: 天 }',
    words: '活跃天数 频次 frequency',
  },
  {
    zh: '单次停留九成',
    en: 'Time spent that nine of ten sessions stay under',
    entry:
      '{ metric: quantile, from: events, each: { by: session_id, take: sum, column: duration_s, keep: value > 0 }, with: { percentile: 90 }, unit: 秒 }',
    words: '停留时长 分位数 P90 percentile',
  },
  {
    zh: '支付会话占比',
    en: 'Share of sessions with a payment',
    entry:
      '{ metric: share, from: events, each: { by: session_id, take: count, of: "event = \'pay\'" }, of: value > 0 }',
    words: '转化率 会话转化 conversion',
  },
  {
    zh: '各渠道支付会话占比',
    en: 'Share of sessions with a payment by channel',
    entry:
      '{ metric: share, from: events, by: users.channel, each: { by: session_id, take: count, of: "event = \'pay\'" }, of: value > 0 }',
    words: '转化率按渠道 conversion',
  },
  {
    zh: '沉默用户占比',
    en: 'Share of silent users',
    entry: "{ metric: share, from: user_tier_snapshot, at: latest, of: \"tier IN ('沉默', '流失')\" }",
    words: '分层 流失 快照 churn silent',
  },
  {
    zh: '每次快照的达人数',
    en: 'Key users at each snapshot',
    entry: '{ metric: count, from: user_tier_snapshot, where: "tier = \'KOC\'", by: date, unit: 人 }',
    words: 'KOC 分层 快照 snapshot',
  },
] as const satisfies readonly Question[];
