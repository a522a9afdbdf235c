import type { Random } from '../random.ts';
import { type CampaignPlan, isCampaignRunning } from './campaign-plan.ts';
import type { ChannelPlan } from './channel-plan.ts';
import { isWeekend } from './term-calendar.ts';

/** What makes days differ. */
interface CampaignCalendar {
  campaigns: CampaignPlan[];
}

/** Labour Day holiday: students are away. */
const holiday = { from: 60, to: 64 };

/** How busy a channel is on a day against its own month. */
export function computeIntensity(
  calendar: CampaignCalendar,
  { opens, lift }: ChannelPlan,
  day: number,
): number {
  if (day < opens) return 0;
  const away = day >= holiday.from && day <= holiday.to ? 0.7 : 1;
  return (isWeekend(day) ? 0.86 : 1) * away * (isCampaignRunning(calendar, day) ? lift : 1) * (1 + day / 160);
}

/** Visitors who register on a day: rises over the term, with a step when the new landing page is out. */
export function computeSignupRate({ signup: [start, end] }: ChannelPlan, day: number): number {
  return start + ((end - start) * day) / 111;
}

const hours = [6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22];
const hourWeights = [1, 3, 6, 4, 3, 4, 8, 7, 4, 3, 3, 4, 6, 7, 10, 11, 8];
const weightByHour = Object.fromEntries(hours.map((hour, index) => [String(hour), hourWeights[index]!]));

/** A second of the day between 06:00 and 23:00, with peaks at breakfast, noon and in the evening. */
export function drawSecondOfDay(random: Random): number {
  return Number(random.pickWeighted(weightByHour)) * 3600 + random.int(0, 3599);
}
