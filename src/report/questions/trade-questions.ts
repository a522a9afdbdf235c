import type { Question } from './question.ts';

/** Orders, buyers and coupons. */
export const tradeQuestions = [
  {
    zh: '笔单价中位数',
    en: 'Median order',
    entry: '{ metric: median, from: orders, column: amount, where: paid_at IS NOT NULL, unit: 元/单 }',
    words: '客单价中位数 中值 median',
  },
  {
    zh: '客单价中位数',
    en: 'Median spent per buyer',
    entry:
      '{ metric: median, from: orders, where: paid_at IS NOT NULL, each: { by: user_id, take: sum, column: amount }, unit: 元/人 }',
    words: '人均消费 ARPPU median per buyer',
  },
  {
    zh: '每周成交额环比',
    en: 'Sales, each week against the one before',
    entry: '{ metric: gmv, from: orders, during: 2026-03-02..2026-05-31, by: week, over: change_rate }',
    words: '环比 增长率 增幅 周环比 week on week growth',
  },
  {
    zh: '每月成交额同比',
    en: 'Sales, each month against a year before',
    entry: '{ metric: gmv, from: orders, during: 2026-03-01..2026-04-30, by: month, over: year_before }',
    words: '同比 去年 year on year',
  },
  {
    zh: '三四月成交额同比',
    en: 'Sales of March and April against a year before',
    entry: '{ metric: gmv, from: orders, during: 2026-03-01..2026-04-30, over: year_before }',
    words: '同比 去年 year on year',
  },
  {
    zh: '每周成交额变化',
    en: 'Change of sales from week to week',
    entry: '{ metric: gmv, from: orders, during: 2026-03-02..2026-05-31, by: week, over: change }',
    words: '增加 减少 差 change',
  },
  {
    zh: '累计成交额',
    en: 'Sales so far',
    entry: '{ metric: gmv, from: orders, during: 2026-03-02..2026-05-31, by: week, over: cumulative }',
    words: '累积 cumulative running total',
  },
  {
    zh: '各渠道成交额占比',
    en: 'Share of each channel in sales',
    entry:
      '{ metric: sum, from: orders, column: amount, where: paid_at IS NOT NULL, by: users.channel, over: share }',
    words: '构成 贡献 比例 share',
  },
  {
    zh: '退款订单占比',
    en: 'Share of orders refunded',
    entry:
      '{ metric: share, from: orders, where: paid_at IS NOT NULL, of: "status = \'refunded\'", direction: lower }',
    words: '退款率 退货率 refund',
  },
  {
    zh: '每月退款订单占比',
    en: 'Share of orders refunded by month',
    entry:
      '{ metric: share, from: orders, where: paid_at IS NOT NULL, of: "status = \'refunded\'", during: report, by: month }',
    words: '退款率 refund',
  },
  {
    zh: '优惠力度',
    en: 'Discount as a share of the price',
    entry:
      '{ metric: ratio_of_sums, from: orders, with: { numerator: discount, denominator: amount + discount }, unit: "%" }',
    words: '折扣率 让利 discount',
  },
  {
    zh: '复购用户占比',
    en: 'Share of buyers who bought again',
    entry:
      '{ metric: share, from: orders, where: paid_at IS NOT NULL, each: { by: user_id, take: count }, of: value >= 2 }',
    words: '复购率 回购率 repurchase repeat',
  },
  {
    zh: '三十日内复购占比',
    en: 'Share of buyers who bought again within 30 days',
    entry: '{ metric: repurchase_within, from: orders, during: 2026-03-02..2026-05-31, with: { days: 30 } }',
    words: '30 日复购 复购率 回购率 repurchase within',
  },
  {
    zh: '注册到首单的天数中位',
    en: 'Median days from registration to the first order',
    entry:
      '{ metric: median, from: orders, where: paid_at IS NOT NULL, each: { by: user_id, take: min, column: paid_at - users.registered_at }, unit: 天 }',
    words: '首单时间 首购 转化周期 first order',
  },
  {
    zh: '买过的用户人均单数',
    en: 'Orders per buyer',
    entry:
      '{ metric: mean, from: orders, where: paid_at IS NOT NULL, each: { by: user_id, take: count }, unit: 单/人 }',
    words: '频次 订单数 frequency',
  },
  {
    zh: '前十用户消费占比',
    en: 'Share of the ten largest buyers',
    entry:
      '{ metric: top_share, from: orders, column: amount, where: paid_at IS NOT NULL, with: { item: user_id, top: 10 } }',
    words: '集中度 头部 二八 pareto concentration',
  },
  {
    zh: '券核销率',
    en: 'Share of coupons used',
    entry: '{ metric: share, from: coupons, of: redeemed_at IS NOT NULL, where: claimed_at IS NOT NULL }',
    words: '优惠券 核销 使用率 coupon redeemed',
  },
  {
    zh: '各批次券核销率',
    en: 'Share of coupons used by batch',
    entry:
      '{ metric: share, from: coupons, of: redeemed_at IS NOT NULL, where: claimed_at IS NOT NULL, by: batch }',
    words: '优惠券 coupon redeemed',
  },
  {
    zh: '领券到用券的小时数',
    en: 'Hours from claiming a coupon to using it',
    entry: '{ metric: mean, from: coupons, column: redeemed_at - claimed_at, unit: 小时 }',
    words: '时长 间隔 优惠券 duration',
  },
  {
    zh: '用过券的用户数',
    en: 'Buyers who used a coupon',
    entry:
      '{ metric: count, from: orders, where: coupon_id IS NOT NULL AND paid_at IS NOT NULL, each: { by: user_id, take: count }, unit: 人 }',
    words: '优惠券 人数 coupon users',
  },
  {
    zh: '支付过的人的访问',
    en: 'Visits of those who paid',
    entry:
      '{ metric: count, from: events, where: "event = \'visit\'", in: { user_id: 用过券的用户数.user_id } }',
    words: '名单 人群 其中 in segment',
  },
  {
    zh: '没用过券的人的访问',
    en: 'Visits of those who used no coupon',
    entry:
      '{ metric: count, from: events, where: "event = \'visit\'", not_in: { user_id: 用过券的用户数.user_id } }',
    words: '排除 人群 不在 not in segment',
  },
  {
    zh: '高等级会员占比',
    en: 'Share of members above the lowest level',
    entry: "{ metric: share, from: membership, at: latest, of: level <> '普通' }",
    words: '会员 等级 快照 level member',
  },
  {
    zh: '净入库',
    en: 'Net change of stock',
    entry: '{ metric: sum, from: stock, column: change, by: week, unit: 件 }',
    words: '库存 进销存 inventory',
  },
  {
    zh: '期末库存',
    en: 'Stock at the end',
    entry: '{ metric: last, from: stock, column: on_hand, where: "sku = \'A\'", unit: 件 }',
    words: '库存 最后 inventory last',
  },
] as const satisfies readonly Question[];
