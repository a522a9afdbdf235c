import { type Channel, channelPlans, channels } from '../plan/channels.ts';
import type { Random } from '../random.ts';
import { spread } from '../spread.ts';
import { daySeconds, days, isWeekend, monthOf } from '../term.ts';
import { once } from './once.ts';
import { liveTrial } from './people.ts';
import { dayOfSession } from './sessions.ts';
import type { World } from './world.ts';

/** What one campaign did on one day. Money in 分. */
export interface SpendLine {
  day: number;
  channel: Channel;
  campaign: string;
  clicks: number;
  conversions: number;
  revenue: number;
  cost: number;
}

/** All lines, by day, channel and campaign. */
export const spendLines = once(allLines);

function allLines(world: World): SpendLine[] {
  const random = world.random.fork('spend');
  const lines = emptyLines();
  const line = (day: number, channel: Channel, campaign: string) => lines.get(key(day, channel, campaign));
  for (const session of world.sessions) {
    const { person, channel } = session;
    const campaign =
      channel === person.channel ? person.campaign : Object.keys(channelPlans[channel].campaigns)[0]!;
    const found = line(dayOfSession(session), channel, campaign);
    if (found) found.clicks += 1;
    if (found && session.registers) found.conversions += 1;
  }
  for (const order of world.orders) {
    if (order.paidAt === undefined || order.status === 'refunded') continue;
    const { channel, campaign } = order.person;
    const found = line(Math.floor(order.paidAt / daySeconds), channel, campaign);
    if (found) found.revenue += order.amount;
  }
  for (const channel of channels) payFor(random, channel, [...lines.values()], world.scale);
  for (const each of world.invitations) {
    line(Math.floor(each.at / daySeconds), '老带新', each.invitee.campaign)!.cost += each.reward;
  }
  return [...lines.values()];
}

const key = (day: number, channel: Channel, campaign: string) => `${day} ${channel} ${campaign}`;

function emptyLines(): Map<string, SpendLine> {
  const lines = new Map<string, SpendLine>();
  for (let day = 0; day < days; day++) {
    for (const channel of channels.filter((each) => channelPlans[each].opens <= day)) {
      for (const campaign of campaignsOn(channel, day)) {
        const nothing = { clicks: 0, conversions: 0, revenue: 0, cost: 0 };
        lines.set(key(day, channel, campaign), { day, channel, campaign, ...nothing });
      }
    }
  }
  return lines;
}

function campaignsOn(channel: Channel, day: number): string[] {
  const names = Object.keys(channelPlans[channel].campaigns);
  const trial = channel === liveTrial.channel && day >= liveTrial.from && day <= liveTrial.to;
  return trial ? [...names, liveTrial.campaign] : names;
}

/** A channel's money of a month goes where its clicks go; SEO is work, and work rests at weekends. */
function payFor(random: Random, channel: Channel, lines: SpendLine[], scale: number): void {
  channelPlans[channel].cost.forEach((yuan, month) => {
    const mine = lines.filter((line) => line.channel === channel && monthOf(line.day) === month);
    const weights = mine.map((line) => weight(channel, line) * random.logNormal(1, 0.18));
    const parts = spread(Math.round(yuan * 100 * scale * random.logNormal(1, 0.02)), weights);
    mine.forEach((line, index) => {
      line.cost = parts[index]!;
    });
  });
}

function weight(channel: Channel, line: SpendLine): number {
  if (line.campaign === liveTrial.campaign) return line.clicks * 9;
  if (channel !== 'SEO') return line.clicks;
  return isWeekend(line.day) ? 0 : channelPlans.SEO.campaigns[line.campaign]!;
}
