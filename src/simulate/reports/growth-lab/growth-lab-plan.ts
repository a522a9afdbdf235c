import { buildFunnel } from '../../plan/measurement-plan.ts';
import type { GoalPlan } from '../../plan/team-plan.ts';
import { buildWindows } from '../../plan/visit-window.ts';
import type { Plan } from '../../plan/world-plan.ts';
import { chineseTraits, chineseWords } from '../chinese-defaults.ts';
import { partnerPlans, surveyQuestions, tickets } from './growth-lab-audience.ts';
import { campaigns, channels } from './growth-lab-channels.ts';
import { pains, platforms, sources, unusedTopics } from './growth-lab-content.ts';
import { budget, coupons, pages, recon, trials } from './growth-lab-measurement.ts';
import { mentoring, reviews, tasks, team } from './growth-lab-team.ts';

/** Targets as fixed at the end of the planning phase; baselines are those of the term before. */
const goals: GoalPlan[] = [
  {
    kpi: '新增用户',
    direction: 'higher',
    unit: '人',
    baseline: 1560,
    target: 2400,
    source: 'users',
    grows: true,
  },
  {
    kpi: '转化率',
    direction: 'higher',
    unit: '%',
    baseline: 2.2,
    target: 4,
    source: 'events',
    from: '2026-05-25',
    definition: '期末四周来访的用户中，当期支付的占比',
  },
  { kpi: '获客成本', direction: 'lower', unit: '元/人', baseline: 36, target: 28, source: 'ad_spend' },
  {
    kpi: '成交额',
    direction: 'higher',
    unit: '元',
    baseline: 61000,
    target: 95000,
    source: 'orders',
    grows: true,
  },
  {
    kpi: '活动曝光',
    direction: 'higher',
    unit: '次',
    baseline: 380000,
    target: 1000000,
    source: 'campaign_exposure',
    grows: true,
  },
  {
    kpi: '品牌词指数同比',
    direction: 'higher',
    unit: '%',
    baseline: 20,
    target: 100,
    source: 'search_index',
  },
  { kpi: '次周留存率', direction: 'higher', unit: '%', baseline: 19, target: 25, source: 'events' },
  {
    kpi: '服务工单48小时闭环率',
    direction: 'higher',
    unit: '%',
    baseline: 71,
    target: 90,
    source: 'tickets',
  },
];

/** A campus shop for stationery: from 25 to 48 payers in a thousand visitors. */
export const growthLabPlan: Plan = {
  seed: 20260302,
  language: 'zh',
  planted: {
    anomaly: { day: 78, channel: '小红书', factor: 8 },
    ring: { day: 48, inviters: 2, accounts: 16, devices: 3 },
    tracking: { day: 86, source: '统计工具', metric: '新增用户', factor: 2 },
    landing: { exp: 'LP', arms: ['旧版', '新版'], from: 42, to: 55, uplift: 0.04 },
    winBack: { day: 83, offer: '满 59 减 10 券', uplift: -0.12 },
  },
  channels,
  // The first live show was a trial of one week.
  trial: { channel: '抖音', campaign: '直播首秀', from: 70, to: 76 },
  campaigns,
  windows: buildWindows([
    [4840, 121],
    [5625, 180],
    [6500, 260],
    [7250, 348],
  ]),
  oldUsers: 1560,
  testAccounts: 12,
  events: {
    visit: { name: 'visit', page: 'landing' },
    view: { name: 'view', page: 'item' },
    register: { name: 'register', page: 'signup' },
    cart: { name: 'cart', page: 'cart' },
    pay: { name: 'pay', page: 'checkout' },
  },
  clients: ['小程序', '网页'],
  traits: chineseTraits,
  team,
  tasks,
  goals,
  reviews,
  mentoring,
  benchmarks: [
    ['次周留存率', 22, '%', '注册后第 7～13 天内有访问的新用户占比', '课程组模拟行业对照值'],
    ['复购率', 18, '%', '一学期内支付两单及以上的用户占比', '课程组模拟行业对照值'],
    ['净推荐值', 25, '', '推荐者占比减贬损者占比', '课程组模拟行业对照值'],
  ],
  funnels: [
    ...buildFunnel('购买', 28, { visit: '访问', view: '浏览商品', cart: '加入购物车', pay: '支付' }),
    ...buildFunnel('注册', 1, { visit: '访问', view: '浏览商品', register: '注册' }),
  ],
  platforms,
  editors: { first: ['M03', 'M07'], proof: ['M06', 'M05'], last: ['M01'], text: 'M02', film: 'M04' },
  terms: [
    { term: '拾光集市', lastYear: 168, growth: 2.5 },
    { term: '拾光文创', lastYear: 92, growth: 2.5 },
    { term: '校园文创', lastYear: 410, growth: 1.12 },
    { term: '毕业礼物', lastYear: 760, growth: 0.97, season: true },
  ],
  searchTool: { tool: '模拟搜索指数', region: '全国' },
  topics: { unused: unusedTopics, sources, pains },
  partners: partnerPlans,
  survey: surveyQuestions,
  mentions: {
    terms: ['拾光集市', '半糖文具社'],
    platforms: { 小红书: 26, 微博: 17, 抖音: 14, 公众号: 6, B站: 5 },
  },
  community: {
    opens: 35,
    posts: 820,
    topics: { 手账打卡: 34, 书桌改造: 24, 毕业季: 20, 求推荐: 14, 吐槽: 8 },
  },
  tickets,
  trouble: { from: 47, to: 58 },
  trials,
  push: { exp: 'PUSH', arms: ['提问式', '陈述式'], from: 80, to: 86 },
  recon,
  pages,
  coupons,
  budget,
  sharing: { 微信群: 6, 朋友圈: 3, QQ空间: 1 },
  nps: [
    { day: 18, answers: 92, mood: 0.12 },
    { day: 53, answers: 118, mood: -0.06 },
    { day: 81, answers: 131, mood: 0.3 },
    { day: 105, answers: 146, mood: 0.52 },
  ],
  comments: {
    glad: [
      '本子纸张很好写',
      '客服回得快，问题当天解决',
      '包装好看，送室友合适',
      '拼团比单买划算',
      '校徽书签很有纪念意义',
      '落地页写得清楚',
    ],
    sorry: [
      '快递走了八天',
      '客服两天没有回复',
      '优惠券门槛看不懂',
      '尺寸和图片不一样',
      '验证码收不到',
      '退货流程太绕',
    ],
  },
  words: chineseWords,
  scenarios: {
    'goals.新增用户=missed': { about: '新增用户未达目标', settings: ['channels.*.registrations*=0.7'] },
    'goals.转化率=missed': { about: '期末转化率未达目标', settings: ['windows.3.payers=254'] },
    'search=sem': {
      about: '付费搜索始终比自然搜索便宜',
      settings: [
        'channels.SEO.cost*=3',
        'channels.SEO.registrations*=0.5',
        'channels.SEM.registrations*=1.4',
        'channels.SEM.cost*=0.8',
      ],
    },
  },
};
