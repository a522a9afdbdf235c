import { days } from '../plan/term-calendar.ts';
import { getSessionDay, type Session } from './sessions.ts';
import type { WorldContext } from './world-context.ts';

/** A third of the later visits of people with an account come through another channel than their first. */
export function assignTouchpoints({ plan, random }: WorldContext, sessions: Session[]): void {
  const weights = Array.from({ length: days }, (_, day) => {
    const open = Object.entries(plan.channels).filter(([, { opens }]) => opens <= day);
    return Object.fromEntries(open.map(([name, { again }]) => [name, again]));
  });
  for (const session of sessions) {
    const { person } = session;
    if (session.registers || person.registeredAt === undefined || !random.chance(0.34)) continue;
    session.channel = random.pickWeighted(weights[getSessionDay(session)]!);
  }
}
