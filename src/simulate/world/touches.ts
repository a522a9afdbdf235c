import type { Making } from './making.ts';
import { dayOfSession, type Session } from './sessions.ts';

/** A third of the later visits of people with an account come through another channel than their first. */
export function chooseTouches({ plan, random }: Making, sessions: Session[]): void {
  for (const session of sessions) {
    const { person } = session;
    if (session.registers || person.registeredAt === undefined || !random.chance(0.34)) continue;
    const day = dayOfSession(session);
    const open = Object.entries(plan.channels).filter(([, { opens }]) => opens <= day);
    session.channel = random.weighted(Object.fromEntries(open.map(([name, { again }]) => [name, again])));
  }
}
