import type { ChannelPlan } from '../../plan/channel-plan.ts';
import { emptyPlan } from '../../plan/empty-plan.ts';
import { buildFunnel, buildSources } from '../../plan/measurement-plan.ts';
import { buildWindows } from '../../plan/visit-window.ts';
import type { Plan } from '../../plan/world-plan.ts';
import { chineseTraits, chineseWords } from '../chinese-defaults.ts';
import { keywords } from './search-lab-keywords.ts';
import { platforms } from './search-lab-platforms.ts';
import { mentoring, reviews, tasks, team } from './search-lab-team.ts';

/** Natural search has not paid for itself by the end of the term. */
const channels: Record<string, ChannelPlan> = {
  SEM: {
    kind: 'paid',
    registrations: [110, 130, 140, 95],
    cost: [3900, 4700, 5300, 3700],
    campaigns: { 品类词: 0.55, 品牌词: 0.2, 场景词: 0.25 },
    opens: 0,
    lift: 1,
    signup: [0.09, 0.13],
    payers: 1,
    ctr: 0.031,
    source: 'baidu',
    medium: 'cpc',
    before: 4,
    again: 3,
  },
  SEO: {
    kind: 'organic',
    registrations: [40, 85, 140, 130],
    cost: [7600, 6800, 5200, 3200],
    campaigns: { 站内结构: 0.45, 租赁攻略: 0.55 },
    opens: 0,
    lift: 1,
    signup: [0.07, 0.12],
    payers: 1.2,
    ctr: 0.042,
    source: 'baidu',
    medium: 'organic',
    before: 3,
    again: 4,
  },
  直接访问: {
    kind: 'social',
    registrations: [45, 55, 60, 50],
    cost: [0, 0, 0, 0],
    campaigns: { 直接访问: 1 },
    opens: 0,
    lift: 1,
    signup: [0.12, 0.15],
    payers: 1.3,
    ctr: 0.5,
    source: 'direct',
    medium: 'none',
    before: 3,
    again: 5,
  },
};

/** A rental of camping gear that wants to be found: some goals missed, one milestone late. */
export const searchLabPlan: Plan = {
  ...emptyPlan,
  seed: 20260309,
  language: 'zh',
  planted: {
    anomaly: { day: 60, channel: 'SEM', factor: 7 },
    tracking: { day: 51, source: '统计工具', metric: '新增用户', factor: 0.4 },
    landing: { exp: 'LP', arms: ['旧版', '新版'], from: 63, to: 76, uplift: 0.045 },
  },
  channels,
  windows: buildWindows([
    [2100, 50],
    [2600, 68],
    [3000, 92],
    [3100, 105],
  ]),
  oldUsers: 420,
  testAccounts: 5,
  events: {
    visit: { name: 'visit', page: 'landing' },
    view: { name: 'view', page: 'item' },
    register: { name: 'register', page: 'signup' },
    cart: { name: 'cart', page: 'dates' },
    pay: { name: 'pay', page: 'checkout' },
  },
  clients: ['手机网页', '电脑网页'],
  traits: chineseTraits,
  team,
  tasks,
  goals: [
    {
      kpi: '新增用户',
      direction: 'higher',
      unit: '人',
      baseline: 420,
      target: 1400,
      source: 'users',
      grows: true,
    },
    {
      kpi: '转化率',
      direction: 'higher',
      unit: '%',
      baseline: 2,
      target: 3.2,
      source: 'events',
      from: '2026-05-25',
      definition: '期末四周来访的用户中，当期支付的占比',
    },
    {
      kpi: '自然搜索获客成本',
      direction: 'lower',
      unit: '元/人',
      baseline: 95,
      target: 40,
      source: 'ad_spend',
    },
    {
      kpi: '付费搜索获客成本',
      direction: 'lower',
      unit: '元/人',
      baseline: 44,
      target: 40,
      source: 'ad_spend',
    },
    {
      kpi: '品牌词指数同比',
      direction: 'higher',
      unit: '%',
      baseline: 10,
      target: 50,
      source: 'search_index',
    },
    { kpi: '首页关键词', direction: 'higher', unit: '个', baseline: 2, target: 10, source: 'keywords' },
  ],
  reviews,
  mentoring,
  benchmarks: [
    ['付费搜索点击率', 3, '%', '点击次数除以展示次数', '课程组模拟行业对照值'],
    ['访问注册率', 9, '%', '注册用户占访问用户', '课程组模拟行业对照值'],
  ],
  funnels: buildFunnel('租赁', 28, { visit: '访问', view: '看装备', cart: '选租期', pay: '支付' }),
  platforms,
  editors: { first: ['S5', 'S4'], proof: ['S3'], last: ['S1'], text: 'S2', film: 'S4' },
  terms: [
    { term: '野径租赁', lastYear: 74, growth: 1.62 },
    { term: '露营装备租赁', lastYear: 540, growth: 1.08, season: true },
    { term: '帐篷出租', lastYear: 390, growth: 0.94, season: true },
  ],
  searchTool: { tool: '模拟搜索指数', region: '全国' },
  trials: [
    {
      exp: 'LP',
      hypothesis: '先报价再填资料的落地页注册率更高',
      metric: '注册率',
      unit: '新访客',
      planned: 1500,
      from: 63,
      to: 76,
      looks: 1,
      correction: 'holm',
    },
    {
      exp: 'TITLE',
      hypothesis: '标题写明日租价的广告点击率更高',
      metric: '点击率',
      unit: '展示',
      planned: 24000,
      from: 77,
      to: 90,
      looks: 1,
      correction: 'holm',
      rates: { n: 12000, arms: { 不写价格: 0.0295, 写明日租价: 0.0302 } },
    },
  ],
  recon: [
    ...buildSources({ metric: '新增用户', counts: 'registrations', tolerance: 0.02 }, [
      ['业务数据库', '当日完成注册的账号'],
      ['统计工具', '当日注册成功页的触发次数'],
    ]),
    ...buildSources({ metric: '访问次数', counts: 'visits', tolerance: 0.1 }, [
      ['行为日志', '当日 visit 事件数'],
      ['第三方监测', '当日页面首次加载', 'loses'],
    ]),
  ],
  budget: {
    channels: { SEM: ['付费搜索', 18000, ''], SEO: ['自然搜索', 20000, '改版返工，超出部分由机动款补'] },
    bills: [['排名与收录监测', 800]],
    revenue: ['租赁收入', 36000, '已扣退款'],
  },
  words: chineseWords,
  keywords,
  landings: {
    品类词: '/rent',
    品牌词: '/',
    场景词: '/guide',
    站内结构: '/rent',
    租赁攻略: '/guide',
    直接访问: '/',
  },
  scenarios: {
    'goals.新增用户=met': {
      about: '新增用户达到目标',
      settings: ['channels.*.registrations*=1.4', 'windows.*.visitors*=1.25'],
    },
    'search=seo': { about: '自然搜索比付费搜索便宜', settings: ['channels.SEO.cost*=0.4'] },
  },
};
