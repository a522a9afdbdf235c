import { stamp } from '../term.ts';
import { type EventName, stepsOf } from '../world/steps.ts';
import type { SimulatedTable } from './table.ts';

const pages: Record<EventName, string> = {
  visit: 'landing',
  view: 'item',
  register: 'signup',
  cart: 'cart',
  pay: 'checkout',
};

/** Every step of every visit: visit, view, register, cart, pay. Sorted by time. */
export const events: SimulatedTable = {
  columns: ['event_id', 'user_id', 'session_id', 'event', 'ts', 'page', 'channel', 'duration_s'],
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
        session.person.channel,
        step.stay,
      ]),
};
