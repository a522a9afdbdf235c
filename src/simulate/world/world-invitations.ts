import { hashText } from '../hash.ts';
import { daySeconds } from '../plan/term-calendar.ts';
import { isUser, type Person } from './people.ts';
import type { Session } from './sessions.ts';
import type { WorldContext } from './world-context.ts';

export interface Invitation {
  inviter: Person;
  invitee: Person;
  at: number;
  channel: string;
  /** The guest came a second time. */
  activated: boolean;
  /** 分. */
  reward: number;
}

/** One invitation for everyone who came by invitation; inviters are older, loyal users. `people` are in order of coming. */
export function simulateInvitations(
  { plan, random }: WorldContext,
  people: Person[],
  sessions: Session[],
): Invitation[] {
  const visits = new Map<Person, number>();
  for (const session of sessions) visits.set(session.person, (visits.get(session.person) ?? 0) + 1);
  const users = people.filter(isUser);
  const loyal = users.filter((user) => user.loyalty > 1.1);
  const ringleaders = random.fork('ring').sample(loyal.slice(0, countBefore(loyal, 0)), 9);
  return users
    .filter((person) => plan.channels[person.channel]?.kind === 'invitation')
    .map((invitee) => {
      const activated = (visits.get(invitee) ?? 0) > 1;
      const channel = random.pickWeighted(plan.sharing);
      // What the rules caught was not paid.
      const reward = activated && !invitee.ring ? 1500 : 0;
      const older = loyal[random.int(0, countBefore(loyal, invitee.since - daySeconds) - 1)]!;
      const inviter = invitee.ring ? ringleaders[invitee.ring.inviter]! : older;
      return { inviter, invitee, at: invitee.registeredAt, channel, activated, reward };
    });
}

/** How many of `people`, in order of coming, came before `at`. */
function countBefore(people: Person[], at: number): number {
  let [low, high] = [0, people.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (people[middle]!.since < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Hashes of device and network of an invited account. Those of the ring share theirs. */
export function computeFingerprint({ invitee }: Invitation): { device: string; network: string } {
  const { ring, since, id } = invitee;
  const day = Math.floor(since / daySeconds);
  if (ring) return { device: formatHash(`ring ${day} ${ring.device}`), network: formatHash(`ring ${day}`) };
  // Some hundred networks of campuses and homes; a device each.
  return { device: formatHash(`device ${id}`), network: formatHash(`network ${since % 211}`) };
}

/** Eight hexadecimal digits. */
function formatHash(text: string): string {
  return (hashText(text) >>> 0).toString(16).padStart(8, '0');
}
