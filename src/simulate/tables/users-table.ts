import type { Plan } from '../plan/world-plan.ts';
import type { Random } from '../random.ts';
import type { Person } from '../world/people.ts';
import type { SimulatedTable } from './simulated-table.ts';

const columns = [
  'user_id',
  'registered_at',
  'channel',
  'device',
  'gender',
  'age_band',
  'occupation',
  'city_tier',
  'is_test',
] as const;

/** Everyone with an account, test accounts included. */
export const users: SimulatedTable = {
  columns,
  rows: (world) => {
    const random = world.random.fork('users');
    return world.people
      .filter((person) => person.registeredAt !== undefined)
      .map((person) => [
        person.id,
        person.registeredAt!,
        person.channel,
        ...drawTraits(random, world.plan, person),
        person.isTest,
      ]);
  },
};

function drawTraits(random: Random, { traits, channels }: Plan, { channel }: Person): string[] {
  const [women, others] = traits.gender;
  const device = random.pickWeighted(traits.device);
  const gender = random.pickWeighted(channels[channel]?.young ? women : others);
  const age = random.pickWeighted(traits.age);
  const student = random.chance(traits.student.share[age] ?? 0);
  const occupation = student ? traits.student.word : random.pickWeighted(traits.occupation);
  const city = random.pickWeighted(traits.city);
  return [device, gender, age, occupation, city];
}
