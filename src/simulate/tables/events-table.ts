import { formatSerial } from '../format-serial.ts';
import { hashNumber } from '../hash.ts';
import type { VisitEvent } from '../plan/visit-event.ts';
import type { Plan } from '../plan/world-plan.ts';
import { sortByNumber } from '../sort-by-number.ts';
import type { Person } from '../world/people.ts';
import { getSteps } from '../world/session-steps.ts';
import type { Session } from '../world/sessions.ts';
import type { SimulatedTable } from './simulated-table.ts';

/** Two thirds come by the usual client; who they are does not change that from visit to visit. */
function getClient({ clients }: Plan, { since }: Person): string {
  return clients[(hashNumber(since) >>> 9) % 100 < 68 ? 0 : 1];
}

/** Twenty-four products, the first ones looked at more often. Registration concerns none. */
function findItem({ at }: Session, event: VisitEvent): string | null {
  if (event === 'visit' || event === 'register') return null;
  const place = (((hashNumber(at) >>> 9) % 1000) / 1000) ** 1.7;
  return items[Math.floor(place * 24)]!;
}

const items = Array.from({ length: 24 }, (_, at) => formatSerial('P', at + 1, 2));

/** Every step of every visit: visit, view, register, cart, pay. Sorted by time. */
export const events: SimulatedTable = {
  columns: [
    'event_id',
    'user_id',
    'session_id',
    'event',
    'ts',
    'page',
    'item_id',
    'channel',
    'platform',
    'duration_s',
  ],
  rows: ({ plan, sessions }) =>
    sortByNumber(
      sessions.flatMap((session) => getSteps(session).map((step) => ({ session, step }))),
      ({ step }) => step.at,
    ).map(({ session, step }, index) => [
      formatSerial('e', index + 1, 6),
      session.person.id,
      session.id,
      plan.events[step.event].name,
      step.at,
      plan.events[step.event].page,
      findItem(session, step.event),
      session.channel,
      getClient(plan, session.person),
      step.stay,
    ]),
};
