import { memoize } from '../../base/memoize.ts';
import { formatSerial } from '../format-serial.ts';
import { daySeconds, days } from '../plan/term-calendar.ts';
import type { Random } from '../random.ts';
import type { Person } from './people.ts';
import type { World } from './world.ts';

/** What a user wrote in the community. Seconds of the term. */
interface Post {
  id: string;
  author: Person;
  at: number;
  topic: string;
  likes: number;
  comments: number;
  passed: boolean;
  moderatedAt: number;
}

/** Posts in order of time. Few write most of them: the loyal, more and more so. A post is written on a visit. */
export const getPosts = memoize(simulatePosts);

function simulatePosts(world: World): Post[] {
  const random = world.random.fork('posts');
  const { opens, posts, topics } = world.plan.community;
  const visits = world.sessions.filter(
    ({ at, person }) =>
      at >= opens * daySeconds && person.registeredAt !== undefined && person.registeredAt <= at,
  );
  const written =
    posts === undefined
      ? visits.filter(({ pays }) => pays)
      : random.sample(visits, Math.round(posts * world.scale), ({ at, person }) => {
          return person.loyalty ** 2.2 * (0.5 + at / daySeconds / days);
        });
  return written.map((visit, index) => simulatePost(random, visit, { topics, index }));
}

function simulatePost(
  random: Random,
  { person, at: start }: { person: Person; at: number },
  { topics, index }: { topics: Readonly<Record<string, number>>; index: number },
): Post {
  const at = start + random.int(20, 150);
  const likes = Math.round(random.logNormal(4 * Math.sqrt(person.loyalty), 0.9));
  return {
    id: formatSerial('p', index + 1, 4),
    author: person,
    at,
    topic: random.pickWeighted(topics),
    likes,
    comments: Math.round(likes * random.logNormal(0.24, 0.5)),
    passed: random.chance(0.955),
    moderatedAt: at + Math.round(random.logNormal(2.1, 0.9) * 3600),
  };
}
