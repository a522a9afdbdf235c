import type { Window } from '../plan/plan.ts';
import { intensity, secondOfDay, signupRate } from '../plan/rhythm.ts';
import type { EventName } from '../plan/visits.ts';
import type { Random } from '../random.ts';
import { spread } from '../spread.ts';
import { daySeconds, days, monthDays, monthOf } from '../term.ts';
import { type Making, TooFewError } from './making.ts';
import { type Person, person } from './people.ts';

export interface Step {
  event: EventName;
  at: number;
  /** Seconds until the next step. */
  stay: number;
}

/** One visit. Steps are set in order: look, register, fill the cart, pay. */
export interface Session {
  id: string;
  person: Person;
  /** Through which this visit came: later ones need not come as the first did. */
  channel: string;
  /** Start, seconds of the term. */
  at: number;
  looks: boolean;
  registers: boolean;
  cart: boolean;
  pays: boolean;
  /** Set when they are first asked for. */
  steps?: readonly Step[];
}

/** Visits of those who register, then as many passers-by as the windows ask for. */
export function makeSessions(making: Making, people: Person[]): Session[] {
  const known = people.filter((each) => !each.isTest).flatMap((each) => visitsOf(making.random, each));
  const passing = making.plan.windows.flatMap((window) => passersBy(making, window, known));
  return [...known, ...passing];
}

export function dayOfSession(session: Session): number {
  return Math.floor(session.at / daySeconds);
}

export function within(window: Window): (session: Session) => boolean {
  return (session) => dayOfSession(session) >= window.from && dayOfSession(session) <= window.to;
}

function session(random: Random, visitor: Person, at: number, registers: boolean): Session {
  const known = visitor.registeredAt !== undefined;
  const looks = random.chance(known ? 0.6 : 0.24);
  const cart = known && random.chance(0.12);
  const { channel } = visitor;
  return { id: '', person: visitor, channel, at, looks: looks || cart, registers, cart, pays: false };
}

/** How the habit fades with the days since the first visit. */
const fading = Array.from({ length: 46 }, (_, age) => age ** -0.6);

/** The visit with the registration and those that follow, rarer with every day; better care later in the term. */
function visitsOf(random: Random, visitor: Person): Session[] {
  const start = Math.floor(visitor.since / daySeconds);
  const visits = start >= 0 ? [session(random, visitor, visitor.since, true)] : [];
  if (visitor.ring) visits.push(session(random, visitor, visitor.since + 10 * 3600, false));
  for (let day = Math.max(start + 1, 0); day < days; day++) {
    const age = Math.min(day - start, 45);
    const care = 0.13 + (0.08 * Math.max(start, 0)) / days;
    if (!random.chance(Math.min(care * visitor.loyalty * fading[age]!, 0.9))) continue;
    visits.push(session(random, visitor, day * daySeconds + secondOfDay(random), false));
  }
  return visits;
}

/** People who look and leave: so many that each window has its number of different visitors. */
function passersBy(making: Making, window: Window, known: Session[]): Session[] {
  const { plan, random, scale } = making;
  const there = new Set(known.filter(within(window)).map((each) => each.person)).size;
  const wanted = Math.round(window.payers * scale) * (window.visitors / window.payers) - there;
  if (wanted < 0) throw new TooFewError(`scale ${scale} leaves no room for passers-by`);
  const { anomaly } = plan.planted;
  const cells = Object.entries(plan.channels).flatMap(([name, channel]) =>
    Array.from({ length: window.to - window.from + 1 }, (_, index) => {
      return { name, channel, day: window.from + index };
    }),
  );
  const weights = cells.map(({ name, channel, day }) => {
    const odd = anomaly && name === anomaly.channel && day === anomaly.day ? anomaly.factor : 1;
    const month = channel.registrations[monthOf(day)]! / monthDays[monthOf(day)]!;
    const perSignup = 1 / signupRate(channel, day) - 1;
    return odd * month * intensity(plan, channel, day) * perSignup * random.logNormal(1, 0.15);
  });
  return spread(Math.round(wanted), weights).flatMap((count, index) =>
    Array.from({ length: count }, () => person(making, cells[index]!.name, cells[index]!.day)).flatMap(
      (visitor) => passing(random, visitor, window),
    ),
  );
}

function passing(random: Random, visitor: Person, window: Window): Session[] {
  const first = session(random, visitor, visitor.since, false);
  const again = Math.floor(visitor.since / daySeconds) + random.int(1, 3);
  if (again > window.to || !random.chance(0.08)) return [first];
  return [first, session(random, visitor, again * daySeconds + secondOfDay(random), false)];
}
