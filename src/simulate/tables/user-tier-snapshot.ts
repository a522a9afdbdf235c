import type { Field } from '../csv.ts';
import { daySeconds, days, isoDay } from '../term.ts';
import type { Person } from '../world/people.ts';
import { type Trail, trailsOf } from '../world/trails.ts';
import type { SimulatedTable } from './table.ts';

/** Every second Sunday, the tier of everyone registered by then. */
export const userTierSnapshot: SimulatedTable = {
  columns: ['date', 'user_id', 'tier', 'interactions_30d', 'last_active'],
  rows: (world) => {
    const trails = trailsOf(world);
    const dates = Array.from({ length: days / 14 }, (_, index) => index * 14 + 13);
    const users = world.people.filter(({ registeredAt, isTest }) => registeredAt !== undefined && !isTest);
    return dates.flatMap((day) =>
      users
        .filter(({ registeredAt }) => registeredAt! < (day + 1) * daySeconds)
        .map((user) => [isoDay(day), user.id, ...state(user, day, trails.get(user))]),
    );
  },
};

const nothing: Trail = { days: [], steps: [], posts: [] };

/** 新 within 14 days of registration; KOC with two posts in 30 days; then by days since the last visit. */
function state({ registeredAt }: Person, day: number, trail?: Trail): Field[] {
  const since = Math.floor(registeredAt! / daySeconds);
  const { days: visits, steps: counts, posts: written } = trail ?? nothing;
  let at = visits.length - 1;
  while (at >= 0 && visits[at]! > day) at--;
  const last = at < 0 ? since : visits[at]!;
  let steps = 0;
  for (; at >= 0 && visits[at]! > day - 30; at--) steps += counts[at]!;
  const posts = written.filter((each) => each <= day && each > day - 30).length;
  return [tier(day - since, day - last, posts), steps + posts, isoDay(last)];
}

function tier(age: number, quiet: number, posts: number): string {
  if (posts >= 2 && quiet < 30) return 'KOC';
  if (age < 14) return '新';
  if (quiet < 14) return '活跃';
  return quiet < 60 ? '沉默' : '流失';
}
