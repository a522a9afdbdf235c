import { daySeconds } from '../plan/term-calendar.ts';
import type { Person } from './people.ts';
import { createArmAssigner } from './treatment-arms.ts';
import type { World } from './world.ts';

/** Somebody in an arm of a trial, from a second of the term on. */
export interface TrialAssignment {
  person: Person;
  arm: string;
  at: number;
}

/** New landing page against the old one, for everyone who comes for the first time. */
export function assignLandingTrial({ random, people, plan: { planted } }: World): TrialAssignment[] {
  if (!planted.landing) return [];
  const { from, to, uplift, arms } = planted.landing;
  const first = people.filter(
    ({ since, isTest }) => !isTest && since >= from * daySeconds && since < (to + 1) * daySeconds,
  );
  const registered = first.filter(({ registeredAt }) => registeredAt !== undefined).length;
  const treated = createArmAssigner(random.fork('landing'), {
    rate: registered / Math.max(1, first.length),
    uplift,
  });
  return first.map((person) => {
    const arm = treated(person.registeredAt !== undefined) ? arms[1] : arms[0];
    return { person, arm, at: person.since };
  });
}

/** One text against the other in a push message, sent to all users at noon; it makes no difference. */
export function assignPushTrial({ random, people, plan: { push } }: World): TrialAssignment[] {
  if (!push) return [];
  const at = push.from * daySeconds + 12 * 3600;
  const fair = random.fork('push');
  return people
    .filter(({ registeredAt, isTest }) => !isTest && (registeredAt ?? Infinity) < at)
    .map((person) => ({ person, arm: push.arms[fair.chance(0.5) ? 0 : 1], at }));
}
