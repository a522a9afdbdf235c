import { type Channel, channelPlans, channels } from '../plan/channels.ts';
import type { Random } from '../random.ts';
import { dayOfSession, type Session } from './sessions.ts';

/** Where people who come again come from, when not by the channel of their first visit. */
const again: Record<string, number> = {
  SEM: 2,
  SEO: 4,
  小红书: 3,
  抖音: 1,
  公众号: 5,
  老带新: 1,
  异业合作: 1,
};

/** A third of the later visits of people with an account come through another channel. */
export function chooseTouches(random: Random, sessions: Session[]): void {
  for (const session of sessions) {
    const { person } = session;
    if (session.registers || person.registeredAt === undefined || !random.chance(0.34)) continue;
    const day = dayOfSession(session);
    const open = channels.filter((channel) => channelPlans[channel].opens <= day);
    const weights = Object.fromEntries(open.map((channel) => [channel, again[channel]!]));
    session.channel = random.weighted(weights) as Channel;
  }
}
