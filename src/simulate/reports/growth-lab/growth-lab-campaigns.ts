import type { CampaignPlan } from '../../plan/campaign-plan.ts';

export const campaigns: CampaignPlan[] = [
  {
    id: 'C1',
    name: '春日校园打卡季',
    type: '打卡',
    from: 42,
    to: 55,
    budget: 4000,
    impressions: { 小红书: 13200, 抖音: 12400, 公众号: 3600, B站: 3900, 微博: 3100 },
  },
  {
    id: 'C2',
    name: '毕业季焕新拼团',
    type: '拼团',
    from: 91,
    to: 104,
    budget: 6000,
    impressions: { 小红书: 20300, 抖音: 21800, 公众号: 5200, B站: 6900, 微博: 4300 },
  },
];
