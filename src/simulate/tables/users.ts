import type { Random } from '../random.ts';
import { stamp } from '../term.ts';
import type { Person } from '../world/people.ts';
import type { SimulatedTable } from './table.ts';

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
        stamp(person.registeredAt!),
        person.channel,
        ...traits(random, person),
        person.isTest,
      ]);
  },
};

function traits(random: Random, person: Person): string[] {
  const young = person.channel === '抖音' || person.channel === '小红书';
  const device = random.weighted({ Android: 52, iOS: 38, 网页: 10 });
  const gender = random.weighted({ 女: young ? 66 : 58, 男: young ? 30 : 38, 未填: 4 });
  const age = random.weighted({ '18岁以下': 3, '18-22岁': 54, '23-26岁': 27, '27-35岁': 12, '35岁以上': 4 });
  const student = age === '18岁以下' || age === '18-22岁' ? 0.93 : age === '23-26岁' ? 0.45 : 0.05;
  const occupation = random.chance(student)
    ? '学生'
    : random.weighted({ 企业职员: 6, 教师: 2, 自由职业: 2, 其他: 1 });
  const city = random.weighted({ 一线: 18, 新一线: 31, 二线: 27, 三线及以下: 24 });
  return [device, gender, age, occupation, city];
}
