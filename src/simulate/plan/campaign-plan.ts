/** An online campaign. */
export interface CampaignPlan {
  id: string;
  name: string;
  type: '打卡' | '抽奖' | '挑战赛' | '拼团' | '红包';
  /** First and last day of the term. */
  from: number;
  to: number;
  budget: number;
  /** Impressions a day on each platform, about. */
  impressions: Record<string, number>;
}

/** Whether a campaign runs on a day of the term. */
export function isCampaignRunning({ campaigns }: { campaigns: CampaignPlan[] }, day: number): boolean {
  return campaigns.some(({ from, to }) => from <= day && day <= to);
}
