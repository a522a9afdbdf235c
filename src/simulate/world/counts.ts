import { daySeconds, days } from '../term.ts';
import { once } from './once.ts';
import { dayOfSession } from './sessions.ts';
import type { World } from './world.ts';

/** What happened on each day of the term, counted from the world itself. */
export interface Counts {
  visits: number[];
  registrations: number[];
  paidOrders: number[];
}

export const countDays = once(allCounts);

function allCounts({ sessions, orders }: World): Counts {
  const none = () => new Array<number>(days).fill(0);
  const counts = { visits: none(), registrations: none(), paidOrders: none() };
  for (const session of sessions) {
    counts.visits[dayOfSession(session)]! += 1;
    if (session.registers) counts.registrations[dayOfSession(session)]! += 1;
  }
  for (const { paidAt } of orders) {
    if (paidAt !== undefined) counts.paidOrders[Math.floor(paidAt / daySeconds)]! += 1;
  }
  return counts;
}
