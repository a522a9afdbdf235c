import type { Plan } from '../plan/world-plan.ts';
import type { Random } from '../random.ts';

/** A plan in which more people pay than come. */
export class TooFewPeopleError extends Error {}

/** What a part of the world is made from: the plan, a stream of chance of its own, and how many people there are. */
export interface WorldContext {
  plan: Plan;
  random: Random;
  /** Multiplies the number of people; 1 is that of the plan. */
  scale: number;
}
