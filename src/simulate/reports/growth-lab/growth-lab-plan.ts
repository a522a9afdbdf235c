import type { Plan } from '../../plan/world-plan.ts';
import { tickets, traits } from './growth-lab-audience.ts';
import { campaigns } from './growth-lab-campaigns.ts';
import { channels } from './growth-lab-channels.ts';
import { goals } from './growth-lab-goals.ts';
import { budget, coupons, pages, recon, trials } from './growth-lab-measurement.ts';
import { mentoring } from './growth-lab-mentoring.ts';
import { partnerPlans } from './growth-lab-partners.ts';
import { platforms } from './growth-lab-platforms.ts';
import { reviews } from './growth-lab-reviews.ts';
import { surveyQuestions } from './growth-lab-survey.ts';
import { tasks } from './growth-lab-tasks.ts';
import { team } from './growth-lab-team.ts';
import { pains, sources, unusedTopics } from './growth-lab-topics.ts';

import { words } from './growth-lab-words.ts';

const day = 86_400;

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
  windows: [
    { from: 0, to: 27, visitors: 4840, payers: 121 },
    { from: 28, to: 55, visitors: 5625, payers: 180 },
    { from: 56, to: 83, visitors: 6500, payers: 260 },
    { from: 84, to: 111, visitors: 7250, payers: 348 },
  ],
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
  traits,
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
    ['购买', 1, 'visit', 28 * day, '访问'],
    ['购买', 2, 'view', 28 * day, '浏览商品'],
    ['购买', 3, 'cart', 28 * day, '加入购物车'],
    ['购买', 4, 'pay', 28 * day, '支付'],
    ['注册', 1, 'visit', day, '访问'],
    ['注册', 2, 'view', day, '浏览商品'],
    ['注册', 3, 'register', day, '注册'],
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
  words,
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
