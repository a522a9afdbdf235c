import { memoize } from '../../base/memoize.ts';
import { daySeconds, days } from '../plan/term-calendar.ts';
import { getSessionDay } from './sessions.ts';
import type { World } from './world.ts';

/** What happened on each day of the term, counted from the world itself. */
interface DailyCounts {
  visits: number[];
  registrations: number[];
  paidOrders: number[];
}

export const getDailyCounts = memoize(computeDailyCounts);

function computeDailyCounts({ sessions, orders }: World): DailyCounts {
  const none = () => new Array<number>(days).fill(0);
  const counts = { visits: none(), registrations: none(), paidOrders: none() };
  for (const session of sessions) {
    counts.visits[getSessionDay(session)]! += 1;
    if (session.registers) counts.registrations[getSessionDay(session)]! += 1;
  }
  for (const { paidAt } of orders) {
    if (paidAt !== undefined) counts.paidOrders[Math.floor(paidAt / daySeconds)]! += 1;
  }
  return counts;
}
