import { apportion } from '../apportion.ts';
import { computeIntensity, computeSignupRate, drawSecondOfDay } from '../plan/seasonality.ts';
import { daySeconds, days, getMonth, monthDays } from '../plan/term-calendar.ts';
import type { VisitEvent } from '../plan/visit-event.ts';
import type { VisitWindow } from '../plan/visit-window.ts';
import type { Random } from '../random.ts';
import { type Person, simulatePerson } from './people.ts';
import { TooFewPeopleError, type WorldContext } from './world-context.ts';

export interface Step {
  event: VisitEvent;
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
export function simulateSessions(context: WorldContext, people: Person[]): Session[] {
  const known = people.filter((each) => !each.isTest).flatMap((each) => simulateVisits(context.random, each));
  const passing = context.plan.windows.flatMap((window) => simulatePassersBy(context, window, known));
  return [...known, ...passing];
}

export function getSessionDay(session: Session): number {
  return Math.floor(session.at / daySeconds);
}

export function createWindowFilter(window: VisitWindow): (session: Session) => boolean {
  return (session) => getSessionDay(session) >= window.from && getSessionDay(session) <= window.to;
}

function simulateSession(random: Random, visitor: Person, at: number, registers: boolean): Session {
  const known = visitor.registeredAt !== undefined;
  const looks = random.chance(known ? 0.6 : 0.24);
  const cart = known && random.chance(0.12);
  const { channel } = visitor;
  return { id: '', person: visitor, channel, at, looks: looks || cart, registers, cart, pays: false };
}

/** How the habit fades with the days since the first visit. */
const habitDecay = Array.from({ length: 46 }, (_, age) => age ** -0.6);

/** The visit with the registration and those that follow, rarer with every day; better care later in the term. */
function simulateVisits(random: Random, visitor: Person): Session[] {
  const start = Math.floor(visitor.since / daySeconds);
  const visits = start >= 0 ? [simulateSession(random, visitor, visitor.since, true)] : [];
  if (visitor.ring) visits.push(simulateSession(random, visitor, visitor.since + 10 * 3600, false));
  for (let day = Math.max(start + 1, 0); day < days; day++) {
    const age = Math.min(day - start, 45);
    const care = 0.13 + (0.08 * Math.max(start, 0)) / days;
    if (!random.chance(Math.min(care * visitor.loyalty * habitDecay[age]!, 0.9))) continue;
    visits.push(simulateSession(random, visitor, day * daySeconds + drawSecondOfDay(random), false));
  }
  return visits;
}

/** People who look and leave: so many that each window has its number of different visitors. */
function simulatePassersBy(context: WorldContext, window: VisitWindow, known: Session[]): Session[] {
  const { plan, random, scale } = context;
  const knownVisitors = new Set(known.filter(createWindowFilter(window)).map((each) => each.person)).size;
  const wanted = Math.round(window.payers * scale) * (window.visitors / window.payers) - knownVisitors;
  if (wanted < 0) throw new TooFewPeopleError(`scale ${scale} leaves no room for passers-by`);
  const { anomaly } = plan.planted;
  const cells = Object.entries(plan.channels).flatMap(([name, channel]) =>
    Array.from({ length: window.to - window.from + 1 }, (_, index) => {
      return { name, channel, day: window.from + index };
    }),
  );
  const weights = cells.map(({ name, channel, day }) => {
    const odd = anomaly && name === anomaly.channel && day === anomaly.day ? anomaly.factor : 1;
    const month = channel.registrations[getMonth(day)]! / monthDays[getMonth(day)]!;
    const perSignup = 1 / computeSignupRate(channel, day) - 1;
    return odd * month * computeIntensity(plan, channel, day) * perSignup * random.logNormal(1, 0.15);
  });
  return apportion(Math.round(wanted), weights).flatMap((count, index) =>
    Array.from({ length: count }, () =>
      simulatePerson(context, cells[index]!.name, cells[index]!.day),
    ).flatMap((visitor) => simulatePassingVisits(random, visitor, window)),
  );
}

function simulatePassingVisits(random: Random, visitor: Person, window: VisitWindow): Session[] {
  const first = simulateSession(random, visitor, visitor.since, false);
  const again = Math.floor(visitor.since / daySeconds) + random.int(1, 3);
  if (again > window.to || !random.chance(0.08)) return [first];
  return [first, simulateSession(random, visitor, again * daySeconds + drawSecondOfDay(random), false)];
}

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
