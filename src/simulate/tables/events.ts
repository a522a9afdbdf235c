import { stamp } from '../term.ts';
import type { Person } from '../world/people.ts';
import type { Session } from '../world/sessions.ts';
import { type EventName, stepsOf } from '../world/steps.ts';
import type { SimulatedTable } from './table.ts';

const pages: Record<EventName, string> = {
  visit: 'landing',
  view: 'item',
  register: 'signup',
  cart: 'cart',
  pay: 'checkout',
};

/** Two thirds come by the mini program; who they are does not change that from visit to visit. */
function platformOf({ since }: Person): string {
  return mix(since) % 100 < 68 ? '小程序' : '网页';
}

/** Twenty-four products, the first ones looked at more often. Registration concerns none. */
function itemOf({ at }: Session, event: EventName): string | null {
  if (event === 'visit' || event === 'register') return null;
  const place = ((mix(at) % 1000) / 1000) ** 1.7;
  return `P${String(1 + Math.floor(place * 24)).padStart(2, '0')}`;
}

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
  rows: (world) =>
    world.sessions
      .flatMap((session) => stepsOf(session).map((step) => ({ session, step })))
      .sort((a, b) => a.step.at - b.step.at)
      .map(({ session, step }, index) => [
        `e${String(index + 1).padStart(6, '0')}`,
        session.person.id,
        session.id,
        step.event,
        stamp(step.at),
        pages[step.event],
        itemOf(session, step.event),
        session.channel,
        platformOf(session.person),
        step.stay,
      ]),
};
