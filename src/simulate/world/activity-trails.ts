import { memoize } from '../../base/memoize.ts';
import { daySeconds } from '../plan/term-calendar.ts';
import { getPosts } from './community-posts.ts';
import type { Person } from './people.ts';
import { getSteps } from './session-steps.ts';
import type { World } from './world.ts';

/** What one person did, by day of the term. */
export interface ActivityTrail {
  /** Days of visits, rising; how many steps each had. */
  days: number[];
  steps: number[];
  posts: number[];
}

/** The trail of everyone with an account who visited. */
export const getTrails = memoize(collectTrails);

function collectTrails(world: World): Map<Person, ActivityTrail> {
  const trails = new Map<Person, ActivityTrail>();
  const getTrail = (person: Person) => {
    const known = trails.get(person);
    if (known) return known;
    const trail: ActivityTrail = { days: [], steps: [], posts: [] };
    trails.set(person, trail);
    return trail;
  };
  for (const session of world.sessions) {
    if (session.person.registeredAt === undefined) continue;
    const { days: visits, steps } = getTrail(session.person);
    visits.push(Math.floor(session.at / daySeconds));
    steps.push(getSteps(session).length);
  }
  for (const { author, at } of getPosts(world)) getTrail(author).posts.push(Math.floor(at / daySeconds));
  return trails;
}
