import type { Field } from '../output/format-csv.ts';
import type { TrialPlan } from '../plan/measurement-plan.ts';
import { daySeconds } from '../plan/term-calendar.ts';
import type { Random } from '../random.ts';
import type { Person } from '../world/people.ts';
import { assignLandingTrial, assignPushTrial, type TrialAssignment } from '../world/trial-assignment.ts';
import type { World } from '../world/world.ts';
import type { SimulatedTable } from './simulated-table.ts';

/** Arms of each trial; where users were assigned one by one, those of `experiment_users` are counted. */
export const experimentArms: SimulatedTable = {
  columns: ['exp_id', 'arm', 'n', 'successes', 'sum', 'sumsq', 'split', 'assigned', 'assigned_successes'],
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

/** Receivers who came after the message within the days that count, beside all who were sent it. */
function countPushArms(world: World, exp: string): Field[][] {
  const assigned = assignPushTrial(world);
  const { came, paid } = collectPushResponse(world, assigned);
  return countArms(
    exp,
    assigned,
    ({ person }) => paid.has(person),
    ({ person }) => came.has(person),
  );
}

function countArms(
  trial: string,
  users: TrialAssignment[],
  did: (user: TrialAssignment) => boolean,
  counts: (user: TrialAssignment) => boolean = () => true,
): Field[][] {
  const arms = Map.groupBy(users, ({ arm }) => arm);
  return [...arms]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([arm, own]) => {
      const counted = own.filter(counts);
      const all = [own.length, own.filter(did).length];
      return [trial, arm, counted.length, counted.filter(did).length, null, null, 0.5, ...all];
    });
}

function simulateRateArms(random: Random, { exp, rates }: TrialPlan, scale: number): Field[][] {
  const { n, arms } = rates!;
  return Object.entries(arms).map(([arm, rate]) => {
    const sample = Math.round(n * scale + random.normal() * Math.sqrt((n * scale) / 2));
    let successes = 0;
    for (let each = 0; each < sample; each++) if (random.chance(rate)) successes += 1;
    return [exp, arm, sample, successes, null, null, 0.5, null, null];
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
    return [exp, arm, sample, null, sum, sumsq, 0.5, null, null];
  });
}

/** Who visited, and who paid, after the push message within the days that count. */
function collectPushResponse(
  { sessions, orders, plan: { push } }: World,
  assigned: readonly TrialAssignment[],
) {
  const sent = new Map(assigned.map(({ person, at }) => [person, at]));
  const inside = (person: Person, at: number) => {
    const from = sent.get(person);
    return from !== undefined && push !== undefined && at >= from && Math.floor(at / daySeconds) <= push.to;
  };
  const came = sessions.filter(({ person, at }) => inside(person, at)).map(({ person }) => person);
  const paying = orders.filter(({ person, paidAt }) => paidAt !== undefined && inside(person, paidAt));
  return { came: new Set(came), paid: new Set(paying.map(({ person }) => person)) };
}
