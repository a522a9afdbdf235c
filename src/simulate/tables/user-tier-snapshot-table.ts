import type { Field } from '../output/format-csv.ts';
import { daySeconds, days, formatIsoDay } from '../plan/term-calendar.ts';
import { type ActivityTrail, getTrails } from '../world/activity-trails.ts';
import { isUser, type RegisteredUser } from '../world/people.ts';
import type { SimulatedTable } from './simulated-table.ts';

/** Every second Sunday, the tier of everyone registered by then. */
export const userTierSnapshot: SimulatedTable = {
  columns: ['date', 'user_id', 'tier', 'interactions_30d', 'last_active'],
  rows: (world) => {
    const trails = getTrails(world);
    const dates = Array.from({ length: days / 14 }, (_, index) => index * 14 + 13);
    const users = world.people.filter(isUser);
    return dates.flatMap((day) =>
      users
        .filter(({ registeredAt }) => registeredAt < (day + 1) * daySeconds)
        .map((user) => [formatIsoDay(day), user.id, ...computeState(user, day, trails.get(user))]),
    );
  },
};

const emptyTrail: ActivityTrail = { days: [], steps: [], posts: [] };

/** 新 within 14 days of registration; KOC with two posts in 30 days; then by days since the last visit. */
function computeState({ registeredAt }: RegisteredUser, day: number, trail?: ActivityTrail): Field[] {
  const since = Math.floor(registeredAt / daySeconds);
  const { days: visits, steps: counts, posts: written } = trail ?? emptyTrail;
  let at = visits.length - 1;
  while (at >= 0 && visits[at]! > day) at--;
  const last = at < 0 ? since : visits[at]!;
  let steps = 0;
  for (; at >= 0 && visits[at]! > day - 30; at--) steps += counts[at]!;
  const posts = written.filter((each) => each <= day && each > day - 30).length;
  return [computeTier(day - since, day - last, posts), steps + posts, formatIsoDay(last)];
}

function computeTier(age: number, quiet: number, posts: number): string {
  if (posts >= 2 && quiet < 30) return 'KOC';
  if (age < 14) return '新';
  if (quiet < 14) return '活跃';
  return quiet < 60 ? '沉默' : '流失';
}
