import type { Field } from '../csv.ts';
import type { TrialPlan } from '../plan/measuring.ts';
import type { Random } from '../random.ts';
import { daySeconds } from '../term.ts';
import { dayOfSession } from '../world/sessions.ts';
import { type Assigned, landingTrial, pushTrial } from '../world/trials.ts';
import type { World } from '../world/world.ts';
import type { SimulatedTable } from './table.ts';

/** Arms of each trial; where users were assigned one by one, those of `experiment_users` are counted. */
export const experimentArms: SimulatedTable = {
  columns: ['exp_id', 'arm', 'n', 'successes', 'sum', 'sumsq', 'split'],
  rows: (world) => {
    const random = world.random.fork('arms');
    const { trials, push, planted } = world.plan;
    return trials.flatMap((trial) => {
      if (trial.exp === planted.landing?.exp) return landing(world, trial.exp);
      if (trial.exp === push?.exp) return pushed(world, trial.exp);
      return trial.rates ? drawn(random, trial, world.scale) : viewed(random, trial, world.scale);
    });
  },
};

function landing(world: World, exp: string): Field[][] {
  return counted(exp, landingTrial(world), ({ person }) => person.registeredAt !== undefined);
}

/** Receivers who came within the days that count. */
function pushed(world: World, exp: string): Field[][] {
  const { came, paid } = afterPush(world);
  const reached = pushTrial(world).filter(({ person }) => came.has(person));
  return counted(exp, reached, ({ person }) => paid.has(person));
}

function counted(trial: string, users: Assigned[], did: (user: Assigned) => boolean): Field[][] {
  const arms = Map.groupBy(users, ({ arm }) => arm);
  return [...arms]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([arm, own]) => [trial, arm, own.length, own.filter(did).length, null, null, 0.5]);
}

function drawn(random: Random, { exp, rates }: TrialPlan, scale: number): Field[][] {
  const { n, arms } = rates!;
  return Object.entries(arms).map(([arm, rate]) => {
    const sample = Math.round(n * scale + random.normal() * Math.sqrt((n * scale) / 2));
    let successes = 0;
    for (let each = 0; each < sample; each++) if (random.chance(rate)) successes += 1;
    return [exp, arm, sample, successes, null, null, 0.5];
  });
}

/** How often each user of an arm did it: about as often as the mean of the arm says. */
function viewed(random: Random, { exp, means }: TrialPlan, scale: number): Field[][] {
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
function afterPush({ sessions, orders, plan: { push } }: World) {
  const inside = (day: number) => push !== undefined && day >= push.from && day <= push.to;
  const came = new Set(
    sessions.filter((session) => inside(dayOfSession(session))).map(({ person }) => person),
  );
  const paying = orders.filter(
    ({ paidAt }) => paidAt !== undefined && inside(Math.floor(paidAt / daySeconds)),
  );
  return { came, paid: new Set(paying.map(({ person }) => person)) };
}
