/** The families of metrics, in the order of the handbook. */
import type { Bilingual } from '../base/language.ts';
import type { Family } from './metric.ts';

interface FamilyText {
  names: Bilingual;
  /** What the family answers, in one sentence. */
  about: Bilingual;
}

export const familyTexts: Record<Family, FamilyText> = {
  users: {
    names: { zh: '用户', en: 'Users' },
    about: { zh: '来了多少新用户，有多少人在用。', en: 'How many are new, and how many are there.' },
  },
  activity: {
    names: { zh: '活跃与黏性', en: 'Activity and stickiness' },
    about: { zh: '用户多久来一次，离不离得开。', en: 'How often users come, and whether they stick.' },
  },
  lifecycle: {
    names: { zh: '用户生命周期', en: 'Life cycle of users' },
    about: { zh: '新增、持续、回流、沉默各有多少人。', en: 'New, current, resurrected and dormant users.' },
  },
  retention: {
    names: { zh: '留存', en: 'Retention' },
    about: { zh: '来过的用户过些日子还在不在。', en: 'Whether users are still there after some days.' },
  },
  conversion: {
    names: { zh: '转化与漏斗', en: 'Conversion and funnels' },
    about: {
      zh: '从一步到下一步剩下多少人，在哪一步流失。',
      en: 'How many come from one step to the next, and where they are lost.',
    },
  },
  traffic: {
    names: { zh: '流量', en: 'Traffic' },
    about: { zh: '访问有多少，质量如何。', en: 'How many visits, and how good they are.' },
  },
  content: {
    names: { zh: '内容', en: 'Content' },
    about: { zh: '内容有没有人看、互动和转发。', en: 'Whether content is read, answered and passed on.' },
  },
  advertising: {
    names: { zh: '投放', en: 'Advertising' },
    about: { zh: '花了多少钱，换来多少曝光、点击和转化。', en: 'What was spent, and what it brought.' },
  },
  search: {
    names: { zh: '搜索获客', en: 'Search: SEO and SEM' },
    about: {
      zh: '自然搜索与付费搜索各要多少钱换一个用户，何时回本。',
      en: 'What a user costs by free and by paid search, and when it pays.',
    },
  },
  attribution: {
    names: { zh: '归因', en: 'Attribution' },
    about: { zh: '一次转化该记在哪些渠道名下。', en: 'Which channels a conversion is credited to.' },
  },
  orders: {
    names: { zh: '交易', en: 'Orders' },
    about: {
      zh: '卖了多少钱，每单、每人多少，有多少人再来买。',
      en: 'What was sold, by order and by buyer, and who comes back.',
    },
  },
  lifetime: {
    names: { zh: '用户价值', en: 'Lifetime value' },
    about: { zh: '一位用户以后还会带来多少。', en: 'What a user will still bring.' },
  },
  referral: {
    names: { zh: '裂变', en: 'Referral' },
    about: {
      zh: '用户带来多少用户，其中有多少可疑。',
      en: 'How many users bring users, and which look false.',
    },
  },
  segments: {
    names: { zh: '分群与触达', en: 'Segments and outreach' },
    about: {
      zh: '用户分成哪几类，消息发得多不多。',
      en: 'What kinds of users there are, and how often they are written to.',
    },
  },
  churn: {
    names: { zh: '流失预警', en: 'Churn' },
    about: {
      zh: '谁走了，谁可能走，模型准不准。',
      en: 'Who left, who may leave, and how well a model knows.',
    },
  },
  experiments: {
    names: { zh: 'A/B 实验', en: 'Experiments' },
    about: {
      zh: '差别是真的还是碰巧，实验本身可不可信。',
      en: 'Whether a difference is real, and whether the test can be believed.',
    },
  },
  anomalies: {
    names: { zh: '异常检测', en: 'Anomalies' },
    about: {
      zh: '哪一天不对劲，变化来自哪里。',
      en: 'Which day is unlike the others, and where a change comes from.',
    },
  },
  satisfaction: {
    names: { zh: '满意度', en: 'Satisfaction' },
    about: { zh: '用户满不满意，愿不愿意推荐。', en: 'Whether users are content and would recommend.' },
  },
  service: {
    names: { zh: '客服时效', en: 'Service' },
    about: {
      zh: '工单多快处理完，超时的有多少。',
      en: 'How fast tickets are closed, and how many are late.',
    },
  },
  goals: {
    names: { zh: '目标与 OKR', en: 'Goals and OKR' },
    about: { zh: '目标完成了多少。', en: 'How much of the goals is reached.' },
  },
  planning: {
    names: { zh: '计划与进度', en: 'Plan and progress' },
    about: {
      zh: '进度比计划快还是慢，最后要花多少。',
      en: 'Whether work is ahead of the plan, and what it will cost.',
    },
  },
  budget: {
    names: { zh: '预算', en: 'Budget' },
    about: { zh: '花的和预算差多少。', en: 'How far spending is from the budget.' },
  },
  growth: {
    names: { zh: '同比与环比', en: 'Growth' },
    about: { zh: '比去年同期或上期变了多少。', en: 'The change against last year or the last period.' },
  },
  quality: {
    names: { zh: '数据质量', en: 'Data quality' },
    about: {
      zh: '数对不对得上，缺了多少，重了多少。',
      en: 'Whether figures agree, and what is missing or double.',
    },
  },
  rows: {
    names: { zh: '通用汇总', en: 'Counting and adding' },
    about: { zh: '计数、合计、平均：任何一张表都能用。', en: 'Counts, sums and means of any table.' },
  },
};
