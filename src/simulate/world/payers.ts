import { apportion } from '../apportion.ts';
import type { VisitWindow } from '../plan/visit-window.ts';
import type { Plan } from '../plan/world-plan.ts';
import type { Random } from '../random.ts';
import type { Person } from './people.ts';
import { createWindowFilter, getSessionDay, type Session } from './sessions.ts';
import { TooFewPeopleError, type WorldContext } from './world-context.ts';

/** Marks the visits that end in a payment: per window a fixed number of people, some of them twice. */
export function markPayers({ plan, random, scale }: WorldContext, sessions: Session[]): void {
  const paidBefore = new Set<Person>();
  for (const window of plan.windows) {
    const visits = sessions.filter(createWindowFilter(window));
    const weekly = apportionPayers(random, window, visits, scale);
    const chosen = new Set<Person>();
    weekly.forEach((count, week) => {
      const inWeek = visits.filter(
        (session) => session.person.registeredAt !== undefined && getWeek(window, session) === week,
      );
      const byPerson = Map.groupBy(inWeek, ({ person }) => person);
      const ready = [...byPerson.keys()].filter((person) => !chosen.has(person));
      const payers = random.sample(ready, count, (person) => computeReadiness(plan, person, paidBefore));
      if (payers.length < count)
        throw new TooFewPeopleError(`scale ${scale} leaves too few people who could pay`);
      for (const payer of payers) {
        markPayments(random, byPerson.get(payer)!);
        chosen.add(payer);
      }
    });
    for (const payer of chosen) paidBefore.add(payer);
  }
}

const getWeek = (window: VisitWindow, session: Session) =>
  Math.floor((getSessionDay(session) - window.from) / 7);

/** A window's payers over its four weeks, by visitors and a share that rises a little each week. */
function apportionPayers(random: Random, window: VisitWindow, visits: Session[], scale: number): number[] {
  const weights = [0, 1, 2, 3].map((week) => {
    const inWeek = visits.filter((session) => getWeek(window, session) === week);
    return (
      new Set(inWeek.map((session) => session.person)).size * (1 + 0.05 * week) * random.logNormal(1, 0.07)
    );
  });
  return apportion(Math.round(window.payers * scale), weights);
}

function computeReadiness({ channels }: Plan, person: Person, paidBefore: Set<Person>): number {
  return channels[person.channel]!.payers * person.loyalty * (paidBefore.has(person) ? 1.7 : 1);
}

/** One visit of the week for sure, each other with a chance. */
function markPayments(random: Random, visits: Session[]): void {
  const sure = random.pick(visits);
  for (const visit of visits) {
    if (visit !== sure && !random.chance(0.3)) continue;
    visit.looks = true;
    visit.cart = true;
    visit.pays = true;
  }
}
