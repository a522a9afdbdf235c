/** The ways people come; every registered person has one. */
export const channels = ['SEM', 'SEO', '小红书', '抖音', '公众号', '老带新', '异业合作'] as const;

export type Channel = (typeof channels)[number];

export interface ChannelPlan {
  /** New users in March, April, May and June. */
  registrations: [number, number, number, number];
  /** Spend in the same months, 元. `老带新` is paid by rewards instead. */
  cost: [number, number, number, number];
  /** Campaigns with their share of the channel's visitors. */
  campaigns: Record<string, number>;
  /** First day of the term on which the channel works. */
  opens: number;
  /** How much it feels an online campaign: 1 = not at all. */
  lift: number;
  /** Visitors who register, at the beginning and at the end of the term. */
  signup: [number, number];
  /** Readiness to pay against the others. */
  payers: number;
  /** Clicks per impression of its placements. */
  ctr: number;
  source: string;
  medium: string;
}

/** What the team does on each channel; SEO pays in early and earns late, SEM buys from day one. */
export const channelPlans: Record<Channel, ChannelPlan> = {
  SEM: {
    registrations: [145, 185, 214, 160],
    cost: [5600, 7600, 9300, 7200],
    campaigns: { 品牌词: 0.25, 品类词: 0.5, 场景词: 0.25 },
    opens: 0,
    lift: 1,
    signup: [0.1, 0.16],
    payers: 0.9,
    ctr: 0.035,
    source: 'baidu',
    medium: 'cpc',
  },
  SEO: {
    registrations: [45, 150, 300, 285],
    cost: [9000, 6500, 3000, 1800],
    campaigns: { 站内技术优化: 0.35, 内容专题: 0.65 },
    opens: 0,
    lift: 1.05,
    signup: [0.08, 0.17],
    payers: 1.25,
    ctr: 0.05,
    source: 'baidu',
    medium: 'organic',
  },
  小红书: {
    registrations: [62, 118, 136, 104],
    cost: [1500, 2600, 2900, 2200],
    campaigns: { 自营笔记: 0.6, 达人合作: 0.4 },
    opens: 0,
    lift: 1.6,
    signup: [0.07, 0.14],
    payers: 1.1,
    ctr: 0.028,
    source: 'xiaohongshu',
    medium: 'social',
  },
  抖音: {
    registrations: [70, 96, 138, 76],
    cost: [2600, 2400, 4900, 1500],
    campaigns: { 信息流: 1 },
    opens: 0,
    lift: 1.5,
    signup: [0.05, 0.1],
    payers: 0.6,
    ctr: 0.016,
    source: 'douyin',
    medium: 'paid-social',
  },
  公众号: {
    registrations: [72, 84, 96, 78],
    cost: [600, 700, 700, 500],
    campaigns: { 图文推送: 1 },
    opens: 0,
    lift: 1.3,
    signup: [0.09, 0.15],
    payers: 1.15,
    ctr: 0.06,
    source: 'weixin',
    medium: 'social',
  },
  老带新: {
    registrations: [0, 98, 118, 130],
    cost: [0, 0, 0, 0],
    campaigns: { 邀请有礼: 1 },
    opens: 35,
    lift: 1.7,
    signup: [0.25, 0.32],
    payers: 1.5,
    ctr: 0.12,
    source: 'invite',
    medium: 'referral',
  },
  异业合作: {
    registrations: [0, 40, 72, 48],
    cost: [0, 700, 900, 600],
    campaigns: { 联名券: 1 },
    opens: 49,
    lift: 1.1,
    signup: [0.1, 0.16],
    payers: 1,
    ctr: 0.045,
    source: 'partner',
    medium: 'referral',
  },
};
