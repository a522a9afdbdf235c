import { daySeconds, isOnDays } from '../plan/term-calendar.ts';
import type { Random } from '../random.ts';
import { isUser, type Person } from './people.ts';
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
  const first = people.filter(({ since, isTest }) => !isTest && isOnDays({ from, to }, since));
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
    .filter((person) => isUser(person) && person.registeredAt < at)
    .map((person) => ({ person, arm: push.arms[fair.chance(0.5) ? 0 : 1], at }));
}

/**
 * Puts people into two arms so that the treated arm's true rate is `uplift` above the other's. The world already
 * knows who did it, so chance depends on that: of `rate` in all, `rate + uplift / 2` do it among the treated.
 * Both arms are equally likely for somebody taken at random.
 */
export function createArmAssigner(random: Random, { rate, uplift }: { rate: number; uplift: number }) {
  const yes = rate > 0 ? (rate + uplift / 2) / (2 * rate) : 0.5;
  const no = rate < 1 ? (1 - rate - uplift / 2) / (2 * (1 - rate)) : 0.5;
  return (did: boolean): boolean => random.chance(Math.min(1, Math.max(0, did ? yes : no)));
}
