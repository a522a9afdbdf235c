import { daySeconds } from '../term.ts';
import { once } from './once.ts';
import type { Person } from './people.ts';
import { makePosts } from './posts.ts';
import { stepsOf } from './steps.ts';
import type { World } from './world.ts';

/** What one person did, by day of the term. */
export interface Trail {
  /** Days of visits, rising; how many steps each had. */
  days: number[];
  steps: number[];
  posts: number[];
}

/** The trail of everyone with an account who visited. */
export const trailsOf = once(allTrails);

function allTrails(world: World): Map<Person, Trail> {
  const trails = new Map<Person, Trail>();
  const trail = (person: Person) => {
    const there = trails.get(person);
    if (there) return there;
    const made: Trail = { days: [], steps: [], posts: [] };
    trails.set(person, made);
    return made;
  };
  for (const session of world.sessions) {
    if (session.person.registeredAt === undefined) continue;
    const { days: visits, steps } = trail(session.person);
    visits.push(Math.floor(session.at / daySeconds));
    steps.push(stepsOf(session).length);
  }
  for (const { author, at } of makePosts(world)) trail(author).posts.push(Math.floor(at / daySeconds));
  return trails;
}
