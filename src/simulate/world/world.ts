import { formatSerial } from '../format-serial.ts';
import type { Plan } from '../plan/world-plan.ts';
import { Random } from '../random.ts';
import { sortByNumber } from '../sort-by-number.ts';
import { markPayers } from './payers.ts';
import { type Person, simulatePeople } from './people.ts';
import { assignTouchpoints, type Session, simulateSessions } from './sessions.ts';
import type { WorldContext } from './world-context.ts';
import { type Invitation, simulateInvitations } from './world-invitations.ts';
import { type Order, simulateOrders } from './world-orders.ts';

/** What happened in the term; every table is one view of it. */
export interface World extends WorldContext {
  /** Everyone who came or had registered, in order of their ids. */
  people: Person[];
  /** In order of time. */
  sessions: Session[];
  /** In order of time. */
  orders: Order[];
  invitations: Invitation[];
}

/** The same plan, seed and scale give the same world. */
export function simulateWorld(plan: Plan, seed: number, scale: number): World {
  const random = new Random(seed);
  const forkContext = (name: string): WorldContext => ({ plan, scale, random: random.fork(name) });
  const people = simulatePeople(forkContext('people'));
  const visits = simulateSessions(forkContext('sessions'), people);
  markPayers(forkContext('payers'), visits);
  const everyone = assignPersonIds([...people, ...visits.map((session) => session.person)]);
  const sessions = sortByNumber(visits, ({ at }) => at);
  sessions.forEach((session, index) => {
    session.id = formatSerial('s', index + 1, countDigits(sessions.length));
  });
  assignTouchpoints(forkContext('touches'), sessions);
  const invitations = simulateInvitations(forkContext('invitations'), everyone, sessions);
  const orders = simulateOrders(forkContext('orders'), sessions);
  return { random, plan, scale, people: everyone, sessions, orders, invitations };
}

/** Ids in the order in which people first came, so that an id says nothing else. */
function assignPersonIds(people: Person[]): Person[] {
  const everyone = sortByNumber([...new Set(people)], ({ since }) => since);
  everyone.forEach((person, index) => {
    person.id = formatSerial('u', index + 1, countDigits(everyone.length));
  });
  return everyone;
}

/** Digits of ids: five, or as many as the last one needs. */
const countDigits = (last: number) => Math.max(5, String(last).length);
