import type { Plan } from '../../plan/plan.ts';
import { partnerPlans } from './partners-plan.ts';
import { questions } from './survey-plan.ts';
import { pains, sources, unusedTopics } from './topics.ts';

export const growthLab: Plan = {
  planted: {
    anomaly: { day: 78, channel: '小红书', factor: 8 },
    ring: { day: 48, inviters: 2, accounts: 16, devices: 3 },
    tracking: { day: 86, source: '统计工具', metric: '新增用户', factor: 2 },
    landing: { from: 42, to: 55, uplift: 0.04 },
    winBack: { day: 83, uplift: -0.12 },
  },
  topics: { unused: unusedTopics, sources, pains },
  partners: partnerPlans,
  survey: questions,
  mentions: {
    terms: ['拾光集市', '半糖文具社'],
    platforms: { 小红书: 26, 微博: 17, 抖音: 14, 公众号: 6, B站: 5 },
  },
  ugc: { opens: 35, posts: 820, topics: { 手账打卡: 34, 书桌改造: 24, 毕业季: 20, 求推荐: 14, 吐槽: 8 } },
  trouble: { from: 47, to: 58 },
};
