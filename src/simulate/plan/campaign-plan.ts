import { isOnDays } from './term-calendar.ts';

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

/** A campaign of one channel that was tried for some days. */
export interface TrialCampaign {
  channel: string;
  campaign: string;
  from: number;
  to: number;
}

/** The name of the campaign that the channel tries on a day of the term. */
export function findTrialCampaign(
  { trial }: { trial?: TrialCampaign },
  channel: string,
  day: number,
): string | undefined {
  const tries = trial?.channel === channel && trial.from <= day && day <= trial.to;
  return tries ? trial.campaign : undefined;
}

/** The campaign that runs in a second of the term. */
export function findRunningCampaign(
  { campaigns }: { campaigns: CampaignPlan[] },
  second: number,
): CampaignPlan | undefined {
  return campaigns.find((campaign) => isOnDays(campaign, second));
}

/** Whether a campaign runs on a day of the term. */
export function isCampaignRunning({ campaigns }: { campaigns: CampaignPlan[] }, day: number): boolean {
  return campaigns.some(({ from, to }) => from <= day && day <= to);
}
