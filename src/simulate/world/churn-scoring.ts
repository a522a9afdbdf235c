import { memoize } from '../../base/memoize.ts';
import { daySeconds } from '../plan/term-calendar.ts';
import { getTrails } from './activity-trails.ts';
import { isUser, type Person } from './people.ts';
import { createArmAssigner } from './trial-assignment.ts';
import type { World } from './world.ts';

interface ChurnScore {
  user: Person;
  score: number;
  /** No visit in the four weeks after the day. */
  left: boolean;
  /** Offered a coupon; only those at risk are. */
  treated: boolean;
}

/** Customers scored this high are offered a coupon, or kept as controls. */
const riskThreshold = 0.7;

/** Everyone scored, with half of those at risk treated; the true effect is the plan's. */
export const getChurnScores = memoize(simulateChurnScores);

function simulateChurnScores(world: World): ChurnScore[] {
  const { winBack } = world.plan.planted;
  if (!winBack) return [];
  const { uplift } = winBack;
  const all = scoreUsers(world, winBack.day);
  const atRisk = all.filter(({ score }) => score >= riskThreshold);
  const rate = atRisk.filter(({ left }) => left).length / Math.max(1, atRisk.length);
  const treated = createArmAssigner(world.random.fork('win back'), { rate, uplift });
  return all.map((each) => ({ ...each, treated: each.score >= riskThreshold && treated(each.left) }));
}

/** Everyone who registered at least two weeks before; a logistic of recency and frequency. */
function scoreUsers(world: World, day: number) {
  const trails = getTrails(world);
  const users = world.people
    .filter(isUser)
    .filter(({ registeredAt }) => registeredAt < (day - 13) * daySeconds);
  return users.map((user) => {
    const visits = trails.get(user)?.days ?? [];
    const before = visits.filter((each) => each <= day);
    const quiet = Math.min(60, day - (before.at(-1) ?? Math.floor(user.registeredAt / daySeconds)));
    const often = before.filter((each) => each > day - 28).length;
    const left = !visits.some((each) => each > day && each <= day + 28);
    const logit = -0.4 + 0.035 * quiet - 0.42 * often;
    return { user, left, score: Math.round(1000 / (1 + Math.exp(-logit))) / 1000 };
  });
}
