/** The two online campaigns of the term. */
export interface CampaignPlan {
  id: string;
  name: string;
  type: '打卡' | '拼团';
  /** First and last day of the term. */
  from: number;
  to: number;
  budget: number;
  /** Impressions a day on each platform, about. */
  impressions: Record<string, number>;
}

export const campaignPlans: readonly CampaignPlan[] = [
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

/** Whether a campaign runs on a day of the term. */
export function campaignOn(day: number): boolean {
  return campaignPlans.some((campaign) => campaign.from <= day && day <= campaign.to);
}
