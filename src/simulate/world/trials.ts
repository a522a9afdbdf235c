import { daySeconds } from '../term.ts';
import { treatedBy } from './arms.ts';
import type { Person } from './people.ts';
import type { World } from './world.ts';

/** Somebody in an arm of a trial, from a second of the term on. */
export interface Assigned {
  person: Person;
  arm: string;
  at: number;
}

/** The push message goes out at noon of this day, and is judged by the payments of these seven days. */
export const pushDays = { from: 80, to: 86 };

/** New landing page against the old one, for everyone who comes for the first time. */
export function landingTrial({ random, people, plan: { planted } }: World): Assigned[] {
  const { from, to, uplift } = planted.landing;
  const first = people.filter(
    ({ since, isTest }) => !isTest && since >= from * daySeconds && since < (to + 1) * daySeconds,
  );
  const registered = first.filter(({ registeredAt }) => registeredAt !== undefined).length;
  const treated = treatedBy(random.fork('landing'), { rate: registered / Math.max(1, first.length), uplift });
  return first.map((person) => {
    const arm = treated(person.registeredAt !== undefined) ? '新版' : '旧版';
    return { person, arm, at: person.since };
  });
}

/** Question against statement in a push message, sent to all users one noon; it makes no difference. */
export function pushTrial({ random, people }: World): Assigned[] {
  const at = pushDays.from * daySeconds + 12 * 3600;
  const fair = random.fork('push');
  return people
    .filter(({ registeredAt, isTest }) => !isTest && (registeredAt ?? Infinity) < at)
    .map((person) => ({ person, arm: fair.chance(0.5) ? '提问式' : '陈述式', at }));
}
