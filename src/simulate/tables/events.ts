import { byNumber } from '../by-number.ts';
import type { Plan } from '../plan/plan.ts';
import type { EventName } from '../plan/visits.ts';
import type { Person } from '../world/people.ts';
import type { Session } from '../world/sessions.ts';
import { stepsOf } from '../world/steps.ts';
import type { SimulatedTable } from './table.ts';

/** Two thirds come by the usual client; who they are does not change that from visit to visit. */
function clientOf({ clients }: Plan, { since }: Person): string {
  return clients[mix(since) % 100 < 68 ? 0 : 1];
}

/** Twenty-four products, the first ones looked at more often. Registration concerns none. */
function itemOf({ at }: Session, event: EventName): string | null {
  if (event === 'visit' || event === 'register') return null;
  const place = ((mix(at) % 1000) / 1000) ** 1.7;
  return items[Math.floor(place * 24)]!;
}

const items = Array.from({ length: 24 }, (_, at) => `P${String(at + 1).padStart(2, '0')}`);

function mix(number: number): number {
  return Math.imul(number + 1, 2654435761) >>> 9;
}

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
    byNumber(
      sessions.flatMap((session) => stepsOf(session).map((step) => ({ session, step }))),
      ({ step }) => step.at,
    ).map(({ session, step }, index) => [
      `e${String(index + 1).padStart(6, '0')}`,
      session.person.id,
      session.id,
      plan.events[step.event].name,
      step.at,
      plan.events[step.event].page,
      itemOf(session, step.event),
      session.channel,
      clientOf(plan, session.person),
      step.stay,
    ]),
};
