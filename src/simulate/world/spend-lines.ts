import { memoize } from '../../base/memoize.ts';
import { apportion } from '../apportion.ts';
import { findTrialCampaign } from '../plan/campaign-plan.ts';
import { daySeconds, days, getMonth, isWeekend } from '../plan/term-calendar.ts';
import type { Plan } from '../plan/world-plan.ts';
import { getSessionDay } from './sessions.ts';
import type { World } from './world.ts';
import type { WorldContext } from './world-context.ts';
import { isRevenueOrder } from './world-orders.ts';

/** What one campaign did on one day. Money in 分. */
export interface SpendLine {
  day: number;
  channel: string;
  campaign: string;
  clicks: number;
  conversions: number;
  revenue: number;
  cost: number;
}

/** All lines, by day, channel and campaign. */
export const getSpendLines = memoize(simulateSpendLines);

function simulateSpendLines(world: World): SpendLine[] {
  const random = world.random.fork('spend');
  const { plan } = world;
  const lines = createEmptyLines(plan);
  const byDay = indexLines(lines);
  const line = (day: number, channel: string, campaign: string) => byDay[day]?.get(channel)?.get(campaign);
  const usual = new Map(
    Object.entries(plan.channels).map(([name, { campaigns }]) => [name, Object.keys(campaigns)[0]!]),
  );
  for (const session of world.sessions) {
    const { person, channel } = session;
    const campaign = channel === person.channel ? person.campaign : usual.get(channel)!;
    const found = line(getSessionDay(session), channel, campaign);
    if (found) found.clicks += 1;
    if (found && session.registers) found.conversions += 1;
  }
  for (const order of world.orders) {
    if (!isRevenueOrder(order)) continue;
    const { channel, campaign } = order.person;
    const found = line(Math.floor(order.paidAt / daySeconds), channel, campaign);
    if (found) found.revenue += order.amount;
  }
  for (const channel of Object.keys(plan.channels)) {
    distributeCost({ ...world, random }, channel, lines);
  }
  for (const each of world.invitations) {
    line(Math.floor(each.at / daySeconds), each.invitee.channel, each.invitee.campaign)!.cost += each.reward;
  }
  return lines;
}

/** Day → channel → campaign; asked for every visit. */
function indexLines(lines: SpendLine[]): Map<string, Map<string, SpendLine>>[] {
  const byDay = Array.from({ length: days }, () => new Map<string, Map<string, SpendLine>>());
  for (const line of lines) {
    const byChannel = byDay[line.day]!;
    const own = byChannel.get(line.channel) ?? new Map<string, SpendLine>();
    byChannel.set(line.channel, own.set(line.campaign, line));
  }
  return byDay;
}

function createEmptyLines(plan: Plan): SpendLine[] {
  const lines: SpendLine[] = [];
  for (let day = 0; day < days; day++) {
    for (const channel of Object.keys(plan.channels).filter((each) => plan.channels[each]!.opens <= day)) {
      for (const campaign of listCampaigns(plan, channel, day)) {
        const nothing = { clicks: 0, conversions: 0, revenue: 0, cost: 0 };
        lines.push({ day, channel, campaign, ...nothing });
      }
    }
  }
  return lines;
}

function listCampaigns(plan: Plan, channel: string, day: number): string[] {
  const names = Object.keys(plan.channels[channel]!.campaigns);
  const tried = findTrialCampaign(plan, channel, day);
  return tried === undefined ? names : [...names, tried];
}

/** A channel's money of a month goes where its clicks go; SEO is work, and work rests at weekends. */
function distributeCost({ plan, random, scale }: WorldContext, channel: string, lines: SpendLine[]): void {
  plan.channels[channel]!.cost.forEach((yuan, month) => {
    const mine = lines.filter((line) => line.channel === channel && getMonth(line.day) === month);
    const weights = mine.map((line) => computeWeight(plan, line) * random.logNormal(1, 0.18));
    const parts = apportion(Math.round(yuan * 100 * scale * random.logNormal(1, 0.02)), weights);
    mine.forEach((line, index) => {
      line.cost = parts[index]!;
    });
  });
}

function computeWeight({ channels, trial }: Plan, line: SpendLine): number {
  const { kind, campaigns } = channels[line.channel]!;
  if (line.campaign === trial?.campaign) return line.clicks * 9;
  if (kind !== 'organic') return line.clicks;
  return isWeekend(line.day) ? 0 : campaigns[line.campaign]!;
}
