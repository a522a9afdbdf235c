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

/** 新 within 14 days of registration; KOC with two posts in 30 days; then by days since the last visit. */
function state({ registeredAt }: Person, day: number, trail?: Trail): Field[] {
  const since = Math.floor(registeredAt! / daySeconds);
  const last = trail?.days.findLast((each) => each <= day) ?? since;
  const recent = (each: number) => each <= day && each > day - 30;
  const steps = trail?.steps.reduce((sum, count, at) => sum + (recent(trail.days[at]!) ? count : 0), 0) ?? 0;
  const posts = trail?.posts.filter(recent).length ?? 0;
  return [tier(day - since, day - last, posts), steps + posts, isoDay(last)];
}

function tier(age: number, quiet: number, posts: number): string {
  if (posts >= 2 && quiet < 30) return 'KOC';
  if (age < 14) return '新';
  if (quiet < 14) return '活跃';
  return quiet < 60 ? '沉默' : '流失';
}
