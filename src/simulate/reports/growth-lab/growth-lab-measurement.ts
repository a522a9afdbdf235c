import {
  type BudgetPlan,
  buildSources,
  type CouponPlan,
  type PagePlan,
  type SourcePlan,
  type TrialPlan,
} from '../../plan/measurement-plan.ts';

export const trials: TrialPlan[] = [
  {
    exp: 'LP',
    hypothesis: '新落地页的注册率高于旧版',
    metric: '注册率',
    unit: '新访客',
    planned: 2600,
    from: 42,
    to: 55,
    looks: 1,
    correction: 'bonferroni',
  },
  {
    exp: 'TALK',
    hypothesis: '评论区提问式引导的回复率高于陈述式',
    metric: '回复率',
    unit: '读者',
    planned: 3600,
    from: 49,
    to: 62,
    looks: 1,
    correction: 'bonferroni',
    rates: { n: 1800, arms: { 陈述式: 0.041, 提问式: 0.06 } },
  },
  {
    exp: 'PUSH',
    hypothesis: '提问式推送的七日支付率高于陈述式',
    metric: '七日支付率',
    unit: '用户',
    population: '收到推送、当天中午以后七日内来访的用户',
    planned: 800,
    from: 80,
    to: 86,
    looks: 1,
    correction: 'bonferroni',
  },
  {
    exp: 'RECO',
    hypothesis: '推荐位加人工规则后人均浏览商品更多',
    metric: '人均浏览商品数',
    unit: '用户',
    planned: 1800,
    from: 84,
    to: 97,
    looks: 1,
    correction: 'bonferroni',
    means: { n: 900, arms: { 仅算法: 3.1, 算法加人工规则: 3.4 } },
  },
  {
    exp: 'AD',
    hypothesis: '场景化投放素材的点击率高于促销素材',
    metric: '点击率',
    unit: '展示',
    planned: 40000,
    from: 63,
    to: 76,
    looks: 2,
    correction: 'bonferroni',
    spending: 'obrien_fleming',
    rates: { n: 20000, arms: { 促销素材: 0.0172, 场景素材: 0.0186 } },
  },
];

export const recon: SourcePlan[] = [
  ...buildSources({ metric: '新增用户', counts: 'registrations', tolerance: 0.02 }, [
    ['业务数据库', '当日完成注册的账号，不含测试账号'],
    ['统计工具', '当日注册成功页的触发次数'],
  ]),
  ...buildSources({ metric: '访问次数', counts: 'visits', tolerance: 0.1 }, [
    ['行为日志', '当日 visit 事件数'],
    ['统计工具', '当日会话数，三十分钟无操作即结束'],
    ['第三方监测', '当日页面首次加载，拦截脚本者不计', 'loses'],
  ]),
  ...buildSources({ metric: '支付订单', counts: 'paidOrders', tolerance: 0.01 }, [
    ['业务数据库', '当日支付成功的订单'],
    ['行为日志', '当日 pay 事件数'],
  ]),
];

/** On the old page many click a picture that leads nowhere; on the new one the button is where they look. */
export const pages: PagePlan[] = [
  {
    page: '落地页（旧版）',
    from: 28,
    to: 41,
    visits: 420,
    depth: 0.34,
    spots: [
      [0.5, 0.16, 0.06, 46],
      [0.24, 0.4, 0.05, 14],
      [0.74, 0.4, 0.05, 13],
      [0.5, 0.82, 0.04, 15],
    ],
  },
  {
    page: '落地页（新版）',
    from: 58,
    to: 71,
    visits: 420,
    depth: 0.52,
    spots: [
      [0.5, 0.2, 0.05, 18],
      [0.5, 0.34, 0.03, 55],
      [0.3, 0.58, 0.05, 14],
      [0.7, 0.58, 0.05, 13],
    ],
  },
  {
    page: '商品页',
    from: 58,
    to: 71,
    visits: 300,
    depth: 0.46,
    spots: [
      [0.5, 0.22, 0.08, 38],
      [0.72, 0.93, 0.03, 34],
      [0.5, 0.55, 0.07, 18],
      [0.14, 0.05, 0.02, 10],
    ],
  },
];

export const coupons: CouponPlan[] = [
  { batch: '打卡季券', partner: null, from: 42, to: 55, unused: 260, value: 1000 },
  { batch: '拼团券', partner: null, from: 91, to: 104, unused: 340, value: 1200 },
  { batch: '联名首单券', partner: '轻付校园支付', from: 49, to: 111, unused: 420, value: 500 },
];

export const budget: BudgetPlan = {
  channels: {
    SEM: ['SEM投放', 27000, '五月加价抢位，超出部分由直播余款调入'],
    SEO: ['SEO投放', 24000, '内容专题提前完成'],
    小红书: ['小红书投放', 9600, ''],
    抖音: ['抖音投放', 13000, '直播停投，余款转内容专题与搜索'],
    公众号: ['公众号投放', 2600, ''],
    老带新: ['老带新投放', 6000, '奖励改为回访后发放'],
    异业合作: ['异业合作投放', 2400, ''],
  },
  bills: [['问卷与监测工具', 1200]],
  revenue: ['商品销售', 90000, '已扣退款'],
};
