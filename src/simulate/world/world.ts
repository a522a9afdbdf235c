import { byNumber } from '../by-number.ts';
import type { Plan } from '../plan/plan.ts';
import { Random } from '../random.ts';
import { type Invitation, makeInvitations } from './invitations.ts';
import type { Making } from './making.ts';
import { type Order, placeOrders } from './orders.ts';
import { choosePayers } from './payers.ts';
import { makePeople, type Person } from './people.ts';
import { makeSessions, type Session } from './sessions.ts';
import { chooseTouches } from './touches.ts';

/** What happened in the term; every table is one view of it. */
export interface World extends Making {
  /** Everyone who came or had registered, in order of their ids. */
  people: Person[];
  /** In order of time. */
  sessions: Session[];
  /** In order of time. */
  orders: Order[];
  invitations: Invitation[];
}

/** The same plan, seed and scale give the same world. */
export function makeWorld(plan: Plan, seed: number, scale: number): World {
  const random = new Random(seed);
  const part = (name: string): Making => ({ plan, scale, random: random.fork(name) });
  const people = makePeople(part('people'));
  const visits = makeSessions(part('sessions'), people);
  choosePayers(part('payers'), visits);
  const everyone = numberPeople([...people, ...visits.map((session) => session.person)]);
  const sessions = byNumber(visits, ({ at }) => at);
  sessions.forEach((session, index) => {
    session.id = `s${serial(index + 1, sessions.length)}`;
  });
  chooseTouches(part('touches'), sessions);
  const invitations = makeInvitations(part('invitations'), everyone, sessions);
  const orders = placeOrders(part('orders'), sessions);
  return { random, plan, scale, people: everyone, sessions, orders, invitations };
}

/** Ids in the order in which people first came, so that an id says nothing else. */
function numberPeople(people: Person[]): Person[] {
  const everyone = byNumber([...new Set(people)], ({ since }) => since);
  everyone.forEach((person, index) => {
    person.id = `u${serial(index + 1, everyone.length)}`;
  });
  return everyone;
}

function serial(number: number, most: number): string {
  return String(number).padStart(Math.max(5, String(most).length), '0');
}
