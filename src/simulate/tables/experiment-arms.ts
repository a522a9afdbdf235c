import type { Field } from '../csv.ts';
import type { Random } from '../random.ts';
import { daySeconds } from '../term.ts';
import { dayOfSession } from '../world/sessions.ts';
import { type Assigned, landingTrial, pushDays, pushTrial } from '../world/trials.ts';
import type { World } from '../world/world.ts';
import type { SimulatedTable } from './table.ts';

/** True rates of the trials that have no rows by user. */
const rates = {
  TALK: { n: 1800, arms: { 陈述式: 0.041, 提问式: 0.06 } },
  AD: { n: 20000, arms: { 促销素材: 0.0172, 场景素材: 0.0186 } },
};

/** Arms of each trial; those of LP and PUSH count the users of `experiment_users`. */
export const experimentArms: SimulatedTable = {
  columns: ['exp_id', 'arm', 'n', 'successes', 'sum', 'sumsq', 'split'],
  rows: (world) => {
    const random = world.random.fork('arms');
    const registered = ({ person }: Assigned) => person.registeredAt !== undefined;
    const { came, paid } = afterPush(world);
    const reached = pushTrial(world).filter(({ person }) => came.has(person));
    return [
      ...counted('LP', landingTrial(world), registered),
      ...drawn(random, 'TALK', world.scale),
      ...counted('PUSH', reached, ({ person }) => paid.has(person)),
      ...viewed(random, world.scale),
      ...drawn(random, 'AD', world.scale),
    ];
  },
};

function counted(trial: string, users: Assigned[], did: (user: Assigned) => boolean): Field[][] {
  const arms = Map.groupBy(users, ({ arm }) => arm);
  return [...arms]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([arm, own]) => [trial, arm, own.length, own.filter(did).length, null, null, 0.5]);
}

function drawn(random: Random, trial: keyof typeof rates, scale: number): Field[][] {
  const { n, arms } = rates[trial];
  return Object.entries(arms).map(([arm, rate]) => {
    const sample = Math.round(n * scale + random.normal() * Math.sqrt((n * scale) / 2));
    let successes = 0;
    for (let each = 0; each < sample; each++) if (random.chance(rate)) successes += 1;
    return [trial, arm, sample, successes, null, null, 0.5];
  });
}

/** Items looked at by user: 3.1 in the mean without the rules of the editors, 3.4 with them. */
function viewed(random: Random, scale: number): Field[][] {
  return Object.entries({ 仅算法: 3.1, 算法加人工规则: 3.4 }).map(([arm, mean]) => {
    const sample = Math.round(900 * scale);
    let [sum, sumsq] = [0, 0];
    for (let each = 0; each < sample; each++) {
      const items = Math.max(0, Math.round(mean * random.logNormal(0.82, 0.63)));
      sum += items;
      sumsq += items * items;
    }
    return ['RECO', arm, sample, null, sum, sumsq, 0.5];
  });
}

/** Who visited, and who paid, in the days after the push message. */
function afterPush({ sessions, orders }: World) {
  const inside = (day: number) => day >= pushDays.from && day <= pushDays.to;
  const came = new Set(
    sessions.filter((session) => inside(dayOfSession(session))).map(({ person }) => person),
  );
  const paying = orders.filter(
    ({ paidAt }) => paidAt !== undefined && inside(Math.floor(paidAt / daySeconds)),
  );
  return { came, paid: new Set(paying.map(({ person }) => person)) };
}
