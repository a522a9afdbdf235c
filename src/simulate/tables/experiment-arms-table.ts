import type { Field } from '../output/format-csv.ts';
import type { TrialPlan } from '../plan/measurement-plan.ts';
import { daySeconds } from '../plan/term-calendar.ts';
import type { Random } from '../random.ts';
import { getSessionDay } from '../world/sessions.ts';
import { assignLandingTrial, assignPushTrial, type TrialAssignment } from '../world/trial-assignment.ts';
import type { World } from '../world/world.ts';
import type { SimulatedTable } from './simulated-table.ts';

/** Arms of each trial; where users were assigned one by one, those of `experiment_users` are counted. */
export const experimentArms: SimulatedTable = {
  columns: ['exp_id', 'arm', 'n', 'successes', 'sum', 'sumsq', 'split'],
  rows: (world) => {
    const random = world.random.fork('arms');
    const { trials, push, planted } = world.plan;
    return trials.flatMap((trial) => {
      if (trial.exp === planted.landing?.exp) return countLandingArms(world, trial.exp);
      if (trial.exp === push?.exp) return countPushArms(world, trial.exp);
      return trial.rates
        ? simulateRateArms(random, trial, world.scale)
        : simulateMeanArms(random, trial, world.scale);
    });
  },
};

function countLandingArms(world: World, exp: string): Field[][] {
  return countArms(exp, assignLandingTrial(world), ({ person }) => person.registeredAt !== undefined);
}

/** Receivers who came within the days that count. */
function countPushArms(world: World, exp: string): Field[][] {
  const { came, paid } = collectPushResponse(world);
  const reached = assignPushTrial(world).filter(({ person }) => came.has(person));
  return countArms(exp, reached, ({ person }) => paid.has(person));
}

function countArms(
  trial: string,
  users: TrialAssignment[],
  did: (user: TrialAssignment) => boolean,
): Field[][] {
  const arms = Map.groupBy(users, ({ arm }) => arm);
  return [...arms]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([arm, own]) => [trial, arm, own.length, own.filter(did).length, null, null, 0.5]);
}

function simulateRateArms(random: Random, { exp, rates }: TrialPlan, scale: number): Field[][] {
  const { n, arms } = rates!;
  return Object.entries(arms).map(([arm, rate]) => {
    const sample = Math.round(n * scale + random.normal() * Math.sqrt((n * scale) / 2));
    let successes = 0;
    for (let each = 0; each < sample; each++) if (random.chance(rate)) successes += 1;
    return [exp, arm, sample, successes, null, null, 0.5];
  });
}

/** How often each user of an arm did it: about as often as the mean of the arm says. */
function simulateMeanArms(random: Random, { exp, means }: TrialPlan, scale: number): Field[][] {
  const { n, arms } = means!;
  return Object.entries(arms).map(([arm, mean]) => {
    const sample = Math.round(n * scale);
    let [sum, sumsq] = [0, 0];
    for (let each = 0; each < sample; each++) {
      const items = Math.max(0, Math.round(mean * random.logNormal(0.82, 0.63)));
      sum += items;
      sumsq += items * items;
    }
    return [exp, arm, sample, null, sum, sumsq, 0.5];
  });
}

/** Who visited, and who paid, in the days after the push message. */
function collectPushResponse({ sessions, orders, plan: { push } }: World) {
  const inside = (day: number) => push !== undefined && day >= push.from && day <= push.to;
  const came = new Set(
    sessions.filter((session) => inside(getSessionDay(session))).map(({ person }) => person),
  );
  const paying = orders.filter(
    ({ paidAt }) => paidAt !== undefined && inside(Math.floor(paidAt / daySeconds)),
  );
  return { came, paid: new Set(paying.map(({ person }) => person)) };
}
